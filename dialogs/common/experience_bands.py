"""Years of work: in bands to tap, or typed exactly."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Keyboard

from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.words import Label
from services.people.rules import EXPERIENCE_BANDS, years_of

OnYears = Callable[[DialogManager, int, bool], Awaitable[None]]
"""Manager, full years, whether they are exact: of a band only the lower end is known."""

BANDS: dict[str, Any] = {"bands": [{"id": years, "years": years} for years in EXPERIENCE_BANDS]}


def experience_keyboard(on_years: OnYears) -> tuple[TextInput[str] | Keyboard, ...]:
    async def typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, text: str) -> None:
        ctx = context(manager)
        years = years_of(text, ctx.now())
        if years is None:
            await message.answer(ctx.words.html("entry-experience-unclear"))
        else:
            await on_years(manager, years, True)

    async def chosen(query: CallbackQuery, select: Any, manager: DialogManager, years: int) -> None:
        await on_years(manager, years, False)

    return (
        TextInput(id="experience_typed", on_success=typed),
        choices("bands", chosen, int, most=len(EXPERIENCE_BANDS), label=Label("entry-experience-band")),
    )
