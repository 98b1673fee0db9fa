"""The door: the list of questionnaires, and the results that others have opened to a methodist."""

from aiogram_dialog import DialogManager, ShowMode

from dialogs.states import Diagnostics


async def open_diagnostics(manager: DialogManager, show_mode: ShowMode | None = None) -> None:
    await manager.start(Diagnostics.list, show_mode=show_mode)


async def open_shared_results(manager: DialogManager) -> None:
    await manager.start(Diagnostics.shared)
