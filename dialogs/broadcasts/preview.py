from datetime import UTC, datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from dialogs.broadcasts.begun import to_progress
from dialogs.broadcasts.data import BroadcastData, Choosing, PeoplePage
from dialogs.broadcasts.notices import render
from dialogs.broadcasts.segment_words import segment_words
from dialogs.common.context import context
from dialogs.common.data import change, read, save
from dialogs.common.longest import LONGEST
from dialogs.common.nav import back_to
from dialogs.common.notice_send import send_notice
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.states import Broadcasts
from services.broadcasts.errors import TimePassed
from services.broadcasts.listing import audience, one, unit_names
from services.broadcasts.rules import goes_at
from services.broadcasts.send import confirm, send_test


async def to_preview(manager: DialogManager) -> None:
    """The message exactly as recipients will see it, and this window below. For another audience not again."""
    ctx = context(manager)
    if read(manager, BroadcastData).previewed:
        await manager.switch_to(Broadcasts.preview)
        return
    async with ctx.reading() as session:
        message = (await one(session, ctx.person, read(manager, BroadcastData).opened)).message
    await send_notice(manager.middleware_data["bot"], ctx.user_id, render(ctx.words, message, ctx.content))
    change(manager, BroadcastData, previewed=True)
    await manager.switch_to(Broadcasts.preview, show_mode=ShowMode.DELETE_AND_SEND)


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, now = context(dialog_manager), context(dialog_manager).now()
    async with ctx.reading() as session:
        draft = await one(session, ctx.person, read(dialog_manager, BroadcastData).opened)
        counts = await audience(session, ctx.person, draft.segment, now)
        names = await unit_names(session, draft.segment)
    goes = goes_at(draft.send_at, now, ctx.zone, ctx.content.calendar)
    passed = draft.send_at is not None and draft.send_at <= now
    return {
        "segment": segment_words(ctx.words, ctx.content, draft.segment, names),
        "recipients": counts.recipients,
        "not_connected": counts.not_connected,
        "blocked": counts.blocked,
        "may_send": counts.recipients > 0 and not passed,
        "some_missing": counts.not_connected + counts.blocked > 0,
        "may_narrow": bool(draft.segment.may_narrow_by()) and counts.meant > 1,
        "goes": goes,
        "now": goes == now,
        "moved": goes > (draft.send_at or now),
        "passed": passed,
    }


async def on_send(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx = context(manager)
    try:
        async with ctx.transaction() as session:
            await confirm(
                session,
                ctx.person,
                ctx.visitor.account_id,
                read(manager, BroadcastData).opened,
                ctx.now(),
                ctx.house.zone,
                ctx.content.calendar,
            )
    except TimePassed:
        await manager.switch_to(Broadcasts.when)
        return
    await to_progress(manager)


async def on_test(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx = context(manager)
    async with ctx.transaction() as session:
        await send_test(session, ctx.person, read(manager, BroadcastData).opened, ctx.now())
    await query.answer(ctx.words.plain("broadcasts-alert-test"))


async def on_missing(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    save(manager, PeoplePage())
    await manager.switch_to(Broadcasts.not_connected)


async def on_narrow(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    save(manager, Choosing(narrowing=True))
    await manager.switch_to(Broadcasts.segment)


async def on_others(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    save(manager, Choosing())
    await manager.switch_to(Broadcasts.segment)


window = Window(
    Say("broadcasts-preview"),
    Button(Label("broadcasts-btn-send"), id="send", on_click=on_send, when="may_send"),
    Row(
        Button(Label("broadcasts-btn-test"), id="test", on_click=on_test),
        SwitchTo(Label("broadcasts-btn-when"), id="when", state=Broadcasts.when),
    ),
    Row(
        Button(Label("broadcasts-btn-narrow"), id="narrow", on_click=on_narrow, when="may_narrow"),
        Button(Label("broadcasts-btn-others"), id="others", on_click=on_others),
    ),
    Button(Label("broadcasts-btn-who-missing"), id="missing", on_click=on_missing, when="some_missing"),
    back_to(Broadcasts.text),
    state=Broadcasts.preview,
    getter=getter,
    preview_data={
        "segment": "Сосновская ООШ, молодые педагоги",
        "recipients": 143,
        "not_connected": 12,
        "blocked": 1,
        "may_send": True,
        "some_missing": True,
        "may_narrow": True,
        "goes": datetime(2026, 10, 6, 10, tzinfo=UTC),
        "now": False,
        "moved": True,
        "passed": False,
    },
    preview_faces={
        "nobody": {"recipients": 0, "may_send": False, "moved": False, "may_narrow": False},
        "passed": {"passed": True, "may_send": False, "moved": False},
        "longest": {"segment": f"{LONGEST['school']}, учителя: Русский язык и литература"},
    },
)
