"""A list to choose one thing from: buttons that show `name` of each item and give back its `id`."""

from collections.abc import Awaitable, Callable
from operator import itemgetter
from typing import Any, TypeVar

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Group, Select
from aiogram_dialog.widgets.text import Text

from dialogs.common.words import Fitted, Raw

T = TypeVar("T", int, str)


def choices(
    items: str,
    on_choice: Callable[[CallbackQuery, Any, DialogManager, T], Awaitable[None]],
    kind: type[T],
    *,
    label: Text | None = None,
    width: int = 1,
    when: WhenCondition = None,
) -> Group:
    """Buttons for the getter's list `items` (dicts with `id`, and `name` unless `label` reads other fields).

    A label that is too long for a phone is cut.
    """
    return Group(
        Select(
            Fitted(label or Raw("name")),
            id=items,
            item_id_getter=itemgetter("id"),
            items=items,
            type_factory=kind,
            on_click=on_choice,  # type: ignore[arg-type]  # the library's protocol wants its own Select type
        ),
        width=width,
        when=when,
    )
