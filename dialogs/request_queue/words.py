from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.request_queue.data import QueuePlace
from dialogs.requests.api import facts, present
from services.requests.queue import queued


async def request_in_words(manager: DialogManager) -> dict[str, Any]:
    """The request that she is about to answer. Raises NotFound, NotAllowed."""
    ctx, place = context(manager), read(manager, QueuePlace)
    async with ctx.reading() as session:
        view = await queued(session, ctx.person, place.request_id, present(ctx))
    return facts(view, ctx.words, ctx.content)
