from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import menu
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.requests.api import SAMPLE, facts, present, shown_if_late
from dialogs.states import TutorDesk
from dialogs.tutor_desk.data import DeskPlace
from services.errors import NotAllowed
from services.requests.meeting import hand_back
from services.requests.read import offer_before


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, place = context(dialog_manager), read(dialog_manager, DeskPlace)
    async with ctx.reading() as session:
        view = await offer_before(session, ctx.person.id, place.request_id, ctx.now())
    return facts(view.request, ctx.words, ctx.content)


async def on_yes(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, place = context(manager), read(manager, DeskPlace)
    try:
        async with shown_if_late(query, ctx):
            async with ctx.transaction() as session:
                await hand_back(session, ctx.person.id, place.request_id, present(ctx))
            await manager.switch_to(TutorDesk.list)
            return
    except NotAllowed:  # a methodist has taken it away meanwhile; the card checks for itself who may see it
        words = ctx.words.plain("tutor-desk-alert-not-yours", number=place.request_id)
        await query.answer(words, show_alert=True)
    await manager.switch_to(TutorDesk.card)


window = Window(
    Say("tutor-desk-hand-back"),
    Column(
        Button(Label("tutor-desk-btn-hand-back-yes"), id="yes", on_click=on_yes),
        SwitchTo(Label("tutor-desk-btn-hand-back-no"), id="no", state=TutorDesk.card),
    ),
    menu(),
    state=TutorDesk.hand_back,
    getter=getter,
    preview_data=SAMPLE,
)
