"""The due rows of one check-in. Keys are made of what never returns (pair, side, week, version), not of row ids."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from db.vocabulary import CheckInSide, NoticeKind
from services.mentoring.rules import Moments
from services.outbox.model import Due, Priority


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


def of_pair(kind: NoticeKind, pair_id: int, person_id: int, due_at: datetime, data: Mapping[str, bool]) -> Due:
    """That a pair was recorded, or has ended: once each."""
    return Due(
        kind=kind,
        person_id=person_id,
        subject_id=pair_id,
        key=f"{kind}:{pair_id}:{person_id}",
        due_at=due_at,
        priority=Priority.PERSONAL,
        data=data,
    )
