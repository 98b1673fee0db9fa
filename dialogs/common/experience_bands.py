"""Years of work: in bands to tap, or typed exactly."""

from collections.abc import Awaitable, Callable
from operator import itemgetter
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Column, Keyboard, Select

from dialogs.common.context import context
from dialogs.common.words import Label
from services.people.rules import EXPERIENCE_BANDS, years_of

OnYears = Callable[[DialogManager, int], Awaitable[None]]

BANDS: dict[str, Any] = {"bands": [{"id": years, "years": years} for years in EXPERIENCE_BANDS]}


def experience_keyboard(on_years: OnYears) -> tuple[TextInput[str] | Keyboard, ...]:
    async def typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, text: str) -> None:
        years = years_of(text)
        if years is None:
            await message.answer(context(manager).words.html("entry-experience-unclear"))
        else:
            await on_years(manager, years)

    async def chosen(query: CallbackQuery, select: Any, manager: DialogManager, years: int) -> None:
        if years in EXPERIENCE_BANDS:
            await on_years(manager, years)

    return (
        TextInput(id="experience_typed", on_success=typed),
        Column(
            Select(
                Label("entry-experience-band"),
                id="band",
                item_id_getter=itemgetter("id"),
                items="bands",
                type_factory=int,
                on_click=chosen,
            )
        ),
    )
