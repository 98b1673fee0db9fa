"""Pages of a long list: the query reads one page, these two buttons turn it."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from dialogs.common.data import change, read
from dialogs.common.words import Label

PAGE = 6
"""Rows a screen: more do not fit a phone beside the words."""


def pager(kind: type[Any]) -> Row:
    """«‹ Раньше» and «Дальше ›» for a dialog whose data `kind` has a field `page: int`.

    The getter gives `has_previous` and `has_next` (see `pages`).
    """

    async def turn(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
        step = 1 if button.widget_id == "page_next" else -1
        change(manager, kind, page=max(0, read(manager, kind).page + step))

    return Row(
        Button(Label("common-btn-previous"), id="page_previous", on_click=turn, when="has_previous"),
        Button(Label("common-btn-next"), id="page_next", on_click=turn, when="has_next"),
    )


def pages(page: int, total: int, size: int = PAGE) -> dict[str, Any]:
    """What `pager` needs from a getter."""
    return {
        "page": page + 1,
        "pages": max(1, -(-total // size)),
        "total": total,
        "has_previous": page > 0,
        "has_next": (page + 1) * size < total,
    }
