"""A list to choose one thing from: buttons that show `name` of each item and give back its `id`."""

from collections.abc import Awaitable, Callable
from operator import itemgetter
from typing import Any, TypeVar

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Group, Keyboard, Select
from aiogram_dialog.widgets.text import Text

from dialogs.common.labels import Cut, fitted, shorten
from dialogs.common.words import LONGEST_LABEL, Raw

T = TypeVar("T", int, str)


class Choices(Group):
    """The buttons of the getter's list `items`, which holds `most` at most: the guard fills it and counts the rows."""

    def __init__(
        self, select: Keyboard, items: str, most: int, width: int | None = None, when: WhenCondition = None
    ) -> None:
        super().__init__(select, width=width, when=when)
        self.items = items
        self.most = most


def fit_keys(rows: RawKeyboard, cut: Cut = shorten) -> RawKeyboard:
    """The one row of a list with labels that are short enough for a phone."""
    keys = [key for row in rows for key in row]
    labels = fitted([key.text for key in keys], LONGEST_LABEL, cut)
    return [[key.model_copy(update={"text": label}) for key, label in zip(keys, labels, strict=True)]]


class _Fitting(Select[T]):
    """Labels that are too long for a phone are cut, all of a page together: what differs goes on differing."""

    cut: Cut = staticmethod(shorten)

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        return fit_keys(await super()._render_keyboard(data, manager), self.cut)


def choices(
    items: str,
    on_choice: Callable[[CallbackQuery, Any, DialogManager, T], Awaitable[None]],
    kind: type[T],
    *,
    most: int,
    label: Text | None = None,
    width: int = 1,
    when: WhenCondition = None,
    cut: Cut = shorten,
) -> Choices:
    """Buttons for the getter's list `items` (dicts with `id`, and `name` unless `label` reads other fields).

    `most`: items that the getter ever gives; of a list that grows it is a page. `cut` shortens a label that is too
    long for a phone.
    """
    select: _Fitting[T] = _Fitting(
        label or Raw("name"),
        id=items,
        item_id_getter=itemgetter("id"),
        items=items,
        type_factory=kind,
        on_click=on_choice,  # type: ignore[arg-type]  # the library's protocol wants its own Select type
    )
    select.cut = cut
    return Choices(select, items, most, width, when)
