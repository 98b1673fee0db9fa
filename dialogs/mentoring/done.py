from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo
from aiogram_dialog.widgets.text import Multi

from db.vocabulary import CheckInSide
from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import go_to_menu, menu
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.mentoring.data import CheckInData
from dialogs.states import CheckIns
from services.mentoring.answer import HELP_ACTIONS, attention, view_check_in
from services.mentoring.notices import ASK
from services.mentoring.rules import is_week_end

SUGGEST_TIME = "suggest_time_slot"
MOOD = {CheckInSide.MENTOR: "how", CheckInSide.MENTEE: "week"}
HARD = (0, 1)
"""Answers after which a cheerful goodbye would hurt."""


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, CheckInData)
    async with ctx.reading() as session:
        view = await view_check_in(session, ctx.person, data.check_in_id)
        actions = await attention(session, ctx.person, data.check_in_id, ctx.content)
    questionnaire = ctx.content.questionnaires.get(view.questionnaire_id, ctx.locale)
    offered = HELP_ACTIONS[view.side] in actions
    return {
        "finish": questionnaire.finish.strip(),
        "hard": view.answers.get(MOOD[view.side]) in HARD,
        "timely": is_week_end(ctx.now(), ctx.zone, ctx.content.calendar),
        "sent": view.side is CheckInSide.MENTEE and isinstance(view.answers.get(ASK), str),
        "mentor": f"{view.partner.given} {view.partner.patronymic}".strip(),
        "connected": view.partner_connected,
        "suggest": SUGGEST_TIME in actions,
        "pass_on": offered and view.side is CheckInSide.MENTOR,
        "talk": offered and view.side is CheckInSide.MENTEE,
    }


async def on_no(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await go_to_menu(manager)


window = Window(
    Multi(
        Say("mentoring-done"),
        Say("mentoring-done-sent", when="sent"),
        Say("mentoring-done-suggest", when="suggest"),
        Say("mentoring-done-pass-on", when="pass_on"),
        Say("mentoring-done-talk", when="talk"),
        sep="\n\n",
    ),
    Column(
        SwitchTo(Label("mentoring-btn-pass-on"), id="pass_on", state=CheckIns.contact, when="pass_on"),
        SwitchTo(Label("mentoring-btn-talk"), id="talk", state=CheckIns.contact, when="talk"),
        Button(Label("mentoring-btn-nothing"), id="nothing", on_click=on_no, when="talk"),
    ),
    menu(),
    state=CheckIns.done,
    getter=getter,
    preview_data={
        "finish": "Отмечено. Хороших выходных!",
        "hard": False,
        "timely": True,
        "sent": True,
        "mentor": "Татьяна Сергеевна",
        "connected": False,
        "suggest": True,
        "pass_on": True,
        "talk": True,
    },
)
