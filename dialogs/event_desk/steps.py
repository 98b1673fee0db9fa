"""From one question about a new event to the next, or back to the review whence it was asked again."""

from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager

from dialogs.common.data import change
from dialogs.event_desk.data import NewEventData
from dialogs.states import EventDesk


async def answer(manager: DialogManager, following: State, **fields: Any) -> None:
    """Keep what was answered and go on to `following`."""
    data = change(manager, NewEventData, **fields)
    await manager.switch_to(EventDesk.new_confirm if data.reviewed else following)
