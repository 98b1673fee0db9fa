"""Who will hear what: due rows go through the same loaders as at their delivery, which leave out the stale ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.vocabulary import NoticeKind
from dialogs.common.context import House
from dialogs.common.notice_type import NoticeType
from sandbox.foresight.rows import Minute, minutes
from sandbox.foresight.words import called, side_of, title_of
from sandbox.stage import Due, Part
from services.outbox import rules
from services.outbox.model import Claimed

NAMED = 8
"""People of a part whom the page may name."""

SILENT = 20
"""Moments that may be passed over because by then there will be nothing to say, or nobody who can be written to."""

Notices = Mapping[NoticeKind, NoticeType]


async def heard(session: AsyncSession, house: House, notices: Notices, most: int) -> list[Due]:
    """The next moments, up to `most`, at which somebody hears something, unless people do something meanwhile."""
    found: list[Due] = []
    for minute in await minutes(session, most + SILENT):
        due = await _due(session, house, notices, minute)
        if due.parts:
            found.append(due)
        if len(found) == most:
            break
    return found


async def _due(session: AsyncSession, house: House, notices: Notices, minute: Minute) -> Due:
    rows = [row for row in minute.rows if _would_go(row, minute.at, house)]
    views = await _load(session, house, notices, rows, minute.at)
    groups: dict[tuple[str, str, str, bool], list[Claimed]] = defaultdict(list)
    for row in rows:
        if (view := views.get(row.id)) is not None:
            groups[row.kind, side_of(view), title_of(view), row.edits].append(row)
    parts = [_part(key, heard) for key, heard in groups.items()]
    return Due(minute.at, tuple(_with_unseen(parts, minute.unseen)))


def _would_go(row: Claimed, moment: datetime, house: House) -> bool:
    """To somebody who can be written to, before it expires, and not at night."""
    if row.user_id is None or (row.expires_at is not None and row.expires_at <= moment):
        return False
    if row.edits:
        return row.edits_message_id is not None
    zone = ZoneInfo(row.zone) if row.zone else house.zone
    return rules.not_before(moment, row.due_at, row.expires_at, zone, house.content.calendar) <= moment


async def _load(
    session: AsyncSession, house: House, notices: Notices, rows: Sequence[Claimed], moment: datetime
) -> dict[int, Any]:
    by_kind: dict[str, list[Claimed]] = defaultdict(list)
    for row in rows:
        by_kind[row.kind].append(row)
    views: dict[int, Any] = {}
    for kind, alike in by_kind.items():
        views.update(await notices[NoticeKind(kind)].load(session, alike, moment, house.content))
    return views


def _part(key: tuple[str, str, str, bool], rows: Sequence[Claimed]) -> Part:
    kind, side, title, edits = key
    people = list(dict.fromkeys(row.user_id for row in rows if row.user_id is not None))
    return Part(kind, called(kind, side), title, len(people), tuple(people[:NAMED]), edits)


def _with_unseen(parts: Sequence[Part], unseen: Mapping[str, int]) -> list[Part]:
    """The rows of an announcement beyond the sample count with it, the largest part first."""
    counted = []
    left = dict(unseen)
    for part in sorted(parts, key=lambda part: -part.people):
        more = left.pop(part.kind, 0)
        people = part.people + more
        counted.append(Part(part.kind, part.words, part.title, people, part.person_ids, part.edits))
    return sorted(counted, key=lambda part: -part.people)
