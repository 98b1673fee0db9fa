from aiogram_dialog import DialogManager, ShowMode, StartMode

from dialogs.common.context import context
from dialogs.common.data import start_data
from dialogs.pairs.data import PairsDesk
from dialogs.states import Pairs
from services.mentoring.desk import pair_card
from services.visibility.rules import desk_scope


async def open_pairs(manager: DialogManager, show_mode: ShowMode | None = None) -> None:
    """Raises NotAllowed for anybody but a methodist."""
    desk_scope(context(manager).person)
    await manager.start(Pairs.list, mode=_mode(manager), show_mode=show_mode)


async def open_pair_card(manager: DialogManager, pair_id: int, show_mode: ShowMode | None = None) -> None:
    """Raises NotFound, NotAllowed outside her scope."""
    ctx = context(manager)
    async with ctx.reading() as session:
        await pair_card(session, ctx.person, pair_id, ctx.now(), ctx.zone)
    data = start_data(PairsDesk(pair_id=pair_id))
    await manager.start(Pairs.card, data=data, mode=_mode(manager), show_mode=show_mode)


def _mode(manager: DialogManager) -> StartMode:
    """The desk does not pile up on the desk."""
    within = manager.has_context() and manager.current_context().state.group is Pairs
    return StartMode.RESET_STACK if within else StartMode.NORMAL
