from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Button, Row

from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import menu
from dialogs.common.pager import PAGE, pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.requests.data import AskData
from dialogs.requests.steps import answered
from dialogs.requests.subject import to_first
from dialogs.states import AskTutor
from locales import Safe
from services.requests import rules
from services.requests.topics import topic_of, topics_for


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Her deficits first (in the message whole, for a button is short), then the other areas."""
    ctx, data = context(dialog_manager), read(dialog_manager, AskData)
    async with ctx.reading() as session:
        topics = await topics_for(session, ctx.person.id, data.subject, ctx.content, ctx.locale, data.result_of)
    rows = [ctx.words.html("requests-ask-topic-row", title=one.title) for one in topics if one.percent is not None]
    shown = topics[data.page * PAGE : (data.page + 1) * PAGE]
    return {
        "topics": [{"id": f"{one.questionnaire_id}:{one.area_id}", "name": one.button} for one in shown],
        "measured": Safe("\n".join(rows)),
        "any_measured": bool(rows),
        "none_measured": not rows,
        **pages(data.page, len(topics)),
    }


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, chosen: str) -> None:
    questionnaire_id, _, area_id = chosen.partition(":")
    ctx = context(manager)
    topic = topic_of(ctx.content, ctx.locale, questionnaire_id, area_id)
    if topic is None:
        return
    await answered(manager, AskTutor.form, topic=topic.title, questionnaire_id=questionnaire_id, area_id=area_id)


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    words, topic = context(manager).words, " ".join(typed.split())
    if len(topic) > rules.LONGEST_TOPIC:
        await message.answer(words.html("requests-topic-long", length=len(topic), limit=rules.LONGEST_TOPIC))
        return
    if not rules.is_worded(topic) or topic.startswith("/"):
        await message.answer(words.html("requests-topic-short"))
        return
    await answered(manager, AskTutor.form, topic=topic, questionnaire_id=None, area_id=None)


window = Window(
    Say("requests-ask-topic-measured", when="any_measured"),
    Say("requests-ask-topic", when="none_measured"),
    TextInput(id="typed", on_success=on_typed),
    choices("topics", on_chosen, str, most=PAGE),
    pager(AskData),
    Row(Button(Label("common-btn-back"), id="first", on_click=to_first), menu()),
    state=AskTutor.topic,
    getter=getter,
    preview_data={
        "topics": [
            {"id": "express_self_diagnostics:digital", "name": "Цифровые средства"},
            {"id": "express_self_diagnostics:assessment", "name": "Оценивание"},
            {"id": "gia_math_self_diagnostics:geometry", "name": "Стереометрия"},
        ],
        "measured": Safe("• Цифровые средства и ресурсы на уроке\n• Оценивание"),
        "any_measured": True,
        "none_measured": False,
        **pages(0, 9),
    },
    preview_faces={
        "none_measured": {"measured": "", "any_measured": False, "none_measured": True},
    },
)
