from dataclasses import replace
from typing import Any

from aiogram import F
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from dialogs.broadcasts.data import BroadcastData, Came, Choosing
from dialogs.broadcasts.formatting import gist, piece_of
from dialogs.common.context import context
from dialogs.common.data import change, read, save
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.states import Broadcasts
from services.broadcasts.compose import add_piece, clear
from services.broadcasts.listing import one
from services.broadcasts.rules import CAPTION_LIMIT, TEXT_LIMIT, is_tail

GIST = 200
"""Characters of the text, so that a draft taken up again is recognised."""


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, broadcast_id = context(dialog_manager), read(dialog_manager, BroadcastData).broadcast_id
    limits = {"text_limit": TEXT_LIMIT, "caption_limit": CAPTION_LIMIT}
    if broadcast_id is None:
        nothing = {"some": False, "kept": False, "fits": False, "length": 0, "excess": 0, "limit": TEXT_LIMIT}
        return {**nothing, **limits, "attached": "none", "name": "", "gist": ""}
    async with ctx.reading() as session:
        draft = await one(session, ctx.person, broadcast_id)
    attached = draft.message.attached
    some = bool(draft.length or attached)
    return {
        "some": some,
        "kept": True,
        "length": draft.length,
        "excess": draft.excess,
        "limit": draft.limit,
        "fits": some and not draft.excess,
        "attached": attached.kind if attached else "none",
        "name": attached.name if attached else "",
        "gist": gist(draft.message.html, GIST),
        **limits,
    }


async def on_message(message: Message, widget: MessageInput, manager: DialogManager) -> None:
    """Whatever comes is kept; what cannot be announced is told."""
    ctx, piece, came = context(manager), piece_of(message), read(manager, Came)
    if piece is None:
        await message.answer(ctx.words.html("broadcasts-cannot-send"))
        return
    one_more = bool(message.media_group_id) and message.media_group_id == came.album
    if one_more:
        piece = replace(piece, attached=None)
        if not came.told:
            await message.answer(ctx.words.html("broadcasts-one-of-album"))
            manager.show_mode = ShowMode.DELETE_AND_SEND  # below what has been told
        elif not piece.length:
            manager.show_mode = ShowMode.NO_UPDATE  # no window a picture
    save(manager, Came(message.date, message.media_group_id or "", told=one_more))
    async with ctx.transaction() as session:
        broadcast_id = read(manager, BroadcastData).broadcast_id
        anew = not is_tail(message.date, came.at)
        kept = await add_piece(session, ctx.person, broadcast_id, piece, ctx.now(), instead=anew)
    save(manager, BroadcastData(kept))


async def on_again(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx = context(manager)
    async with ctx.transaction() as session:
        await clear(session, ctx.person, read(manager, BroadcastData).opened)
    change(manager, BroadcastData, previewed=False)


async def on_next(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    save(manager, Choosing())
    await manager.switch_to(Broadcasts.segment)


window = Window(
    Say("broadcasts-text"),
    MessageInput(on_message, filter=~F.text.startswith("/")),
    Button(Label("broadcasts-btn-to-whom"), id="next", on_click=on_next, when="fits"),
    Row(
        Button(Label("broadcasts-btn-again"), id="again", on_click=on_again, when="some"),
        SwitchTo(Label("broadcasts-btn-throw-away"), id="throw_away", state=Broadcasts.throw_away, when="kept"),
    ),
    back_to(Broadcasts.list),
    state=Broadcasts.text,
    getter=getter,
    preview_data={
        "some": True,
        "kept": True,
        "length": 350,
        "excess": 0,
        "limit": 4096,
        "fits": True,
        "attached": "document",
        "name": "План.pdf",
        "gist": "Семинар перенесён на пятницу.",
        "text_limit": 4096,
        "caption_limit": 1024,
    },
)
