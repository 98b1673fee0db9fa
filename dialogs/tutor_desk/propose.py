from datetime import UTC, datetime
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.nav import menu
from dialogs.common.typed_time import example, typed_moment
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.requests.api import SAMPLE, facts, present, shown_if_late
from dialogs.states import TutorDesk
from dialogs.tutor_desk.data import DeskPlace, TimePage
from services.requests import rules
from services.requests.desk import desk, suggestions
from services.requests.errors import BadMeetingTime, NotPossibleNow, TakenByAnother, TimeBusy
from services.requests.meeting import schedule
from services.requests.offers import propose
from services.requests.read import offer_before


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Times by the teacher's wish, beside the tutor's other meetings; none once the request waits for no time."""
    ctx, place = context(dialog_manager), read(dialog_manager, DeskPlace)
    page, now = read(dialog_manager, TimePage).page, present(ctx)
    async with ctx.reading() as session:
        view = await offer_before(session, ctx.person.id, place.request_id, ctx.now())
        her_desk = await desk(session, ctx.person, ctx.now())
        times = (
            await suggestions(session, ctx.person.id, place.request_id, view.request.when_code, now, page)
            if view.wants_time
            else []
        )
    return {
        **facts(view.request, ctx.words, ctx.content),
        "waits": view.wants_time,
        "over": not view.wants_time,
        "standing": view.standing,
        "mine": view.mine,
        "too_many": her_desk.tutees > her_desk.max_tutees,
        "tutees": her_desk.tutees,
        "most": her_desk.max_tutees,
        "example": example(ctx),
        "times": [{"id": int(moment.timestamp()), "moment": moment} for moment in times],
        "has_previous": page > 0,
        "has_next": len(times) == rules.SUGGESTIONS,
    }


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, seconds: int) -> None:
    async with shown_if_late(query, context(manager)):
        await _choose(manager, datetime.fromtimestamp(seconds, UTC))
        await manager.switch_to(TutorDesk.card)


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    ctx = context(manager)
    moment = await typed_moment(message, manager, typed)
    if moment is None:
        return
    seconds = int(moment.timestamp())
    day_off = rules.needs_second_look(moment, ctx.zone, ctx.content.calendar)
    if day_off and read(manager, TimePage).looked_twice != seconds:
        change(manager, TimePage, looked_twice=seconds)
        await message.answer(ctx.words.html("tutor-desk-time-day-off", at=moment))
        return
    try:
        await _choose(manager, moment)
    except (BadMeetingTime, TimeBusy, NotPossibleNow, TakenByAnother) as refusal:
        await message.answer(ctx.words.html(f"error-{refusal.code}", **refusal.fields))
        return
    await manager.switch_to(TutorDesk.card)


async def _choose(manager: DialogManager, moment: datetime) -> None:
    """Set it where the request is hers, else propose it."""
    ctx, place = context(manager), read(manager, DeskPlace)
    async with ctx.transaction() as session:
        view = await offer_before(session, ctx.person.id, place.request_id, ctx.now())
        act = schedule if view.mine else propose
        await act(session, ctx.person.id, place.request_id, moment, present(ctx))


async def turn(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    step = 1 if button.widget_id == "later" else -1
    change(manager, TimePage, page=max(0, read(manager, TimePage).page + step))


window = Window(
    Say("tutor-desk-time", when="waits"),
    Say("tutor-desk-time-over", when="over"),
    TextInput(id="typed", on_success=on_typed),
    choices("times", on_chosen, int, most=rules.SUGGESTIONS, label=Label("tutor-desk-moment"), width=2),
    Row(
        Button(Label("common-btn-previous"), id="earlier", on_click=turn, when="has_previous"),
        Button(Label("tutor-desk-btn-later"), id="later", on_click=turn, when="has_next"),
    ),
    Row(SwitchTo(Label("common-btn-back"), id="back", state=TutorDesk.card), menu()),
    state=TutorDesk.propose,
    getter=getter,
    preview_data={
        **SAMPLE,
        "waits": True,
        "over": True,
        "standing": "finished",
        "mine": True,
        "too_many": True,
        "tutees": 4,
        "most": 3,
        "example": "07.10 15:00",
        "times": [{"id": 1, "moment": datetime(2026, 10, 8, 11, 30, tzinfo=UTC)}],
        "has_previous": True,
        "has_next": True,
    },
)
