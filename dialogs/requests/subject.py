from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.nav import go_back, leave
from dialogs.common.pager import SHORT_PAGE, pager, pages
from dialogs.common.subject_ticks import SubjectPage, subject_choices, subject_page
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.requests.data import AskData
from dialogs.states import AskTutor
from services.requests.topics import title


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Her subjects; all of them where none is known."""
    ctx, data = context(dialog_manager), read(dialog_manager, AskData)
    codes = ctx.person.subjects or tuple(ctx.content.subjects.codes())
    return {"given": data.given, "topic": title(data, ctx.content, ctx.locale), **subject_page(dialog_manager, codes)}


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, code: str) -> None:
    data = change(manager, AskData, subject=code, page=0)
    await manager.switch_to(AskTutor.form if data.given else AskTutor.topic)


async def to_first(query: CallbackQuery, button: Any, manager: DialogManager) -> None:
    """«Назад» from the topic: to the subject if it was asked, else out."""
    if len(context(manager).person.subjects) == 1:
        await go_back(manager)
    else:
        await manager.switch_to(AskTutor.subject)


async def before_form(query: CallbackQuery, button: Any, manager: DialogManager) -> None:
    """«Назад» from the form: to the topic, unless it came with her."""
    if read(manager, AskData).given:
        await to_first(query, button, manager)
    else:
        await manager.switch_to(AskTutor.topic)


window = Window(
    Say("requests-ask-subject"),
    subject_choices(on_chosen),
    pager(SubjectPage),
    leave(),
    state=AskTutor.subject,
    getter=getter,
    preview_data={
        "given": True,
        "topic": "Стереометрия",
        "subjects": [{"id": "mathematics", "name": "Математика"}],
        **pages(0, 1, SHORT_PAGE),
    },
)
