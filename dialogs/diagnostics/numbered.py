"""A page of results: numbered lines to read, and under them the numbers to press."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from dialogs.common.choices import Choices, choices
from dialogs.common.pager import PAGE, pages
from dialogs.common.words import Label
from locales import Safe


@dataclass(frozen=True)
class Row:
    attempt_id: int
    name: str
    """Stands on the button after the number."""
    line: Callable[[int], Safe]
    """The line to read, of its number."""


def numbered_rows(rows: Sequence[Row], page: int, total: int) -> dict[str, Any]:
    """For a getter; the window shows `lines` and the buttons of `numbered`."""
    counted = list(enumerate(rows, start=page * PAGE + 1))
    return {
        "lines": Safe("\n".join(row.line(number) for number, row in counted)),
        "some": bool(rows),
        "rows": [{"id": row.attempt_id, "number": number, "name": row.name} for number, row in counted],
        **pages(page, total),
    }


def numbered(on_chosen: Callable[[CallbackQuery, Any, DialogManager, int], Awaitable[None]]) -> Choices:
    return choices("rows", on_chosen, int, most=PAGE, label=Label("diagnostics-numbered-btn"), width=2)
