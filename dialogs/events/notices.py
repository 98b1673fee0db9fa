"""What the bot says by itself about events."""

from typing import Any

from db.vocabulary import NoticeKind, SignUpState
from dialogs.common.notice import Notice, NoticeButton
from dialogs.common.notice_type import NoticeType
from dialogs.events.buttons import Answer, CatalogueOpen, EventAnswer, EventFile, EventOpen
from dialogs.events.words import about
from locales import Words
from services.content import Content
from services.events.notices import (
    load_cancellations,
    load_moves,
    load_no_place,
    load_places_changed,
    load_places_freed,
    load_reminders,
)
from services.events.rules import LAST_CALL, place_mark
from services.events.views import EventNotice, EventView

Row = tuple[NoticeButton, ...]


def _variables(words: Words, view: EventNotice, content: Content) -> dict[str, Any]:
    days = (view.event.starts_at.astimezone(words.zone).date() - view.now.astimezone(words.zone).date()).days
    return {
        **about(view.event, words, content.subjects, view.now),
        "days": days,
        "will_come": view.event.will_come is True,
        "moved_from": view.moved_from,
    }


def answer_button(words: Words, key: str, event: EventView, answer: Answer, place: str = "") -> NoticeButton:
    """`place`: the mark of the one that the notice names, if it is not that of now."""
    place = place or place_mark(event.venue, event.link)
    data = EventAnswer(event_id=event.id, version=event.version, answer=answer, place=place)
    return NoticeButton(words.plain(key), data.pack())


def will_you_come(words: Words, event: EventView) -> tuple[Row, ...]:
    """[Буду] [Не смогу]; only the second for whoever has answered «буду», and the way out for whoever waits."""
    if event.my_state == SignUpState.WAITING:
        return ((answer_button(words, "events-btn-leave-line", event, "cannot"),),)
    cannot = answer_button(words, "events-btn-cannot", event, "cannot")
    if event.will_come:
        return ((cannot,),)
    return ((answer_button(words, "events-btn-come", event, "come"), cannot),)


def are_you_sure(words: Words, event: EventView, place: str) -> tuple[Row, ...]:
    if event.my_state == SignUpState.WAITING:
        yes, no = "events-btn-leave-line-yes", answer_button(words, "events-btn-keep-line", event, "stay", place)
    else:
        yes, no = "events-btn-free-place", answer_button(words, "events-btn-keep-place", event, "come", place)
    return ((answer_button(words, yes, event, "free", place),), (no,))


def open_row(words: Words, event_id: int) -> tuple[Row, ...]:
    return ((NoticeButton(words.plain("events-btn-open"), EventOpen(event_id=event_id).pack()),),)


def file_row(words: Words, event_id: int) -> tuple[Row, ...]:
    return ((NoticeButton(words.plain("events-btn-to-calendar"), EventFile(event_id=event_id).pack()),),)


def other_events(words: Words) -> tuple[Row, ...]:
    return ((NoticeButton(words.plain("events-btn-other"), CatalogueOpen().pack()),),)


def render_reminder(words: Words, view: EventNotice, content: Content) -> Notice:
    text = words.html("events-notice-reminder", **_variables(words, view, content))
    return Notice(text, will_you_come(words, view.event))


def render_place_freed(words: Words, view: EventNotice, content: Content) -> Notice:
    text = words.html("events-notice-freed", **_variables(words, view, content))
    return Notice(text, will_you_come(words, view.event))


def render_no_place(words: Words, view: EventNotice, content: Content) -> Notice:
    late = view.now >= view.event.starts_at - LAST_CALL
    text = words.html("events-notice-no-place", late=late, **_variables(words, view, content))
    return Notice(text, other_events(words))


def render_move(words: Words, view: EventNotice, content: Content) -> Notice:
    text = words.html("events-notice-moved", **_variables(words, view, content))
    return Notice(text, will_you_come(words, view.event) + file_row(words, view.event.id))


def render_place_changed(words: Words, view: EventNotice, content: Content) -> Notice:
    text = words.html("events-notice-place-changed", **_variables(words, view, content))
    return Notice(text, open_row(words, view.event.id) + file_row(words, view.event.id))


def render_cancellation(words: Words, view: EventNotice, content: Content) -> Notice:
    text = words.html("events-notice-cancelled", **_variables(words, view, content))
    return Notice(text, other_events(words))


NOTICES = {
    NoticeKind.EVENT_REMINDER_DAY: NoticeType(load_reminders, render_reminder),
    NoticeKind.EVENT_REMINDER_HOURS: NoticeType(load_reminders, render_reminder),
    NoticeKind.EVENT_PLACE_FREED: NoticeType(load_places_freed, render_place_freed),
    NoticeKind.EVENT_NO_PLACE: NoticeType(load_no_place, render_no_place),
    NoticeKind.EVENT_MOVED: NoticeType(load_moves, render_move),
    NoticeKind.EVENT_PLACE: NoticeType(load_places_changed, render_place_changed),
    NoticeKind.EVENT_CANCELLED: NoticeType(load_cancellations, render_cancellation),
}
