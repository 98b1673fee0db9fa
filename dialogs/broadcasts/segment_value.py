from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput

from db.vocabulary import Role
from dialogs.broadcasts.data import BroadcastData, Choosing
from dialogs.broadcasts.segment import choose
from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.labels import shorten_middle
from dialogs.common.nav import back_to
from dialogs.common.pager import PAGE, SHORT_PAGE, page_of, pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.states import Broadcasts
from services.broadcasts.listing import one, units_to_choose
from services.broadcasts.segment import By, Filter


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, choosing = context(dialog_manager), read(dialog_manager, Choosing)
    found: dict[str, Any] = {"by": choosing.by, "typed": choosing.typed, "searched": bool(choosing.typed)}
    if choosing.by == By.SUBJECT:
        names = ctx.content.subjects
        codes, turning = page_of(tuple(names.codes()), choosing.page, SHORT_PAGE)
        shown = [{"id": code, "name": names.name(code, ctx.locale)} for code in codes]
        return {**found, "units": [], "codes": shown, **turning}
    if choosing.by == By.ROLE:
        roles = [{"id": role.value, "name": ctx.words.plain("broadcasts-role-btn", role=role.value)} for role in Role]
        return {**found, "units": [], "codes": roles, **pages(0, 0)}
    async with ctx.reading() as session:
        held = (await one(session, ctx.person, read(dialog_manager, BroadcastData).opened)).segment
        units, total = await units_to_choose(
            session, ctx.person, By(choosing.by), held, choosing.typed, PAGE, choosing.page * PAGE
        )
    rows = [{"id": str(unit.id), "name": unit.name} for unit in units]
    return {**found, "units": rows, "codes": [], **pages(choosing.page, total)}


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    change(manager, Choosing, typed=typed[:60], page=0)


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, value: str) -> None:
    choosing = read(manager, Choosing)
    await choose(manager, Filter(By(choosing.by), value), choosing.narrowing)


window = Window(
    Say("broadcasts-segment-value"),
    TextInput(id="typed", on_success=on_typed),
    choices("units", on_chosen, str, most=PAGE, cut=shorten_middle),
    choices("codes", on_chosen, str, most=SHORT_PAGE, width=2),
    pager(Choosing),
    back_to(Broadcasts.segment),
    state=Broadcasts.segment_value,
    getter=getter,
    preview_data={
        "by": "school",
        "typed": "",
        "searched": False,
        "units": [{"id": "17", "name": "Сосновская ООШ"}],
        "codes": [],
        **pages(0, 1),
    },
    preview_faces={
        "subjects": {
            "by": "subject",
            "units": [],
            "codes": [{"id": "mathematics", "name": "Математика"}, {"id": "physics", "name": "Физика"}],
            **pages(0, 16, SHORT_PAGE),
        }
    },
)
