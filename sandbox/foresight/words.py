"""What a kind of due work is called on the page, in both languages."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from zoneinfo import ZoneInfo

from locales import LOCALES, load_words
from services.broadcasts.views import Announcement
from services.events.views import EventNotice
from services.mentoring.views import CheckInNotice

LONGEST_TITLE = 60
_GREENWICH = ZoneInfo("UTC")
_TAG = re.compile(r"<[^>]+>")


def called(kind: str, side: str = "any") -> dict[str, str]:
    """`side`: whose questions of the week they are, "any" where that does not matter or is not known."""
    return {locale: load_words(locale, _GREENWICH).plain(f"due-{kind}", side=side) for locale in LOCALES}


def side_of(view: Any) -> str:
    """Of the questions of the week: mentors and mentees are asked different ones."""
    return str(view.side) if isinstance(view, CheckInNotice) else "any"


def title_of(view: Any) -> str:
    """What tells this one from others of its kind."""
    match view:
        case EventNotice():
            return view.event.title
        case Announcement():
            return shorten(unescape(_TAG.sub("", view.html)))
    return ""


def shorten(text: str) -> str:
    """The first words of a text, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_TITLE else f"{line[: LONGEST_TITLE - 1]}…"
