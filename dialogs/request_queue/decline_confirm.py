from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.request_queue.data import QueueChoice, QueuePlace
from dialogs.request_queue.words import request_in_words
from dialogs.requests.api import SAMPLE, present, shown_if_late
from dialogs.states import RequestQueue
from services.requests.queue import decline


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What the teacher is going to read, before she does."""
    return {**await request_in_words(dialog_manager), "reason": read(dialog_manager, QueueChoice).reason}


async def on_yes(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, place = context(manager), read(manager, QueuePlace)
    reason = read(manager, QueueChoice).reason
    async with shown_if_late(query, ctx), ctx.transaction() as session:
        await decline(session, ctx.person, place.request_id, reason, present(ctx))
    await manager.switch_to(RequestQueue.card)


window = Window(
    Say("request-queue-decline-confirm"),
    Button(Label("request-queue-btn-decline-yes"), id="yes", on_click=on_yes),
    back_to(RequestQueue.decline),
    state=RequestQueue.decline_confirm,
    getter=getter,
    preview_data={**SAMPLE, "reason": "По этой теме готовится занятие для всех."},
)
