"""The due rows of one check-in. Keys are made of what never returns (pair, side, week, version), not of row ids."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from db.vocabulary import CheckInSide, NoticeKind
from services.mentoring.rules import Moments
from services.outbox.model import Due, Priority

STILL_NEWS = timedelta(days=7)
"""Whoever could not be reached for so long finds it in her own list of pairs."""


def of_check_in(
    check_in_id: int,
    person_id: int,
    place: tuple[int, CheckInSide, date],
    moments: Moments,
    version: int,
    closes_at: datetime,
) -> list[Due]:
    """The questions and, where one is to come, the reminder; `place` is pair, side and week."""
    pair_id, side, week = place
    key = f"check_in:{pair_id}:{side}:{week}:{version}"
    spoken = [(NoticeKind.CHECK_IN, "ask", moments.due_at)]
    if moments.nudges:
        spoken.append((NoticeKind.CHECK_IN_NUDGE, "nudge", moments.nudge_at))
    return [
        Due(
            kind=kind,
            person_id=person_id,
            subject_id=check_in_id,
            key=f"{key}:{what}",
            due_at=at,
            version=version,
            expires_at=closes_at,
        )
        for kind, what, at in spoken
        if at < closes_at
    ]


def of_silence(methodist_id: int, week: date, due_at: datetime, expires_at: datetime, zone: ZoneInfo) -> Due:
    """One a week, whatever the number of pairs; it counts them when it is sent, and is not sent when there are none."""
    return Due(
        kind=NoticeKind.CHECK_IN_SILENT_PAIR,
        person_id=methodist_id,
        subject_id=methodist_id,
        key=f"silent_pairs:{methodist_id}:{week}",
        due_at=due_at,
        expires_at=expires_at,
        data={"zone": zone.key},
    )


def of_term(pair_id: int, person_id: int, ends_on: date, due_at: datetime) -> Due:
    """That the period of the order is over: once for each last day."""
    return Due(
        kind=NoticeKind.PAIR_ENDED,
        person_id=person_id,
        subject_id=pair_id,
        key=f"pair_term:{pair_id}:{person_id}:{ends_on}",
        due_at=due_at,
        expires_at=due_at + STILL_NEWS,
        priority=Priority.PERSONAL,
        data={"ends_on": ends_on.isoformat()},
    )


def of_ends(methodist_id: int, ends_on: date, due_at: datetime) -> Due:
    """One for all the pairs that run out on a day; which ones is read when it is sent."""
    return Due(
        kind=NoticeKind.PAIRS_ENDING,
        person_id=methodist_id,
        subject_id=methodist_id,
        key=f"pairs_ending:{methodist_id}:{ends_on}",
        due_at=due_at,
        expires_at=due_at + STILL_NEWS,
        data={"ends_on": ends_on.isoformat()},
    )


def of_pair(kind: NoticeKind, pair_id: int, person_id: int, due_at: datetime, data: Mapping[str, bool]) -> Due:
    """That a pair was recorded, or has ended: once each."""
    return Due(
        kind=kind,
        person_id=person_id,
        subject_id=pair_id,
        key=f"{kind}:{pair_id}:{person_id}",
        due_at=due_at,
        expires_at=due_at + STILL_NEWS,
        priority=Priority.PERSONAL,
        data=data,
    )
