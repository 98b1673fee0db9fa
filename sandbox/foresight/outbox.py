"""The outbox as a list: what waits, soonest first, or what has come to an end, newest first."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Account, Event, OutboxRow, Person
from db.vocabulary import DueState, NoticeKind, Platform, Reach
from sandbox.foresight.rows import WAITING, falls_due
from sandbox.foresight.words import called
from sandbox.shapes import Json
from services.outbox.model import NOT_CONNECTED
from services.outbox.service import NIGHT

OF_EVENTS = tuple(kind for kind in NoticeKind if kind.startswith("event_"))
UNREACHABLE = frozenset({*Reach, NOT_CONNECTED})


async def listed(session: AsyncSession, user_id: int | None, *, finished: bool, after: str | None, limit: int) -> Json:
    """One page in two statements. Raises ValueError for an `after` that is not of this list."""
    whose = _whose(user_id)
    moment = func.coalesce(OutboxRow.done_at, OutboxRow.due_at) if finished else falls_due()
    query = _query(moment).where(~WAITING if finished else WAITING, whose)
    if after:
        query = query.where(_beyond(moment, after, finished))
    order = (moment.desc(), OutboxRow.id.desc()) if finished else (moment, OutboxRow.id)
    found = (await session.execute(query.order_by(*order).limit(limit + 1))).mappings().all()
    waits = WAITING.label("waits")
    counted = await session.execute(select(waits, func.count()).where(whose).group_by(waits))
    count = {bool(waits): number for waits, number in counted.all()}
    page = found[:limit]
    more = f"{page[-1]['moment'].isoformat()}|{page[-1]['id']}" if len(found) > limit else None
    return {
        "rows": [_card(row) for row in page],
        "more": more,
        "waiting": count.get(True, 0),
        "finished": count.get(False, 0),
    }


def _whose(user_id: int | None) -> ColumnElement[bool]:
    if user_id is None:
        return OutboxRow.id.is_not(None)
    owner = select(Account.person_id).where(Account.platform == Platform.TELEGRAM, Account.user_id == user_id)
    return OutboxRow.person_id.in_(owner)


def _query(moment: ColumnElement[datetime]) -> Select[*tuple[Any, ...]]:
    account = (
        select(func.max(Account.user_id))
        .where(Account.person_id == OutboxRow.person_id, Account.platform == Platform.TELEGRAM)
        .correlate(OutboxRow)
        .scalar_subquery()
    )
    return (
        select(
            OutboxRow.id, OutboxRow.kind, OutboxRow.state, OutboxRow.due_at, OutboxRow.leased_until,
            OutboxRow.expires_at, OutboxRow.done_at, OutboxRow.attempts, OutboxRow.failure,
            OutboxRow.edits_id.is_not(None).label("edits"), moment.label("moment"), account.label("user_id"),
            Person.given_name, Person.surname, Event.title,
        )
        .join(Person, Person.id == OutboxRow.person_id)
        .outerjoin(Event, and_(Event.id == OutboxRow.subject_id, OutboxRow.kind.in_(OF_EVENTS)))
    )  # fmt: skip


def _beyond(moment: ColumnElement[datetime], after: str, finished: bool) -> ColumnElement[bool]:
    """Rows after the last one of the page before."""
    written, _, row_id = after.partition("|")
    last, last_id = datetime.fromisoformat(written), int(row_id)
    if last.tzinfo is None:
        raise ValueError("a moment without a time zone")
    if finished:
        return or_(moment < last, and_(moment == last, OutboxRow.id < last_id))
    return or_(moment > last, and_(moment == last, OutboxRow.id > last_id))


def _card(row: Any) -> Json:
    return {
        "id": row["id"],
        "kind": row["kind"],
        "words": called(row["kind"]),
        "title": row["title"] or "",
        "edits": bool(row["edits"]),
        "person_id": row["user_id"],
        "name": " ".join(filter(None, (row["given_name"], row["surname"]))),
        "state": _state(row),
        "failure": row["failure"],
        "attempts": row["attempts"],
        "due_at": row["moment" if row["done_at"] is None else "due_at"].isoformat(),
        "expires_at": row["expires_at"].isoformat() if row["expires_at"] else None,
        "done_at": row["done_at"].isoformat() if row["done_at"] else None,
    }


def _state(row: Any) -> str:
    """In the words of the page: why it waits, or how it ended."""
    match row["state"]:
        case DueState.QUEUED:
            return "night" if row["failure"] == NIGHT else "again" if row["failure"] else "waiting"
        case DueState.DEAD:
            return "unreachable" if row["failure"] in UNREACHABLE else "failed"
    return str(row["state"])
