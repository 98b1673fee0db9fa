"""Somebody is found by the beginning of her surname: the same window for the mentor and for the mentee."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Keyboard

from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.person_rows import PREVIEW as ROWS
from dialogs.common.person_rows import person_choices, person_rows
from dialogs.pairs.data import NewPair
from services.mentoring.new_pair import FOUND_AT_MOST, find_people

LONGEST_NAME = 60
Chosen = Callable[[DialogManager, int], Awaitable[None]]


async def found(manager: DialogManager, without: int = 0) -> dict[str, Any]:
    """For the getter of such a window. `without` is somebody who cannot be chosen."""
    ctx, data = context(manager), read(manager, NewPair)
    async with ctx.reading() as session:
        people = await find_people(session, ctx.person, data.typed, ctx.now())
    chosen = [person.full_name for person in people if person.id == without]
    people = [person for person in people if person.id != without]
    return {
        "typed": data.typed,
        "searched": bool(data.typed),
        "found": len(people),
        "chosen": "".join(chosen),
        "is_chosen": bool(chosen),
        "more": len(people) >= FOUND_AT_MOST - 1,
        "people": person_rows(people),
    }


def finder(on_chosen: Chosen) -> tuple[TextInput[str], Keyboard]:
    async def typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, text: str) -> None:
        if len(text) > LONGEST_NAME:
            await message.answer(context(manager).words.html("pairs-surname-only"))
            return
        change(manager, NewPair, typed=text.strip())

    async def tapped(query: CallbackQuery, select: Any, manager: DialogManager, person_id: int) -> None:
        await on_chosen(manager, person_id)
        change(manager, NewPair, typed="")

    return TextInput(id="surname", on_success=typed), person_choices(tapped, FOUND_AT_MOST)


PREVIEW: dict[str, Any] = {
    "typed": "Орл",
    "searched": True,
    "found": 1,
    "chosen": "Орлова Татьяна Сергеевна",
    "is_chosen": True,
    "more": False,
    **ROWS,
}
