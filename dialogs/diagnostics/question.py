from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.nav import menu
from dialogs.common.question import PREVIEW, Asked, Ticks, question_data, question_keyboard, question_text
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.diagnostics.data import Place
from dialogs.diagnostics.show import show_result
from dialogs.states import Diagnostics
from services.diagnostics.answering import NOT_BEGUN, begin, look_at, neighbour, order_of, save_answer
from services.questionnaires.answers import Answer
from services.questionnaires.items import MultiItem
from services.questionnaires.model import Questionnaire

_NOTHING: dict[str, Any] = {"question": "", "choices": [], "short_choices": [], "ready": [], "skip": []}


def _questionnaire(manager: DialogManager) -> Questionnaire:
    ctx = context(manager)
    return ctx.content.questionnaires.get(read(manager, Place).questionnaire_id, ctx.locale)


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, place, questionnaire = context(dialog_manager), read(dialog_manager, Place), _questionnaire(dialog_manager)
    async with ctx.reading() as session:
        seen = await look_at(session, ctx.person.id, place.attempt_id, questionnaire, place.item_id)
    if seen is None:
        return {**_NOTHING, "open": False, "gone": True, "answered": False}
    shown = question_data(
        ctx.words,
        questionnaire,
        seen.item,
        number=seen.number,
        total=seen.total,
        answer=seen.answer,
        ticks=read(dialog_manager, Ticks),
        order=seen.order,
    )
    return {**shown, "open": True, "gone": False, "answered": seen.answer is not None}


async def asked(manager: DialogManager) -> Asked:
    """The earlier answer is wanted for ticks alone, so only then it is read."""
    ctx, place, questionnaire = context(manager), read(manager, Place), _questionnaire(manager)
    item = next((one for one in questionnaire.items if one.id == place.item_id), None)
    order = order_of(questionnaire, item, place.attempt_id) if item else ()
    if not isinstance(item, MultiItem):
        return Asked(questionnaire, place.item_id, order=order)
    async with ctx.reading() as session:
        seen = await look_at(session, ctx.person.id, place.attempt_id, questionnaire, place.item_id)
    return Asked(questionnaire, place.item_id, seen.answer if seen else None, order)


async def on_answer(manager: DialogManager, item_id: str, answer: Answer) -> None:
    """Saved at once. A second tap on a question already left behind does not move the person on."""
    ctx, place, questionnaire = context(manager), read(manager, Place), _questionnaire(manager)
    async with ctx.transaction() as session:
        attempt_id = place.attempt_id
        if attempt_id == NOT_BEGUN:
            attempt_id = (await begin(session, ctx.person, questionnaire, ctx.now())).attempt_id
        step = await save_answer(session, ctx.person.id, attempt_id, questionnaire, item_id, answer, ctx.now())
    if step.item_id is None:
        await show_result(manager, step.attempt_id)
    elif item_id == place.item_id:
        change(manager, Place, attempt_id=attempt_id, item_id=step.item_id)


async def on_previous(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    found = await _neighbour(manager, -1)
    if found is None:
        await manager.switch_to(Diagnostics.intro)
    else:
        change(manager, Place, item_id=found)


async def on_forward(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    found = await _neighbour(manager, +1)
    if found is not None:
        change(manager, Place, item_id=found)


async def _neighbour(manager: DialogManager, step: int) -> str | None:
    ctx, place = context(manager), read(manager, Place)
    async with ctx.reading() as session:
        return await neighbour(session, ctx.person.id, place.attempt_id, _questionnaire(manager), place.item_id, step)


async def on_stop(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    if read(manager, Place).attempt_id != NOT_BEGUN:
        await query.answer(context(manager).words.plain("diagnostics-stopped"))
    await manager.switch_to(Diagnostics.list)


async def on_end(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The content has changed so that nothing is left to ask: going on ends the attempt."""
    ctx = context(manager)
    async with ctx.transaction() as session:
        step = await begin(session, ctx.person, _questionnaire(manager), ctx.now())
    if step.item_id is None:
        await show_result(manager, step.attempt_id)
    else:
        change(manager, Place, attempt_id=step.attempt_id, item_id=step.item_id)


window = Window(
    question_text(),
    Say("diagnostics-question-gone", when="gone"),
    *question_keyboard(asked, on_answer),
    Button(Label("common-btn-ready"), id="end", on_click=on_end, when="gone"),
    Row(
        Button(Label("common-btn-back"), id="previous", on_click=on_previous, when="open"),
        Button(Label("diagnostics-btn-forward"), id="forward", on_click=on_forward, when="answered"),
    ),
    Row(Button(Label("diagnostics-btn-stop"), id="stop", on_click=on_stop), menu()),
    state=Diagnostics.question,
    getter=getter,
    preview_data={**PREVIEW, "open": True, "gone": False, "answered": True},
)
