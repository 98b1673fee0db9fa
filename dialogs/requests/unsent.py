from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.context import context
from dialogs.common.data import read, save
from dialogs.common.nav import leave
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.requests.data import AskData
from dialogs.requests.facts import begun
from dialogs.requests.steps import next_question, taken_up
from dialogs.states import AskTutor
from locales import Safe
from services.requests.drafts import draft_of, drop_draft
from services.requests.topics import title
from services.requests.views import Draft


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What she has begun before, and what she has come with now."""
    ctx, data = context(dialog_manager), read(dialog_manager, AskData)
    async with ctx.reading() as session:
        draft = await draft_of(session, ctx.person.id) or Draft()
    return {
        "facts": begun(draft, ctx.words, ctx.content),
        "given": data.given,
        "topic": title(data, ctx.content, ctx.locale),
    }


async def on_continue(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Where it was sent from another phone meanwhile, she begins anew."""
    ctx = context(manager)
    async with ctx.reading() as session:
        draft = await draft_of(session, ctx.person.id)
    data = taken_up(draft) if draft else read(manager, AskData)
    save(manager, data)
    await manager.switch_to(next_question(data))


async def on_anew(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx = context(manager)
    async with ctx.transaction() as session:
        await drop_draft(session, ctx.person.id)
    await manager.switch_to(next_question(read(manager, AskData)))


window = Window(
    Say("requests-unsent"),
    Button(Label("requests-btn-continue"), id="continue", on_click=on_continue),
    Button(Label("requests-btn-anew"), id="anew", on_click=on_anew),
    leave(),
    state=AskTutor.unsent,
    getter=getter,
    preview_data={"facts": Safe("<b>Стереометрия</b>"), "given": True, "topic": "Цифровые средства"},
)
