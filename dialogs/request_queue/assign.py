from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.labels import shorten
from dialogs.common.nav import back_to
from dialogs.common.pager import PAGE, pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.request_queue.data import QueueChoice, QueuePlace, TutorPage
from dialogs.requests.api import SAMPLE, facts, present
from dialogs.states import RequestQueue
from services.requests.queue import queued, tutors_for

NAME = 13


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, place = context(dialog_manager), read(dialog_manager, QueuePlace)
    page = read(dialog_manager, TutorPage).page
    async with ctx.reading() as session:
        view = await queued(session, ctx.person, place.request_id, present(ctx))
        tutors = await tutors_for(session, ctx.person, place.request_id, present(ctx))
    return {
        **facts(view, ctx.words, ctx.content),
        "has_tutor": view.tutor_id is not None,
        "tutors": [
            {
                "id": one.person_id,
                "name": shorten(one.short_name, NAME),
                "open": one.open_requests,
                "most": one.max_tutees,
                "refused": one.asked_refused,
            }
            for one in tutors[page * PAGE : (page + 1) * PAGE]
        ],
        **pages(page, len(tutors)),
    }


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, tutor_id: int) -> None:
    change(manager, QueueChoice, tutor_id=tutor_id)
    await manager.switch_to(RequestQueue.assign_confirm)


window = Window(
    Say("request-queue-assign"),
    choices("tutors", on_chosen, int, most=PAGE, label=Label("request-queue-tutor")),
    pager(TutorPage),
    back_to(RequestQueue.card),
    state=RequestQueue.assign,
    getter=getter,
    preview_data={
        **SAMPLE,
        "has_tutor": True,
        "tutors": [
            {"id": 1, "name": "Смирнова И. …", "open": 1, "most": 3, "refused": True},
            {"id": 2, "name": "Ким М. И.", "open": 0, "most": 2, "refused": False},
        ],
        **pages(0, 9),
    },
)
