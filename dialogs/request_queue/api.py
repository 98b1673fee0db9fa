"""The door to the methodist's queue."""

from aiogram_dialog import DialogManager, ShowMode

from dialogs.common.context import context
from dialogs.common.data import start_data
from dialogs.request_queue.data import QueuePlace
from dialogs.requests.api import present
from dialogs.states import RequestQueue
from services.requests.queue import queued
from services.visibility.rules import desk_scope


async def open_request_queue(manager: DialogManager) -> None:
    """Raises NotAllowed for somebody who is no methodist."""
    desk_scope(context(manager).person)
    await manager.start(RequestQueue.list)


async def open_queued(manager: DialogManager, request_id: int, show_mode: ShowMode | None = None) -> None:
    """Raises NotFound, NotAllowed for a request of another scope."""
    ctx = context(manager)
    async with ctx.reading() as session:
        await queued(session, ctx.person, request_id, present(ctx))
    await manager.start(RequestQueue.card, data=start_data(QueuePlace(request_id)), show_mode=show_mode)
