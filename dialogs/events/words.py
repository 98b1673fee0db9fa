"""How an event is put into words in lists, cards and notices."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from db.vocabulary import CancelReason, EventStatus, SignUpState
from locales import Safe, Words
from services.content import Subjects
from services.events.rules import Closed, closed
from services.events.views import EventView


def listed(words: Words, events: Sequence[EventView], now: datetime, subjects: Sequence[str] | None = None) -> Safe:
    """Two lines an event; with the reader's `subjects`, under a heading a group."""
    paragraphs, above = [], ""
    for event in events:
        group = "" if subjects is None else _group(event, subjects)
        if group != above:
            paragraphs.append(words.html("events-group", group=group))
            above = group
        paragraphs.append(
            words.html(
                "events-line",
                title=event.title,
                kind=event.kind.value,
                starts_at=event.starts_at,
                now=now,
                state=short_state(words, event, now),
            )
        )
    return Safe("\n\n".join(paragraphs))


def _group(event: EventView, subjects: Sequence[str]) -> str:
    if not event.subjects:
        return "everyone"
    return "mine" if set(event.subjects) & set(subjects) else "others"


def buttons(words: Words, events: Sequence[EventView]) -> list[dict[str, Any]]:
    """«20 окт. Стереометрия: методы решения»: the list cuts what is too long for a button."""
    texts = [words.plain("events-btn-event", starts_at=event.starts_at, title=event.title) for event in events]
    return [{"id": event.id, "name": text} for event, text in zip(events, texts, strict=True)]


def cancel_reason(words: Words, reason: str | None) -> str:
    """In the reader's language where it is a ready one; as a whole sentence where somebody typed it."""
    text = reason or ""
    if text in {str(ready) for ready in CancelReason}:
        text = words.plain("events-cancel-reason", reason=text)
    return text if not text or text[-1] in ".!?…" else f"{text}."


def why_closed(event: EventView, now: datetime) -> str:
    """As `closed`, with what goes on at this moment told from what is over; empty while one may sign up."""
    reason = closed(event.status, event.starts_at, event.sign_up_until, now)
    if reason is Closed.OVER and event.status == EventStatus.PUBLISHED and now < event.ends_at:
        return "running"
    return reason.value if reason else ""


def short_state(words: Words, event: EventView, now: datetime) -> str:
    """The one thing that matters of an event in a list."""
    reason = why_closed(event, now)
    state = reason if reason else "unlimited" if event.free is None else "free" if event.free else "full"
    if event.status != EventStatus.CANCELLED and event.my_state == SignUpState.CONFIRMED:
        state = {"over": "past", "running": "running_mine"}.get(reason, "confirmed")
    elif reason not in ("cancelled", "over", "running") and event.my_state == SignUpState.WAITING:
        state = "waiting"
    return words.plain(
        "events-short-state", state=state, free=event.free or 0, line=event.waiting, position=event.my_position
    )


def about(event: EventView, words: Words, subjects: Subjects, now: datetime) -> Mapping[str, Any]:
    """The variables of `events-card`."""
    reason = why_closed(event, now)
    names = [subjects.name(code, words.locale) for code in event.subjects]
    return {
        "title": event.title,
        "kind": event.kind.value,
        "now": now,
        "starts_at": event.starts_at,
        "ends_at": event.ends_at,
        "place": event.venue or event.link or "",
        "link": event.link if event.venue and event.link else "",
        "has_place": bool(event.venue or event.link),
        "has_link": bool(event.venue and event.link),
        "for_everyone": not names,
        "subjects": ", ".join(names),
        "has_description": bool(event.description),
        "description": event.description or "",
        "until": event.sign_up_until,
        "closed": reason or "no",
        "places": "unlimited" if event.free is None else "free" if event.free else "full",
        "free": event.free or 0,
        "capacity": event.capacity or 0,
        "line": event.waiting,
        "mine": event.my_state.value if event.my_state else "none",
        "position": event.my_position,
        "has_reason": bool(event.cancel_reason),
        "reason": cancel_reason(words, event.cancel_reason),
        "has_organiser": bool(event.organiser),
        "organiser": event.organiser,
    }


PREVIEW: dict[str, Any] = {
    "title": "Стереометрия: методы решения",
    "kind": "practicum",
    "now": datetime(2026, 10, 6, 7, tzinfo=UTC),
    "starts_at": datetime(2026, 10, 19, 12, tzinfo=UTC),
    "ends_at": datetime(2026, 10, 19, 13, 30, tzinfo=UTC),
    "place": "Школа № 1, ул. Школьная, 5",
    "link": "https://example.org/room",
    "has_place": True,
    "has_link": True,
    "for_everyone": False,
    "subjects": "Математика",
    "has_description": True,
    "description": "Разберём три задачи.",
    "until": datetime(2026, 10, 18, 15, tzinfo=UTC),
    "closed": "no",
    "places": "free",
    "free": 3,
    "capacity": 20,
    "line": 2,
    "mine": "none",
    "position": 0,
    "has_reason": False,
    "reason": "",
    "has_organiser": True,
    "organiser": "Ковалёва Марина Юрьевна",
}
"""What `about` may give, for previews of windows."""

SAMPLE: dict[str, Any] = {
    "events": [
        {"id": 1, "name": "7 окт. Как говорить с родите…"},
        {"id": 2, "name": "20 окт. Стереометрия: методы…"},
        {"id": 3, "name": "23 окт. Наставничество"},
        {"id": 4, "name": "5 нояб. Функциональная грамо…"},
        {"id": 5, "name": "12 нояб. Круглый стол"},
    ],
    "lines": Safe(
        "<b>Как говорить с родителями</b>\n07.10, 14:00\n\n<b>Стереометрия: методы решения</b>\n20.10, 15:00\n\n"
        "<b>Наставничество: первый месяц</b>\n23.10, 16:00"
    ),
}
"""A page of a list of events."""
