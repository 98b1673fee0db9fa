from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.requests.data import AskData
from dialogs.requests.steps import answered
from dialogs.states import AskTutor
from services.requests.rules import WHEN_CODES
from services.requests.topics import title

CODES = [{"id": code, "when": code} for code in WHEN_CODES]


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    return {"topic": title(read(dialog_manager, AskData), ctx.content, ctx.locale), "items": CODES}


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, code: str) -> None:
    if code in WHEN_CODES:
        await answered(manager, AskTutor.note, when_code=code)


window = Window(
    Say("requests-ask-when"),
    choices("items", on_chosen, str, most=len(CODES), label=Label("requests-when-btn")),
    back_to(AskTutor.form),
    state=AskTutor.when,
    getter=getter,
    preview_data={"topic": "Стереометрия", "items": CODES},
)
