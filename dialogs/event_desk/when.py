"""A moment, tapped or typed: the keyboard is the same for a new event and for one that is moved."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Group

from dialogs.common.choices import choices
from dialogs.common.typed_time import typed_moment
from dialogs.common.words import Label

MOST = 4
"""Moments that are offered."""
Take = Callable[[DialogManager, datetime], Awaitable[None]]


def when_keyboard(take: Take) -> tuple[TextInput[str], Group]:
    """`take` gets the moment. The getter gives `moments`: see `suggestions`."""

    async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
        moment = await typed_moment(message, manager, typed)
        if moment is not None:
            await take(manager, moment)

    async def on_tapped(query: CallbackQuery, select: Any, manager: DialogManager, timestamp: int) -> None:
        await take(manager, datetime.fromtimestamp(timestamp, UTC))

    return (
        TextInput(id="when", on_success=on_typed),
        choices("moments", on_tapped, int, most=MOST, label=Label("event-desk-btn-moment"), width=2),
    )


def suggestions(moments: Sequence[datetime]) -> list[dict[str, Any]]:
    return [{"id": int(moment.timestamp()), "at": moment} for moment in moments[:MOST]]
