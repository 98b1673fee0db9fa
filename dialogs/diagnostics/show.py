"""Opening a result: whoever may not read it is refused before the window changes."""

from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.data import save
from dialogs.diagnostics.data import Opened
from dialogs.states import Diagnostics
from services.diagnostics.results import check_may_open, open_shared


async def show_result(manager: DialogManager, attempt_id: int, *, past: bool = False) -> None:
    ctx = context(manager)
    async with ctx.reading() as session:
        await check_may_open(session, ctx.person, attempt_id, ctx.content)
    save(manager, Opened(attempt_id, past))
    await manager.switch_to(Diagnostics.result)


async def show_shared(manager: DialogManager, attempt_id: int) -> None:
    """Somebody else's result: that she has opened it is kept before it is shown."""
    ctx = context(manager)
    async with ctx.transaction() as session:
        await open_shared(session, ctx.person, attempt_id, ctx.content, ctx.now())
    save(manager, Opened(attempt_id))
    await manager.switch_to(Diagnostics.shared_result)
