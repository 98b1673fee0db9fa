"""A question to the mentor between the weekly ones. It is kept as it is typed, and sent with one more tap."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Multi

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.mentoring.data import MyPairs
from dialogs.states import CheckIns
from services.mentoring.questions import keep_question, question_draft
from services.questionnaires.errors import AnswerError


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, MyPairs)
    async with ctx.reading() as session:
        draft = await question_draft(session, ctx.person, data.pair_id, ctx.now())
    return {"text": draft.text, "typed": bool(draft.text)}


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, text: str) -> None:
    ctx, data = context(manager), read(manager, MyPairs)
    try:
        async with ctx.transaction() as session:
            await keep_question(session, ctx.person, data.pair_id, text, ctx.now(), ctx.zone, ctx.content)
    except AnswerError as error:
        await message.answer(ctx.words.html(f"error-{error.code}", **error.fields))
        return
    await manager.switch_to(CheckIns.ask_send)


async def on_next(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await manager.switch_to(CheckIns.ask_send)


window = Window(
    Multi(
        Say("mentoring-ask"),
        Say("mentoring-ask-typed", when="typed"),
        Say("mentoring-careful"),
        sep="\n\n",
    ),
    TextInput(id="question", on_success=on_typed),
    Button(Label("common-btn-next"), id="next", on_click=on_next, when="typed"),
    back_to(CheckIns.pair),
    state=CheckIns.ask_write,
    getter=getter,
    preview_data={"text": "Как начать урок после физкультуры?", "typed": True},
)
