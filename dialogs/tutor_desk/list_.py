from datetime import UTC, datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.labels import shorten
from dialogs.common.nav import leave_only, menu
from dialogs.common.pager import PAGE, pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.states import TutorDesk
from dialogs.tutor_desk.data import DeskList, DeskPlace
from services.requests.desk import desk, offered, tutees
from services.requests.topics import title

TOPIC = 16


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, DeskList)
    async with ctx.reading() as session:
        view = await desk(session, ctx.person, ctx.now())
        section = data.section or ("tutees" if view.tutees and not view.offers else "offers")
        rows = offered if section == "offers" else tutees
        found, total = await rows(session, ctx.person, ctx.now(), PAGE, data.page * PAGE)
    return {
        "section": section,
        "active": view.active,
        "offers": view.offers,
        "tutees": view.tutees,
        "most": view.max_tutees,
        "held": view.held,
        "has_next_meeting": view.next_meeting is not None,
        "next_meeting": view.next_meeting or ctx.now(),
        "rows": [
            {
                "id": one.id,
                "number": one.number,
                "topic": shorten(title(one, ctx.content, ctx.locale), TOPIC),
                "state": "timed" if one.meeting_at else str(one.status),
                "at": one.meeting_at or one.created_at,
            }
            for one in found
        ],
        **pages(data.page, total),
    }


async def to_section(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    change(manager, DeskList, section=button.widget_id, page=0)


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, request_id: int) -> None:
    change(manager, DeskPlace, request_id=request_id)
    await manager.switch_to(TutorDesk.card)


window = Window(
    Say("tutor-desk-list"),
    Row(
        Button(Label("tutor-desk-section-offers"), id="offers", on_click=to_section),
        Button(Label("tutor-desk-section-tutees"), id="tutees", on_click=to_section),
    ),
    choices("rows", on_chosen, int, most=PAGE, label=Label("tutor-desk-row")),
    pager(DeskList),
    Row(SwitchTo(Label("tutor-desk-btn-settings"), id="settings", state=TutorDesk.settings), leave_only(), menu()),
    state=TutorDesk.list,
    getter=getter,
    preview_data={
        "section": "offers",
        "active": True,
        "offers": 2,
        "tutees": 1,
        "most": 3,
        "held": 4,
        "has_next_meeting": True,
        "next_meeting": datetime(2026, 10, 8, 11, 30, tzinfo=UTC),
        "rows": [
            {
                "id": 12,
                "number": 12,
                "topic": "Стереометрия",
                "state": "timed",
                "at": datetime(2026, 10, 8, 11, 30, tzinfo=UTC),
            }
        ],
        **pages(0, 9),
    },
)
