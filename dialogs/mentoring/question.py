from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row
from aiogram_dialog.widgets.text import Multi

from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.nav import go_back, menu
from dialogs.common.question import PREVIEW, Asked, question_data, question_keyboard, question_text
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.mentoring.data import CheckInData
from dialogs.mentoring.keep import keep
from dialogs.states import CheckIns
from locales.names import with_name
from services.mentoring.answer import keep_draft, view_check_in
from services.mentoring.notices import ASK
from services.mentoring.views import CheckInView
from services.questionnaires.answers import Answer
from services.questionnaires.items import TextItem
from services.questionnaires.model import Questionnaire
from services.questionnaires.rules import item_after, next_item, position, previous_item, progress, visible_items


async def _open(manager: DialogManager) -> tuple[CheckInView, Questionnaire, str | None]:
    """The check-in, its questionnaire and the item that is asked now."""
    ctx, data = context(manager), read(manager, CheckInData)
    async with ctx.reading() as session:
        view = await view_check_in(session, ctx.person, data.check_in_id)
    questionnaire = ctx.content.questionnaires.get(view.questionnaire_id, ctx.locale)
    shown = {item.id for item in visible_items(questionnaire, view.answers)}
    if data.item_id in shown:
        return view, questionnaire, data.item_id
    following = next_item(questionnaire, view.answers)
    return view, questionnaire, following.id if following else None


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    view, questionnaire, item_id = await _open(dialog_manager)
    words = context(dialog_manager).words
    if item_id is None or view.answered:
        nothing: dict[str, Any] = {"choices": [], "short_choices": [], "ready": [], "skip": []}
        return {
            "question": words.html("mentoring-answered"),
            "open": False,
            "first": False,
            "given": False,
            "writing": False,
            "who": "",
            **nothing,
        }
    item = questionnaire.item(item_id)
    number = position(questionnaire, view.answers, item_id) or 1
    return {
        **question_data(
            words,
            questionnaire,
            item,
            number=number,
            total=progress(questionnaire, view.answers).total,
            answer=_given(view, item_id),
        ),
        "open": True,
        "side": view.side,
        "name": with_name(view.partner.given, view.partner.patronymic, words.locale),
        "week": view.week,
        "first": number == 1,
        "given": _given(view, item_id) is not None,
        "writing": isinstance(item, TextItem),
        "who": questionnaire.confidentiality.text,
    }


def _given(view: CheckInView, item_id: str) -> Answer | None:
    """Her answer as it stands; of the question to the mentor also what she has typed and not sent."""
    if item_id == ASK and view.draft:
        return view.draft
    return view.answers.get(item_id)


async def asked(manager: DialogManager) -> Asked:
    _, questionnaire, item_id = await _open(manager)
    return Asked(questionnaire, item_id)


async def on_answer(manager: DialogManager, item_id: str, answer: Answer) -> None:
    if item_id == ASK and isinstance(answer, str):
        ctx, data = context(manager), read(manager, CheckInData)
        async with ctx.transaction() as session:
            await keep_draft(session, ctx.person, data.check_in_id, answer, ctx.now(), ctx.zone, ctx.content)
        await manager.switch_to(CheckIns.send)
        return
    await keep(manager, item_id, answer)


async def on_back(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """To the question before; from the first one to where the questions were opened."""
    view, questionnaire, item_id = await _open(manager)
    before = None if view.answered else previous_item(questionnaire, view.answers, item_id)
    if before is not None:
        change(manager, CheckInData, item_id=before.id)
    else:
        await go_back(manager)


async def on_forward(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Past a question that somebody went back to, leaving its answer as it was."""
    view, questionnaire, item_id = await _open(manager)
    if item_id == ASK and view.draft:
        await manager.switch_to(CheckIns.send)
        return
    following = item_after(questionnaire, view.answers, item_id) if item_id else None
    change(manager, CheckInData, item_id=following.id if following else None)


window = Window(
    Multi(
        Say("mentoring-about", when="open"),
        question_text(),
        Say("mentoring-who-sees", when="first"),
        Say("mentoring-careful", when="writing"),
        sep="\n\n",
    ),
    *question_keyboard(asked, on_answer),
    Row(
        Button(Label("common-btn-back"), id="back", on_click=on_back),
        Button(Label("common-btn-next"), id="forward", on_click=on_forward, when="given"),
        menu(),
    ),
    state=CheckIns.question,
    getter=getter,
    preview_data={
        **PREVIEW,
        "open": True,
        "side": "mentor",
        "name": "с Ильёй",
        "week": date(2026, 10, 5),
        "first": True,
        "given": True,
        "writing": True,
        "who": "Настроение видите только вы.",
    },
)
