"""What a methodist writes about an event: the same limits for a new one and for one that is changed."""

from collections.abc import Awaitable, Callable

from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput

from dialogs.common.context import context
from dialogs.common.pieces import goes_on_with_refused, note_refusal
from services.events.typed import read_place

LONGEST_TITLE = 150
LONGEST_PLACE = 200
LONGEST_DESCRIPTION = 1000
Take = Callable[[DialogManager, str], Awaitable[None]]
TakeDescription = Callable[[DialogManager, str | None], Awaitable[None]]
TakePlace = Callable[[DialogManager, str | None, str | None], Awaitable[None]]


def title_input(take: Take) -> TextInput[str]:
    async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
        title = " ".join(typed.split())
        if await fits(message, manager, title, LONGEST_TITLE):
            await take(manager, title)

    return TextInput(id="title", on_success=on_typed)


def description_input(take: TakeDescription) -> TextInput[str]:
    async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
        if await fits(message, manager, typed.strip(), LONGEST_DESCRIPTION):
            await take(manager, typed.strip())

    return TextInput(id="description", on_success=on_typed)


def place_input(take: TakePlace) -> TextInput[str]:
    """`take` gets venue and link."""

    async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
        if await fits(message, manager, typed, LONGEST_PLACE):
            await take(manager, *read_place(typed))

    return TextInput(id="place", on_success=on_typed)


async def fits(message: Message, manager: DialogManager, text: str, limit: int) -> bool:
    """Whether it does; if not, the person has been told."""
    words = context(manager).words
    if goes_on_with_refused(message, manager):
        await message.answer(words.html("event-desk-too-long-tail", limit=limit))
    elif len(text) > limit:
        await message.answer(words.html("event-desk-too-long", limit=limit, length=len(text)))
    else:
        return True
    note_refusal(message, manager)
    return False
