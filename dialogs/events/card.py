from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button, Column

from db.vocabulary import NoticeKind, SignUpState
from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.longest import LONG_NAME, LONGEST
from dialogs.common.nav import leave
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.events.data import EventCard
from dialogs.events.file import send_calendar_file
from dialogs.events.shown import shown_event
from dialogs.events.words import PREVIEW, about
from dialogs.states import Events
from services.events.rules import closed, reminder_times

JUST = timedelta(minutes=10)
"""How long the card says what was done: opened again days later it is no news."""


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, event = context(dialog_manager), await shown_event(dialog_manager)
    now = ctx.now()
    open_now = closed(event.status, event.starts_at, event.sign_up_until, now) is None
    to_come = closed(event.status, event.starts_at, event.starts_at, now) is None
    in_it = event.my_state in (SignUpState.CONFIRMED, SignUpState.WAITING)
    return {
        **about(event, ctx.words, ctx.content.subjects, now),
        "just": _just(read(dialog_manager, EventCard), now),
        "reminders": _reminders(reminder_times(event.starts_at, now, ctx.zone, ctx.content.calendar)),
        "can_sign_up": open_now and not in_it and event.free != 0,
        "can_wait": open_now and not in_it and event.free == 0,
        "can_leave": to_come and in_it,
        "can_come": to_come and (in_it or open_now),
    }


def _just(data: EventCard, now: datetime) -> str:
    return data.just if data.just and data.at is not None and now - data.at < JUST else "no"


def _reminders(times: Sequence[tuple[NoticeKind, datetime]]) -> str:
    """Which of the two are still to come."""
    kinds = {kind for kind, _ in times}
    if len(kinds) == 1:
        return "day" if NoticeKind.EVENT_REMINDER_DAY in kinds else "hours"
    return "both" if kinds else "none"


async def on_sign_up(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """A card left open shows the present where nothing can be asked any more; so, too, below."""
    event = await shown_event(manager)
    if closed(event.status, event.starts_at, event.sign_up_until, context(manager).now()) is None:
        await manager.switch_to(Events.confirm)


async def on_leave(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    event = await shown_event(manager)
    to_come = closed(event.status, event.starts_at, event.starts_at, context(manager).now()) is None
    if to_come and event.my_state in (SignUpState.CONFIRMED, SignUpState.WAITING):
        await manager.switch_to(Events.leave)


async def on_file(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The card comes again below the file."""
    assert query.bot is not None
    await send_calendar_file(query.bot, context(manager), await shown_event(manager))
    change(manager, EventCard, just="")
    manager.show_mode = ShowMode.SEND


window = Window(
    Say("events-card"),
    Column(
        Button(Label("events-btn-sign-up"), id="sign_up", on_click=on_sign_up, when="can_sign_up"),
        Button(Label("events-btn-wait"), id="wait", on_click=on_sign_up, when="can_wait"),
        Button(Label("events-btn-file"), id="file", on_click=on_file, when="can_come"),
        Button(Label("events-btn-leave"), id="cancel", on_click=on_leave, when="can_leave"),
    ),
    leave(),
    state=Events.card,
    getter=getter,
    preview_data={
        **PREVIEW,
        "just": "no",
        "reminders": "both",
        "can_sign_up": True,
        "can_wait": False,
        "can_leave": False,
        "can_come": True,
    },
    preview_faces={
        "signed_up": {"mine": "confirmed", "just": "signed_up", "can_sign_up": False, "can_leave": True},
        "full": {"places": "full", "free": 0, "can_sign_up": False, "can_wait": True},
        "waiting": {"mine": "waiting", "position": 2, "just": "waiting", "can_sign_up": False, "can_leave": True},
        "too_late": {"closed": "deadline", "can_sign_up": False, "can_come": False},
        "cancelled": {
            "closed": "cancelled",
            "has_reason": True,
            "reason": "Заболел ведущий.",
            "can_sign_up": False,
            "can_come": False,
        },
        "longest": {
            "title": LONGEST["title"],
            "place": LONGEST["place"],
            "description": LONGEST["description"],
            "closed": "deadline",
            "organiser": LONG_NAME,
        },
    },
)
