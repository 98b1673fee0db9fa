from datetime import UTC, datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from db.vocabulary import WITHOUT_TUTOR, RequestStatus
from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.longest import LONG_NAME, LONGEST
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.request_queue.data import QueuePlace
from dialogs.requests.api import SAMPLE, facts, history_lines, present, said, shown_if_late
from dialogs.states import RequestQueue
from services.requests import rules
from services.requests.history import whole_history
from services.requests.queue import ASSIGNABLE, DECLINABLE, may_remind, may_settle, queued, remind, settle


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, place = context(dialog_manager), read(dialog_manager, QueuePlace)
    now = present(ctx)
    async with ctx.reading() as session:
        view = await queued(session, ctx.person, place.request_id, now)
        changes = await whole_history(session, ctx.person.id, view, now)
        remindable = await may_remind(session, view, now)
    return {
        **facts(view, ctx.words, ctx.content),
        "state": ctx.words.plain("requests-status", status=view.phase),
        "waits": view.status in WITHOUT_TUTOR,
        "declined": view.status == RequestStatus.DECLINED,
        "has_tutor": view.tutor_id is not None,
        "is_overdue": rules.is_overdue(view.status, view.due_on, now.today),
        "until": view.due_on,
        "teacher_said": said(view.requester_says_held),
        "tutor_said": said(view.tutor_says_held),
        "history": history_lines(changes, ctx.words),
        "may_remind": remindable,
        "may_assign": view.status in WITHOUT_TUTOR,
        "may_reassign": view.status in ASSIGNABLE - WITHOUT_TUTOR,
        "may_settle": may_settle(view.status, view.met),
        "may_decline": view.status in DECLINABLE,
    }


async def on_settled(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, place = context(manager), read(manager, QueuePlace)
    async with shown_if_late(query, ctx), ctx.transaction() as session:
        await settle(session, ctx.person, place.request_id, button.widget_id == "held", present(ctx))


async def on_remind(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, place = context(manager), read(manager, QueuePlace)
    async with shown_if_late(query, ctx):
        async with ctx.transaction() as session:
            await remind(session, ctx.person, place.request_id, present(ctx))
        await query.answer(ctx.words.plain("request-queue-alert-reminded"), show_alert=True)


window = Window(
    Say("request-queue-card"),
    Row(
        Button(Label("requests-btn-held"), id="held", on_click=on_settled, when="may_settle"),
        Button(Label("requests-btn-not-held"), id="not_held", on_click=on_settled, when="may_settle"),
    ),
    Button(Label("request-queue-btn-remind"), id="remind", on_click=on_remind, when="may_remind"),
    Row(
        SwitchTo(Label("request-queue-btn-assign"), id="assign", state=RequestQueue.assign, when="may_assign"),
        SwitchTo(Label("request-queue-btn-reassign"), id="reassign", state=RequestQueue.assign, when="may_reassign"),
        SwitchTo(Label("request-queue-btn-decline"), id="decline", state=RequestQueue.decline, when="may_decline"),
    ),
    back_to(RequestQueue.list),
    state=RequestQueue.card,
    getter=getter,
    preview_data={
        **SAMPLE,
        "state": "ищем тьютора",
        "waits": True,
        "declined": False,
        "teacher_said": "nothing",
        "tutor_said": "nothing",
        "may_reassign": False,
        "may_settle": False,
        "may_remind": False,
        "has_tutor": False,
        "is_overdue": True,
        "until": datetime(2026, 10, 9, tzinfo=UTC),
        "history": "6 окт. — заявка отправлена",
        "may_assign": True,
        "may_decline": True,
    },
    preview_faces={
        "disputed": {"state": "надо разобраться", "waits": False, "has_tutor": True, "may_assign": False}
        | {"may_settle": True, "may_reassign": True, "teacher_said": "not_held", "tutor_said": "held"},
        "no_time": {"state": "тьютор есть, времени нет", "waits": False, "has_tutor": True, "may_assign": False}
        | {"may_remind": True, "may_reassign": True},
        "longest": {"facts": f"{LONGEST['topic']}\n{LONGEST['note']}", "teacher": LONG_NAME, "tutor": LONG_NAME}
        | {"school": LONGEST["school"], "tutor_school": LONGEST["school"], "has_tutor": True}
        | {"history": "\n".join([LONG_NAME] * 8)},
    },
)
