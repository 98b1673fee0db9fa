"""People to choose from, in every list alike: «Петрова А. П., Сосновская ООШ». Namesakes differ by their schools."""

from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from dialogs.common.choices import Choices, choices
from dialogs.common.words import Label
from services.people.views import PersonView

PREVIEW: dict[str, Any] = {
    "people": [
        {"id": 1, "name": "Орлова Т. С.", "school": "СОШ № 1"},
        {"id": 2, "name": "Константинопольская-Преображенская А. С.", "school": "Сосновская ООШ"},
    ]
}


def person_rows(people: Iterable[PersonView]) -> list[dict[str, Any]]:
    """For the getter's list `people`."""
    return [{"id": one.id, "name": one.short_name, "school": one.unit_name or ""} for one in people]


def person_choices(
    on_choice: Callable[[CallbackQuery, Any, DialogManager, int], Awaitable[None]], most: int
) -> Choices:
    return choices("people", on_choice, int, most=most, label=Label("common-person-row"))
