"""Pages of a long list: the query reads one page, these two buttons turn it."""

from collections.abc import Sequence
from typing import Any, TypeVar

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from dialogs.common.data import change, read
from dialogs.common.words import Label

T = TypeVar("T")

PAGE = 5
"""Rows of a list a screen: with the pager, «Назад» and one row more they are the eight that fit a phone."""
SHORT_PAGE = 8
"""Items of a list of short names, which stand in two columns."""


class Pager(Row):
    """What turns the pages of the window's list."""


def pager(kind: type[Any], *between: Button) -> Pager:
    """«‹ Раньше» and «Дальше ›» for a dialog whose data `kind` has a field `page: int`.

    `between` stands in the same row. The getter gives `has_previous` and `has_next` (see `pages`).
    """

    async def turn(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
        step = 1 if button.widget_id == "page_next" else -1
        change(manager, kind, page=max(0, read(manager, kind).page + step))

    return Pager(
        Button(Label("common-btn-previous"), id="page_previous", on_click=turn, when="has_previous"),
        *between,
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


def page_of(items: Sequence[T], page: int, size: int = PAGE) -> tuple[Sequence[T], dict[str, Any]]:
    """That page of a list that is read whole, and its `pages`; the last one where the list has become shorter."""
    page = max(0, min(page, -(-len(items) // size) - 1))
    return items[page * size : (page + 1) * size], pages(page, len(items), size)
