from aiogram_dialog import DialogManager

from dialogs.states import EventDesk


async def open_event_desk(manager: DialogManager) -> None:
    await manager.start(EventDesk.list)
