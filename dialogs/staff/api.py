from aiogram_dialog import DialogManager

from dialogs.states import Staff


async def open_staff(manager: DialogManager) -> None:
    await manager.start(Staff.find)
