from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from dialogs.broadcasts.data import BroadcastData, Choosing
from dialogs.broadcasts.preview import to_preview
from dialogs.broadcasts.segment_words import segment_words
from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import read, save
from dialogs.common.nav import menu
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.states import Broadcasts
from services.broadcasts.compose import set_segment
from services.broadcasts.listing import one, unit_names, units_to_choose
from services.broadcasts.segment import By, Filter, Segment

EVERYONE = "everyone"


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, narrowing = context(dialog_manager), read(dialog_manager, Choosing).narrowing
    async with ctx.reading() as session:
        held = (await one(session, ctx.person, read(dialog_manager, BroadcastData).opened)).segment
        names = await unit_names(session, held)
        __, municipalities = await units_to_choose(session, ctx.person, By.MUNICIPALITY, Segment(), "", 1, 0)
    filters = [by.value for by in (held.may_narrow_by() if narrowing else By)]
    if municipalities < 2 and By.MUNICIPALITY in filters:
        filters.remove(By.MUNICIPALITY)
    return {
        "narrowing": narrowing,
        "segment": segment_words(ctx.words, ctx.content, held, names),
        "filters": [{"id": by, "by": by} for by in ([] if narrowing else [EVERYONE]) + filters],
    }


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, by: str) -> None:
    """«Всем» and «Молодые педагоги» are whole; the rest still needs a value."""
    narrowing = read(manager, Choosing).narrowing
    if by not in (EVERYONE, By.YOUNG):
        save(manager, Choosing(by=by, narrowing=narrowing))
        await manager.switch_to(Broadcasts.segment_value)
        return
    await choose(manager, Filter(By.YOUNG) if by == By.YOUNG else None, narrowing)


async def choose(manager: DialogManager, chosen: Filter | None, narrowing: bool) -> None:
    """Keep the choice and show what the announcement looks like by now."""
    ctx, broadcast_id = context(manager), read(manager, BroadcastData).opened
    async with ctx.transaction() as session:
        held = (await one(session, ctx.person, broadcast_id)).segment if narrowing else Segment()
        new = held.with_filter(chosen) if chosen else held
        await set_segment(session, ctx.person, broadcast_id, new, ctx.now())
    await to_preview(manager)


async def on_back(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    narrowing = read(manager, Choosing).narrowing
    await manager.switch_to(Broadcasts.preview if narrowing else Broadcasts.text)


window = Window(
    Say("broadcasts-segment"),
    choices("filters", on_chosen, str, most=1 + len(By), label=Label("broadcasts-by"), width=2),
    Row(Button(Label("common-btn-back"), id="back", on_click=on_back), menu()),
    state=Broadcasts.segment,
    getter=getter,
    preview_data={
        "narrowing": True,
        "segment": "Сосновская ООШ",
        "filters": [{"id": by, "by": by} for by in (EVERYONE, *By)],
    },
)
