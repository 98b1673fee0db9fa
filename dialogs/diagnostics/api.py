"""The door: the list of questionnaires, one questionnaire, and the results that others have opened to a methodist."""

from aiogram_dialog import DialogManager, ShowMode

from dialogs.common.data import start_data
from dialogs.diagnostics.data import Place
from dialogs.states import Diagnostics


async def open_diagnostics(manager: DialogManager, show_mode: ShowMode | None = None) -> None:
    await manager.start(Diagnostics.list, show_mode=show_mode)


async def open_questionnaire(manager: DialogManager, questionnaire_id: str, show_mode: ShowMode | None = None) -> None:
    """Its first screen: what it is, how long it takes, who sees the result."""
    await manager.start(Diagnostics.intro, data=start_data(Place(questionnaire_id)), show_mode=show_mode)


async def open_shared_results(manager: DialogManager) -> None:
    await manager.start(Diagnostics.shared)
