"""Before anybody is told: who will be, and what."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from db.vocabulary import CheckInSide
from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.nav import menu
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.mentoring.data import CheckInData, MyPairs
from dialogs.states import CheckIns
from services.mentoring.answer import ask_for_help, view_check_in, who_would_help


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, CheckInData)
    async with ctx.reading() as session:
        view = await view_check_in(session, ctx.person, data.check_in_id)
        helpers = await who_would_help(session, data.check_in_id, ctx.now(), ctx.house.zone)
    return {
        "told": data.told,
        "mine": view.side is CheckInSide.MENTEE,
        "can_tell": bool(helpers) and not data.told,
        "anybody": bool(helpers),
        "helpers": ", ".join(helper.full_name for helper in helpers),
        "partner": f"{view.partner.given} {view.partner.surname}".strip(),
    }


async def on_tell(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, data = context(manager), read(manager, CheckInData)
    async with ctx.transaction() as session:
        await ask_for_help(session, ctx.person, data.check_in_id, ctx.now(), ctx.house.zone, ctx.content)
    change(manager, CheckInData, told=True)


async def on_back(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """To the pair's card, or to the end of the questions: wherever she came from."""
    await manager.switch_to(CheckIns.pair if read(manager, MyPairs).pair_id else CheckIns.done)


window = Window(
    Say("mentoring-contact-told", when="told"),
    Say("mentoring-contact", when="can_tell"),
    Say("mentoring-contact-nobody", when=lambda data, *_: not data["anybody"]),
    Button(Label("mentoring-btn-tell"), id="tell", on_click=on_tell, when="can_tell"),
    Row(Button(Label("common-btn-back"), id="back", on_click=on_back), menu()),
    state=CheckIns.contact,
    getter=getter,
    preview_data={
        "told": True,
        "mine": True,
        "can_tell": True,
        "anybody": False,
        "helpers": "Белова Марина Олеговна",
        "partner": "Илья Воронов",
    },
)
