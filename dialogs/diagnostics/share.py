from datetime import UTC, datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo

from db.vocabulary import Audience
from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.diagnostics.data import Opened
from dialogs.states import Diagnostics
from services.diagnostics.results import own_result
from services.diagnostics.sharing import readers, share


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    async with ctx.reading() as session:
        view = await own_result(session, ctx.person, read(dialog_manager, Opened).attempt_id, ctx.content, ctx.locale)
        methodists = await readers(session, ctx.person, ctx.now())
    return {
        "title": view.questionnaire.short_title,
        "at": view.at,
        "names": ", ".join(one.full_name for one in methodists),
        "any": bool(methodists),
    }


async def on_yes(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx = context(manager)
    async with ctx.transaction() as session:
        await share(session, ctx.person, read(manager, Opened).attempt_id, Audience.METHODIST, ctx.content, ctx.now())
    await query.answer(ctx.words.plain("diagnostics-shared-done"))
    await manager.switch_to(Diagnostics.result)


window = Window(
    Say("diagnostics-share"),
    Column(
        Button(Label("diagnostics-btn-share-yes"), id="yes", on_click=on_yes),
        SwitchTo(Label("diagnostics-btn-share-no"), id="no", state=Diagnostics.result),
    ),
    back_to(Diagnostics.result),
    state=Diagnostics.share,
    getter=getter,
    preview_data={
        "title": "Экспресс-самодиагностика",
        "at": datetime(2026, 10, 6, 7, tzinfo=UTC),
        "names": "Орлова Марина Викторовна",
        "any": True,
    },
)
