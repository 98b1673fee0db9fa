from aiogram_dialog import DialogManager, ShowMode, StartMode

from dialogs.common.context import context
from dialogs.states import Pairs
from services.mentoring.desk import scope


async def open_pairs(manager: DialogManager, show_mode: ShowMode | None = None) -> None:
    """Raises NotAllowed for anybody but a methodist."""
    scope(context(manager).person)
    within = manager.has_context() and manager.current_context().state.group is Pairs
    await manager.start(Pairs.list, mode=StartMode.RESET_STACK if within else StartMode.NORMAL, show_mode=show_mode)
