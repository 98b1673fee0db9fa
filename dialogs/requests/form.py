from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from db.vocabulary import RequestForm
from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import menu
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.requests.data import AskData
from dialogs.requests.steps import answered
from dialogs.requests.subject import before_form
from dialogs.states import AskTutor
from locales import Safe
from services.requests.topics import title

FORMS = [{"id": str(form), "form": str(form)} for form in RequestForm]


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    topic = title(read(dialog_manager, AskData), ctx.content, ctx.locale)
    lines = [ctx.words.html("requests-form-line", form=str(form)) for form in RequestForm]
    return {"topic": topic, "items": FORMS, "forms": Safe("\n".join(lines))}


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, form: str) -> None:
    await answered(manager, AskTutor.when, form=str(RequestForm(form)))


window = Window(
    Say("requests-ask-form"),
    choices("items", on_chosen, str, most=len(FORMS), label=Label("requests-form-btn"), width=2),
    Row(Button(Label("common-btn-back"), id="before", on_click=before_form), menu()),
    state=AskTutor.form,
    getter=getter,
    preview_data={"topic": "Стереометрия", "items": FORMS, "forms": Safe("<b>Практикум</b> — …")},
)
