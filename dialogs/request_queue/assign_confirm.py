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
from dialogs.requests.api import SAMPLE, facts, present, shown_if_late
from dialogs.states import RequestQueue
from services.errors import NotFound
from services.requests.queue import assign, queued, tutors_for


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Raises NotFound for a tutor who has just left."""
    ctx, place = context(dialog_manager), read(dialog_manager, QueuePlace)
    tutor_id = read(dialog_manager, QueueChoice).tutor_id
    async with ctx.reading() as session:
        view = await queued(session, ctx.person, place.request_id, present(ctx))
        tutors = await tutors_for(session, ctx.person, place.request_id, present(ctx))
    chosen = next((one for one in tutors if one.person_id == tutor_id), None)
    if chosen is None:
        raise NotFound()
    known = facts(view, ctx.words, ctx.content)
    return {
        **known,
        "has_tutor": view.tutor_id is not None,
        "before": known["tutor"],
        "is_off": view.phase == "scheduled",
        "name": chosen.name,
        "open": chosen.open_requests,
        "most": chosen.max_tutees,
        "full": not chosen.free,
        "refused": chosen.asked_refused,
    }


async def on_yes(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, place = context(manager), read(manager, QueuePlace)
    tutor_id = read(manager, QueueChoice).tutor_id
    async with shown_if_late(query, ctx), ctx.transaction() as session:
        await assign(session, ctx.person, place.request_id, tutor_id, present(ctx))
    await manager.switch_to(RequestQueue.card)


window = Window(
    Say("request-queue-assign-confirm"),
    Button(Label("request-queue-btn-assign-yes"), id="yes", on_click=on_yes),
    back_to(RequestQueue.assign),
    state=RequestQueue.assign_confirm,
    getter=getter,
    preview_data={
        **SAMPLE,
        "has_tutor": True,
        "is_off": True,
        "before": "Кузнецов Андрей Николаевич",
        "name": "Смирнова Ирина Викторовна",
        "open": 3,
        "most": 3,
        "full": True,
        "refused": True,
    },
)
