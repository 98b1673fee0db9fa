from aiogram_dialog import DialogManager

from dialogs.states import Profile


async def open_profile(manager: DialogManager) -> None:
    await manager.start(Profile.card)
