"""Opening a result: whoever may not read it is refused before the window changes."""

from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.data import save
from dialogs.diagnostics.data import Opened
from dialogs.states import Diagnostics
from services.diagnostics.results import open_shared, own_result, shared_result


async def show_result(manager: DialogManager, attempt_id: int, *, past: bool = False) -> None:
    ctx = context(manager)
    async with ctx.reading() as session:
        await own_result(session, ctx.person, attempt_id, ctx.content, ctx.locale)
    save(manager, Opened(attempt_id, past))
    await manager.switch_to(Diagnostics.result)


async def show_shared(manager: DialogManager, attempt_id: int) -> None:
    """Somebody else's result: first it is checked that she may, then it is kept that she did, then it is shown."""
    ctx = context(manager)
    async with ctx.transaction() as session:
        await shared_result(session, ctx.person, attempt_id, ctx.content, ctx.locale, ctx.now())
        await open_shared(session, ctx.person, attempt_id, ctx.now())
    save(manager, Opened(attempt_id))
    await manager.switch_to(Diagnostics.shared_result)
