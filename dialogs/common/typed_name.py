"""A name as it was typed: refused kindly, or shown back part by part before it is written down."""

from typing import Any

from aiogram.types import Message
from aiogram_dialog import DialogManager

from dialogs.common.context import context
from services.people.errors import NameUnclear
from services.people.names import read_name

PREVIEW: dict[str, Any] = {
    "surname": "Петрова",
    "given_name": "Анна",
    "patronymic": "Петровна",
    "has_patronymic": True,
}


async def understood(message: Message, manager: DialogManager, typed: str) -> bool:
    """Whether a name can be read in it; if not, the person has been told what is wanted."""
    try:
        read_name(typed)
    except NameUnclear as refusal:
        await message.answer(context(manager).words.html(f"error-{refusal.code}"))
        return False
    return True


def name_data(typed: str) -> dict[str, Any]:
    """For the getter of a window that asks whether the name was read right."""
    name = read_name(typed)
    return {
        "surname": name.surname,
        "given_name": name.given_name,
        "patronymic": name.patronymic or "",
        "has_patronymic": name.patronymic is not None,
    }
