"""A number of places, tapped or typed: the keyboard is the same for a new event and for one that is there."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Button, Group

from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.words import Label
from services.errors import ServiceError
from services.events.typed import read_capacity

USUAL = [{"id": number, "name": str(number)} for number in (10, 15, 20, 25, 30, 50)]
Take = Callable[[DialogManager, int | None], Awaitable[None]]


def places_keyboard(take: Take) -> tuple[TextInput[str], Group, Button]:
    """`take` gets the number, None for no limit. The getter gives `numbers`: USUAL."""

    async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
        capacity = read_capacity(typed)
        if capacity is None:
            await message.answer(context(manager).words.html("event-desk-capacity-unclear"))
            return
        try:
            await take(manager, capacity)
        except ServiceError as refusal:  # said here, so that the keyboard comes again below it
            await message.answer(context(manager).words.html(f"error-{refusal.code}", **refusal.fields))

    async def on_tapped(query: CallbackQuery, select: Any, manager: DialogManager, capacity: int) -> None:
        await take(manager, capacity)

    async def on_unlimited(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
        await take(manager, None)

    return (
        TextInput(id="typed_places", on_success=on_typed),
        choices("numbers", on_tapped, int, most=len(USUAL), width=2),
        Button(Label("event-desk-btn-unlimited"), id="unlimited", on_click=on_unlimited),
    )
