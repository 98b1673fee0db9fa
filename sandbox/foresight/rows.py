"""Rows of due work, grouped by moment. A moment is a minute: rows that were put off one by one fall together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import OutboxRow
from db.queries import outbox as queries
from db.vocabulary import DueState
from services.outbox.model import Claimed

MOST_GROUPS = 200
SAMPLE = 200
"""Rows of one kind and moment that are looked at one by one; of an announcement to thousands the rest is counted."""

MOST_ROWS = 5000
"""A statement takes 32,767 values (asyncpg)."""

WAITING = OutboxRow.state.in_((DueState.QUEUED, DueState.LEASED))


def falls_due() -> ColumnElement[datetime]:
    """A leased row when its lease ends, for its process may have died."""
    return case((OutboxRow.state == DueState.LEASED, OutboxRow.leased_until), else_=OutboxRow.due_at)


@dataclass(frozen=True)
class Minute:
    """What falls due within one minute: `at` is its last moment. `unseen` rows were not read, by kind."""

    at: datetime
    rows: tuple[Claimed, ...]
    unseen: dict[str, int]


async def minutes(session: AsyncSession, most: int) -> list[Minute]:
    """The first minutes in which rows fall due; two or three statements, however many rows wait."""
    due = falls_due().label("due")
    counted = select(due, OutboxRow.kind, func.count().label("rows")).where(WAITING).group_by(due, OutboxRow.kind)
    groups = (await session.execute(counted.order_by(due).limit(MOST_GROUPS))).all()
    by_minute: dict[datetime, list[Any]] = {}
    for group in groups:
        by_minute.setdefault(_minute(group.due), []).append(group)
    chosen = list(by_minute.values())[:most]
    if not chosen:
        return []
    rows = await _sample(session, max(group.due for group in chosen[-1]))
    return [
        _put_together(found, [row for row in rows if _minute(row.due_at) == _minute(found[0].due)]) for found in chosen
    ]


def _put_together(groups: Sequence[Any], rows: Sequence[Claimed]) -> Minute:
    unseen: dict[str, int] = {}
    for group in groups:
        seen = sum(row.kind == group.kind and row.due_at == group.due for row in rows)
        if group.rows > seen:
            unseen[group.kind] = unseen.get(group.kind, 0) + group.rows - seen
    return Minute(max(group.due for group in groups), tuple(rows), unseen)


async def _sample(session: AsyncSession, until: datetime) -> list[Claimed]:
    """Rows as delivery would claim them, with `due_at` when they fall due now."""
    due = falls_due()
    place = func.row_number().over(partition_by=(due, OutboxRow.kind), order_by=OutboxRow.id).label("place")
    placed = select(OutboxRow.id, due.label("due"), place).where(WAITING, due <= until).subquery()
    sample = select(placed.c.id, placed.c.due).where(placed.c.place <= SAMPLE).order_by(placed.c.due).limit(MOST_ROWS)
    found = (await session.execute(sample)).all()
    due_of = {row.id: row.due for row in found}
    claimed = await queries.claimed(session, list(due_of))
    return [Claimed(**{**row, "due_at": due_of[row["id"]], "leased_until": due_of[row["id"]]}) for row in claimed]


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
