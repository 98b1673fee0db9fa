from dataclasses import replace
from typing import Any

from aiogram import F
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from dialogs.broadcasts.data import BroadcastData, Choosing, Replacing
from dialogs.broadcasts.formatting import opening, piece_of
from dialogs.broadcasts.preview import to_preview
from dialogs.common.context import context
from dialogs.common.data import change, read, save
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.states import Broadcasts
from services.broadcasts.compose import add_piece, remove_attachment
from services.broadcasts.listing import one
from services.broadcasts.rules import CAPTION_LIMIT, TEXT_LIMIT, Came, take

OPENING = 200
"""Characters of the text, so that a draft taken up again is recognised."""


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, broadcast_id = context(dialog_manager), read(dialog_manager, BroadcastData).broadcast_id
    limits = {"text_limit": TEXT_LIMIT, "caption_limit": CAPTION_LIMIT}
    if broadcast_id is None:
        nothing = {"some": False, "kept": False, "fits": False, "length": 0, "excess": 0, "limit": TEXT_LIMIT}
        plain = {"replacing": False, "worded": False, "with_file": False, "chosen": False}
        return {**nothing, **limits, **plain, "attached": "none", "name": "", "opening": ""}
    async with ctx.reading() as session:
        draft = await one(session, ctx.person, broadcast_id)
    attached, replacing = draft.message.attached, read(dialog_manager, Replacing).text
    some = bool(draft.length or attached)
    return {
        "some": some,
        "kept": True,
        "length": draft.length,
        "excess": draft.excess,
        "limit": draft.limit,
        "fits": some and not draft.excess and not replacing,
        "chosen": draft.audience_chosen,
        "attached": attached.kind if attached else "none",
        "name": attached.name if attached else "",
        "opening": opening(draft.message.html, OPENING),
        "replacing": replacing,
        "worded": draft.length > 0 and not replacing,
        "with_file": attached is not None and not replacing,
        **limits,
    }


async def on_message(message: Message, widget: MessageInput, manager: DialogManager) -> None:
    """Whatever comes is kept; what cannot be announced is told."""
    ctx, piece, before = context(manager), piece_of(message), read(manager, Came)
    if piece is None:
        await message.answer(ctx.words.html("broadcasts-cannot-send"))
        return
    came = Came(message.date, message.media_group_id or "", piece.length)
    taken, replacing = take(came, before), read(manager, Replacing).text
    if not taken.attachment:
        piece = replace(piece, attached=None)
    async with ctx.transaction() as session:
        broadcast_id = read(manager, BroadcastData).broadcast_id
        kept = await add_piece(
            session, ctx.person, broadcast_id, piece, ctx.now(), instead=taken.instead, replacing=replacing
        )
    save(manager, replace(came, told=not taken.attachment))
    save(manager, BroadcastData(kept))
    save(manager, Replacing(replacing and not piece.length))
    if taken.tell_of_album:
        await message.answer(ctx.words.html("broadcasts-one-of-album"))
        manager.show_mode = ShowMode.DELETE_AND_SEND  # below what has been told
    elif not taken.show:
        manager.show_mode = ShowMode.NO_UPDATE


async def on_replace(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    save(manager, Replacing(True))


async def on_keep(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    save(manager, Replacing())


async def on_remove(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx = context(manager)
    async with ctx.transaction() as session:
        await remove_attachment(session, ctx.person, read(manager, BroadcastData).opened)
    change(manager, BroadcastData, previewed=False)


async def on_next(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Whom it is for is asked once; a draft that is taken up again knows it."""
    ctx = context(manager)
    async with ctx.reading() as session:
        draft = await one(session, ctx.person, read(manager, BroadcastData).opened)
    if draft.audience_chosen:
        await to_preview(manager)
        return
    save(manager, Choosing())
    await manager.switch_to(Broadcasts.segment)


window = Window(
    Say("broadcasts-text"),
    MessageInput(on_message, filter=~F.text.startswith("/")),
    Button(Label("broadcasts-btn-next"), id="next", on_click=on_next, when="fits"),
    Row(
        Button(Label("broadcasts-btn-replace"), id="replace", on_click=on_replace, when="worded"),
        Button(Label("broadcasts-btn-remove"), id="remove", on_click=on_remove, when="with_file"),
    ),
    Button(Label("broadcasts-btn-keep"), id="keep", on_click=on_keep, when="replacing"),
    Row(
        SwitchTo(Label("broadcasts-btn-again"), id="again", state=Broadcasts.anew, when="some"),
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
        "chosen": True,
        "attached": "document",
        "name": "План.pdf",
        "opening": "Семинар перенесён на пятницу.",
        "replacing": False,
        "worded": True,
        "with_file": True,
        "text_limit": 4096,
        "caption_limit": 1024,
    },
    preview_faces={
        "empty": {"some": False, "kept": False, "length": 0, "fits": False, "chosen": False, "attached": "none"}
        | {"name": "", "opening": "", "worded": False, "with_file": False},
        "too_long": {"length": 5000, "excess": 904, "fits": False},
        "replacing": {"replacing": True},
    },
)
