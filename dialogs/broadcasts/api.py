"""The door: announcements for a methodist, one of them, and the people whom it reached or not."""

from aiogram_dialog import DialogManager, ShowMode

from dialogs.broadcasts.data import BroadcastData
from dialogs.broadcasts.live import goes_on, live_message
from dialogs.broadcasts.stopping import stop_and_tell
from dialogs.common.data import start_data
from dialogs.states import Broadcasts

__all__ = ["goes_on", "live_message", "open_broadcast", "open_broadcasts", "open_people", "stop_and_tell"]


async def open_broadcasts(manager: DialogManager) -> None:
    await manager.start(Broadcasts.list)


async def open_broadcast(manager: DialogManager, broadcast_id: int, show_mode: ShowMode | None = None) -> None:
    await manager.start(Broadcasts.progress, data=start_data(BroadcastData(broadcast_id)), show_mode=show_mode)


async def open_people(manager: DialogManager, broadcast_id: int, show_mode: ShowMode | None = None) -> None:
    await manager.start(Broadcasts.people, data=start_data(BroadcastData(broadcast_id)), show_mode=show_mode)
