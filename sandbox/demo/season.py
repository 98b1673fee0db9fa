"""The season of events, read from season.yaml, and who has signed up before the demo begins."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from db.vocabulary import EventKind, EventStatus, Role, SignUpState
from sandbox.demo.cast import LYUDMILA, MARINA
from sandbox.demo.plan import EventPlan, SignUpPlan, Somebody
from services.people.rules import is_young_teacher

ZONE = ZoneInfo("Europe/Moscow")
START = datetime(2026, 10, 6, 10, tzinfo=ZONE)
"""A Tuesday morning: the moment at which the demo begins."""

_FILE = Path(__file__).parent / "season.yaml"
_AUTUMN = datetime(2026, 8, 28, 10, tzinfo=ZONE)
_PUBLISHED = datetime(2026, 9, 14, 12, tzinfo=ZONE)
_ONLINE = "https://video.zarechny.example/metod"
_VENUES = {
    "first": "Школа № 1, ул. Школьная, 5",
    "second": "Школа № 2, ул. Садовая, 18",
    "gymnasium": "Гимназия № 5, ул. Центральная, 2",
    "lyceum": "Лицей № 6, ул. Луговая, 11",
    "centre": "Методический кабинет, ул. Центральная, 14",
}


def season() -> tuple[EventPlan, ...]:
    """In the order of time; past ones are held."""
    raw = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # dates stay text
    events = [_event(entry, number) for number, entry in enumerate(raw)]
    return tuple(sorted(events, key=lambda event: event.starts_at))


def _event(raw: dict[str, Any], number: int) -> EventPlan:
    starts_at = datetime.fromisoformat(raw["on"]).replace(tzinfo=ZONE)
    past = starts_at < START
    return EventPlan(
        kind=EventKind(raw["kind"]),
        title=raw["title"],
        description=raw["description"],
        subjects=tuple(raw.get("subjects", ())),
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=int(raw["minutes"])),
        sign_up_until=datetime.combine(starts_at.date() - timedelta(days=1), time(18), ZONE),
        published_at=_AUTUMN if past else _PUBLISHED,
        venue=_VENUES.get(raw["at"]),
        link=_ONLINE if raw["at"] == "online" else None,
        capacity=int(raw["capacity"]) if "capacity" in raw else None,
        status=EventStatus.HELD if past else EventStatus.PUBLISHED,
        organiser=(MARINA, LYUDMILA)[number % 2],
        signed=int(raw["signed"]),
        young=raw.get("guests") == "young",
    )


def sign_ups(rng: Random, events: Sequence[EventPlan], people: Sequence[Somebody]) -> tuple[SignUpPlan, ...]:
    """Connected teachers of the event's subjects, beside those whom one plays: what these do is left to the player."""
    guests = [person for person in people if person.connected and not person.pinned and Role.TEACHER in person.roles]
    found = []
    for number, event in enumerate(events):
        able = [person.number for person in guests if _would_come(person, event)]
        for place, person in enumerate(rng.sample(able, min(event.signed, len(able)))):
            waits = event.capacity is not None and place >= event.capacity
            state = SignUpState.WAITING if waits else SignUpState.CONFIRMED
            at = event.published_at + timedelta(hours=9 * (place + 1), minutes=rng.randrange(60))
            found.append(SignUpPlan(number, person, state, turn=place + 1, at=at))
    return tuple(found)


def _would_come(person: Somebody, event: EventPlan) -> bool:
    if event.young and not is_young_teacher(person.experience_from, START):
        return False
    return not event.subjects or bool(set(person.subjects) & set(event.subjects))
