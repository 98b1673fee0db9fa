from datetime import UTC, datetime
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Row, SwitchTo

from db.vocabulary import RequestStatus
from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.request_queue.data import QueuePlace
from dialogs.requests.api import SAMPLE, facts, history_lines, present
from dialogs.states import RequestQueue
from services.requests import rules
from services.requests.history import history
from services.requests.queue import ASSIGNABLE, queued


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, place = context(dialog_manager), read(dialog_manager, QueuePlace)
    now = present(ctx)
    async with ctx.reading() as session:
        view = await queued(session, ctx.person, place.request_id, now)
        changes = await history(session, ctx.person.id, view)
    known = facts(view, ctx.words, ctx.content)
    asked_on = view.created_at.astimezone(ctx.zone)
    return {
        **known,
        "state": ctx.words.plain("requests-status", status=str(view.status)),
        "waits": view.status in rules.WITHOUT_TUTOR,
        "has_tutor": bool(view.tutor),
        "is_overdue": rules.is_overdue(view.status, view.created_at, ctx.now(), ctx.zone, ctx.content.calendar),
        "until": rules.last_day_to_answer(asked_on.date(), ctx.content.calendar),
        "history": history_lines(changes, ctx.words),
        "may_assign": view.status in ASSIGNABLE,
        "may_decline": view.status in rules.WITHOUT_TUTOR or view.status == RequestStatus.CLARIFY,
    }


window = Window(
    Say("request-queue-card"),
    Row(
        SwitchTo(Label("request-queue-btn-assign"), id="assign", state=RequestQueue.assign, when="may_assign"),
        SwitchTo(Label("request-queue-btn-decline"), id="decline", state=RequestQueue.decline, when="may_decline"),
    ),
    back_to(RequestQueue.list),
    state=RequestQueue.card,
    getter=getter,
    preview_data={
        **SAMPLE,
        "state": "ищем тьютора",
        "waits": True,
        "has_tutor": True,
        "is_overdue": True,
        "until": datetime(2026, 10, 9, tzinfo=UTC),
        "history": "…",
        "may_assign": True,
        "may_decline": True,
    },
)
