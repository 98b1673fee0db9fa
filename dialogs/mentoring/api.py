"""The door to the weekly questions and to one's own pairs."""

from aiogram_dialog import DialogManager, ShowMode, StartMode

from db.vocabulary import CheckInSide
from dialogs.common.context import context
from dialogs.common.data import start_data
from dialogs.mentoring.data import CheckInData, MyPairs
from dialogs.states import CheckIns
from services.errors import NotFound
from services.mentoring.answer import open_check_in
from services.mentoring.mine import my_pairs, my_sides


async def ask(manager: DialogManager, check_in_id: int, show_mode: ShowMode | None = None) -> None:
    """The questions of one week, from the first unanswered one. Raises what `open_check_in` raises."""
    ctx = context(manager)
    async with ctx.transaction() as session:
        await open_check_in(session, ctx.person, check_in_id, ctx.now(), ctx.zone, ctx.content)
    await manager.start(
        CheckIns.question,
        data=start_data(CheckInData(check_in_id)),
        mode=StartMode.RESET_STACK if _within(manager) else StartMode.NORMAL,
        show_mode=show_mode,
    )


async def ask_waiting(manager: DialogManager, show_mode: ShowMode | None = None) -> bool:
    """Open questions that wait for her, of one pair; whether there were any."""
    ctx = context(manager)
    if ctx.visitor.person is None or not ctx.person.consented:
        return False
    now = ctx.now()
    async with ctx.reading() as session:
        mine = await my_pairs(session, ctx.person, now, ctx.zone, ctx.content)
    for pair in mine:
        if pair.check_in_id is not None and pair.due_at is not None and pair.due_at <= now:
            await ask(manager, pair.check_in_id, show_mode)
            return True
    return False


async def open_my_mentor(manager: DialogManager) -> None:
    await _open_mine(manager, CheckInSide.MENTEE)


async def open_my_mentees(manager: DialogManager) -> None:
    await _open_mine(manager, CheckInSide.MENTOR)


async def open_my_pair(manager: DialogManager, pair_id: int, show_mode: ShowMode | None = None) -> None:
    """Raises NotFound for a pair that is not hers."""
    ctx = context(manager)
    async with ctx.reading() as session:
        mine = await my_pairs(session, ctx.person, ctx.now(), ctx.zone, ctx.content)
    side = next((pair.side for pair in mine if pair.id == pair_id), None)
    if side is None:
        raise NotFound()
    mode = StartMode.RESET_STACK if _within(manager) else StartMode.NORMAL
    await manager.start(CheckIns.pair, data=start_data(MyPairs(side, pair_id)), mode=mode, show_mode=show_mode)


async def sides_of(manager: DialogManager) -> frozenset[CheckInSide]:
    """What she is or was in pairs: which of the two doors the menu shows."""
    ctx = context(manager)
    async with ctx.reading() as session:
        return await my_sides(session, ctx.person)


async def _open_mine(manager: DialogManager, side: CheckInSide) -> None:
    """One pair is shown at once, several as a list."""
    ctx = context(manager)
    async with ctx.reading() as session:
        mine = [
            pair for pair in await my_pairs(session, ctx.person, ctx.now(), ctx.zone, ctx.content) if pair.side is side
        ]
    if len(mine) == 1:
        await manager.start(CheckIns.pair, data=start_data(MyPairs(side, mine[0].id)))
    else:
        await manager.start(CheckIns.mine, data=start_data(MyPairs(side)))


def _within(manager: DialogManager) -> bool:
    """Questions do not pile up on questions."""
    return manager.has_context() and manager.current_context().state.group is CheckIns
