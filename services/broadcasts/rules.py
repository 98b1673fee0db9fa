from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from db.vocabulary import BroadcastStatus
from services.calendar.model import Calendar
from services.calendar.rules import at, humane
from services.people.rules import YOUNG_YEARS, school_year_start

SIGNATURE = 160
"""UTF-16 units that are kept free in every message for who writes and an empty line."""

LONGEST_NAME = 110
"""Of the author in the signature, characters."""

TEXT_LIMIT = 4096 - SIGNATURE
CAPTION_LIMIT = 1024 - SIGNATURE
"""For the author's words. UTF-16 units after formatting is read (Bot API: sendMessage, sendPhoto, sendDocument)."""

DRAFT_LIMIT = 4 * 4096
"""A draft may be longer than what can be sent, so that a text that came in pieces is not lost; up to here."""

TAIL = timedelta(seconds=10)
"""Between the pieces of one text that a client has cut, over a weak signal too; nobody writes a new text so fast."""

CUT_FROM = 3500
"""Units of a piece that a client may have cut: at 4,096 characters, or at the last space or line before."""

LONG_WAIT = timedelta(minutes=30)

AFTERNOON = time(15, 30)
MORNING = time(8, 30)


def units(text: str) -> int:
    """Length as messengers count it: UTF-16 units, so an emoji is 2."""
    return len(text.encode("utf-16-le")) // 2


def limit(attached: bool) -> int:
    return CAPTION_LIMIT if attached else TEXT_LIMIT


def excess(length: int, attached: bool) -> int:
    """How many units too many; 0 when it can be sent."""
    return max(0, length - limit(attached))


@dataclass(frozen=True)
class Came:
    """A message that came for a draft: when, of which album, how many units of text."""

    at: datetime | None = None
    album: str = ""
    length: int = 0
    told: bool = False
    """That one picture is taken of the album."""


@dataclass(frozen=True)
class Taken:
    """What is done with a message. `instead`: its words may take the place of words that do not fit."""

    instead: bool
    attachment: bool = True
    tell_of_album: bool = False
    show: bool = True


def take(came: Came, before: Came) -> Taken:
    """By what came before it: pieces of one text belong together, and of an album the first picture is taken."""
    one_more = bool(came.album) and came.album == before.album
    return Taken(
        instead=not _is_tail(came, before),
        attachment=not one_more,
        tell_of_album=one_more and not before.told,
        show=not one_more or not before.told or came.length > 0,
    )


def _is_tail(came: Came, before: Came) -> bool:
    """Whether it goes on with the message before it. Only a full one was cut."""
    if came.at is None or before.at is None:
        return False
    return before.length >= CUT_FROM and came.at - before.at <= TAIL


def may_throw_away(status: BroadcastStatus, sent: int, waiting: int) -> bool:
    """A draft; or an announcement that was stopped before anybody got it."""
    return status == BroadcastStatus.DRAFT or (status == BroadcastStatus.STOPPED and sent == waiting == 0)


def began_after(now: datetime) -> int:
    """Whoever began to teach later than this year counts as young (see people.rules.is_young_teacher)."""
    return school_year_start(now) - YOUNG_YEARS


def waits_until(rest_at: datetime | None, now: datetime) -> datetime | None:
    """When the rest goes, if that is so far off that an author would wonder: the night has cut it off.

    `rest_at`: when the first of what is left is due. A messenger that stumbles is tried again within minutes.
    """
    return rest_at if rest_at is not None and rest_at - now > LONG_WAIT else None


def common_path(paths: Sequence[str]) -> str:
    """The unit in which all of these are: "/1/2/" and "/1/3/" lie in "/1/"."""
    steps = [path.strip("/").split("/") for path in paths]
    together = [level[0] for level in takewhile(lambda level: len(set(level)) == 1, zip(*steps, strict=False))]
    return "".join(["/", *(f"{step}/" for step in together)])


def goes_at(asked: datetime | None, now: datetime, zone: ZoneInfo, calendar: Calendar) -> datetime:
    """When it reaches a reader in `zone`: as asked (None: now), but never in the past, at night or on a silent day."""
    return humane(max(asked or now, now), zone, calendar)


def offered_times(now: datetime, zone: ZoneInfo, calendar: Calendar) -> list[datetime]:
    """Today at 15:30, after the lessons, unless that is over; and the next morning that is not silent."""
    today = now.astimezone(zone).date()
    afternoon = at(today, AFTERNOON, zone)
    morning = humane(at(today + timedelta(days=1), MORNING, zone), zone, calendar).astimezone(zone)
    if morning.time() < MORNING:
        morning = at(morning.date(), MORNING, zone)
    fits = afternoon > now and humane(afternoon, zone, calendar) == afternoon
    return [afternoon, morning] if fits else [morning]
