from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.labels import shorten
from dialogs.common.longest import LONG_NAME, LONGEST
from dialogs.common.nav import back_to
from dialogs.common.pager import pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.event_desk.data import DeskEvent
from dialogs.states import EventDesk
from locales import Safe, Words
from services.events.overview import participants
from services.events.views import Participant

ROWS = 20
"""People a page: a line each, nothing to press."""
LONGEST_PART = 60
"""Characters of a name or a school: twenty such lines fit one message."""


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, DeskEvent)
    first = data.page * ROWS
    async with ctx.reading() as session:
        event, found, total = await participants(session, ctx.person, data.event_id, ROWS, first)
    lines = [_line(ctx.words, first + number, somebody) for number, somebody in enumerate(found, start=1)]
    return {
        "title": event.title,
        "confirmed": event.confirmed,
        "line": event.waiting,
        "lines": Safe("\n".join(lines)),
        **pages(data.page, total, ROWS),
    }


def _line(words: Words, number: int, somebody: Participant) -> str:
    state = "come" if somebody.will_come else somebody.state.value
    return words.html(
        "event-desk-person",
        number=number,
        full_name=shorten(somebody.full_name, LONGEST_PART),
        school=shorten(somebody.school or "", LONGEST_PART),
        has_school=bool(somebody.school),
        state=state,
        position=somebody.position,
    )


window = Window(
    Say("event-desk-people"),
    pager(DeskEvent),
    back_to(EventDesk.card),
    state=EventDesk.people,
    getter=getter,
    preview_data={
        "title": "Стереометрия: методы решения",
        "confirmed": 1,
        "line": 0,
        "lines": "1. Петрова Анна Петровна",
        **pages(0, 1),
    },
    preview_faces={
        "none": {"confirmed": 0, "lines": "", **pages(0, 0)},
        "longest": {
            "title": LONGEST["title"],
            "lines": "\n".join([f"20. {LONG_NAME[:60]}, {LONGEST['school'][:60]} — ждёт, номер 20"] * 20),
        },
    },
)
