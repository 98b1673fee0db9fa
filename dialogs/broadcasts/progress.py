from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from db.vocabulary import BroadcastStatus, DueState
from dialogs.broadcasts.begun import to_progress
from dialogs.broadcasts.data import BroadcastData, Ended
from dialogs.broadcasts.formatting import gist
from dialogs.broadcasts.segment_words import segment_words
from dialogs.broadcasts.stopping import stop_and_tell
from dialogs.common.context import context
from dialogs.common.data import read, save
from dialogs.common.longest import LONG_NAME, LONGEST
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.states import Broadcasts
from services.broadcasts.compose import copy
from services.broadcasts.listing import card, unit_names
from services.broadcasts.send import HELD_BACK, NOT_REACHED, UNDER_WAY, again

GIST = 200


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    async with ctx.reading() as session:
        found = await card(session, ctx.person, read(dialog_manager, BroadcastData).opened, ctx.now())
        names = await unit_names(session, found.broadcast.segment)
    broadcast, figures = found.broadcast, found.figures
    over = not figures.waiting
    status = _status(broadcast.status, over, begun=(broadcast.send_at or ctx.now()) <= ctx.now())
    going = status == BroadcastStatus.SENDING or (status == BroadcastStatus.STOPPED and not over)
    return {
        "id": broadcast.id,
        "gist": gist(broadcast.message.html, GIST),
        "segment": segment_words(ctx.words, ctx.content, broadcast.segment, names),
        "status": str(status),
        "at": broadcast.send_at,
        "moment": ctx.now(),
        "later": found.rest_at is not None,
        "rest_at": found.rest_at,
        "sent": figures.sent,
        "total": figures.total,
        "blocked": figures.blocked,
        "failed": figures.failed,
        "dropped": figures.dropped,
        "waiting": figures.waiting,
        "not_connected": figures.not_connected,
        "own": broadcast.own,
        "left": found.left,
        "author": broadcast.message.author,
        "going": going,
        "may_stop": found.may_stop,
        "may_move": broadcast.own and status == BroadcastStatus.SCHEDULED,
        "may_throw_away": found.may_throw_away,
        "resendable": found.resendable,
        "may_resend": over and found.resendable > 0,
        "may_resume": (broadcast.own or found.left) and figures.dropped > 0,
    }


def _status(kept: BroadcastStatus, over: bool, begun: bool) -> BroadcastStatus:
    """As it is by now, a moment before the scheduler writes it down."""
    if kept in UNDER_WAY and begun:
        return BroadcastStatus.DONE if over else BroadcastStatus.SENDING
    return kept


async def on_stop(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await stop_and_tell(query, context(manager), read(manager, BroadcastData).opened)


async def on_resend(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    count = await _again(manager, NOT_REACHED)
    await query.answer(context(manager).words.plain("broadcasts-alert-resent", count=count))
    await to_progress(manager)


async def on_resume(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await _again(manager, HELD_BACK)
    await to_progress(manager)


async def _again(manager: DialogManager, states: Sequence[DueState]) -> int:
    ctx = context(manager)
    async with ctx.transaction() as session:
        return await again(
            session,
            ctx.person,
            ctx.visitor.account_id,
            read(manager, BroadcastData).opened,
            states,
            ctx.now(),
            ctx.house.zone,
            ctx.content.calendar,
        )


async def on_names(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    save(manager, Ended())
    await manager.switch_to(Broadcasts.people)


async def on_refresh(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The window is shown again with what the getter reads now."""


async def on_copy(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx = context(manager)
    async with ctx.transaction() as session:
        new = await copy(session, ctx.person, read(manager, BroadcastData).opened, ctx.now())
    save(manager, BroadcastData(new))
    await manager.switch_to(Broadcasts.text)


window = Window(
    Say("broadcasts-card"),
    Button(Label("broadcasts-btn-stop"), id="stop", on_click=on_stop, when="may_stop"),
    Button(Label("broadcasts-btn-refresh"), id="refresh", on_click=on_refresh, when="going"),
    SwitchTo(Label("broadcasts-btn-move"), id="move", state=Broadcasts.when, when="may_move"),
    Button(Label("broadcasts-btn-names"), id="names", on_click=on_names),
    Button(Label("broadcasts-btn-resend"), id="resend", on_click=on_resend, when="may_resend"),
    Button(Label("broadcasts-btn-resume"), id="resume", on_click=on_resume, when="may_resume"),
    Button(Label("broadcasts-btn-copy"), id="copy", on_click=on_copy, when="own"),
    SwitchTo(
        Label("broadcasts-btn-throw-away-stopped"), id="throw_away", state=Broadcasts.throw_away, when="may_throw_away"
    ),
    back_to(Broadcasts.list),
    state=Broadcasts.progress,
    getter=getter,
    preview_data={
        "id": 3,
        "gist": "Семинар перенесён на пятницу.",
        "segment": "Сосновская ООШ",
        "status": "done",
        "at": datetime(2026, 10, 6, 10, tzinfo=UTC),
        "moment": datetime(2026, 10, 6, 11, tzinfo=UTC),
        "later": False,
        "rest_at": None,
        "sent": 140,
        "total": 143,
        "blocked": 2,
        "failed": 1,
        "dropped": 0,
        "waiting": 0,
        "not_connected": 12,
        "own": True,
        "left": False,
        "author": "Белова Марина Олеговна",
        "going": False,
        "may_stop": False,
        "may_move": False,
        "may_throw_away": False,
        "resendable": 1,
        "may_resend": True,
        "may_resume": False,
    },
    preview_faces={
        "scheduled": {"status": "scheduled", "sent": 0, "waiting": 143, "may_stop": True, "may_move": True}
        | {"may_resend": False, "may_throw_away": True},
        "sending": {"status": "sending", "sent": 40, "waiting": 103, "going": True, "may_stop": True}
        | {"later": True, "rest_at": datetime(2026, 10, 7, 5, tzinfo=UTC), "may_resend": False},
        "stopped": {"status": "stopped", "sent": 40, "dropped": 103, "may_resume": True, "resendable": 143},
        "colleague": {"own": False, "left": True, "status": "stopped", "sent": 0, "dropped": 143, "may_resume": True}
        | {"author": LONG_NAME, "segment": LONGEST["school"], "may_throw_away": True, "may_resend": False},
    },
)
