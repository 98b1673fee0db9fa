"""What is said to whom when a request changes: rows for the outbox, no words.

Each row is due when it disturbs nobody where its reader lives; it is stale once what it spoke of has changed.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Request, RequestChange, RequestOffer, Unit
from db.queries import roles as role_queries
from db.queries.request_queue import calls_sent
from db.queries.units import zones_of
from db.vocabulary import NoticeKind, Role
from services.calendar.rules import at, next_working_day
from services.outbox.model import Due, Priority
from services.outbox.service import enqueue
from services.requests import rules
from services.requests.present import Present

EDITABLE = timedelta(days=7)
"""A message that could not be changed for so long is not changed any more."""

AGAIN = ":again"
"""The second time that somebody silent is asked."""


def offer_key(request_id: int, offer: RequestOffer) -> str:
    return f"request:{request_id}:offer:{offer.tutor_id}:{offer.asked_version}"


def time_key(request_id: int, offer: RequestOffer) -> str:
    """Of the notice by which the teacher learned this tutor's time."""
    seconds = int(offer.proposed_at.timestamp()) if offer.proposed_at else 0
    return f"request:{request_id}:time:{offer.tutor_id}:{offer.proposed_version}:{seconds}"


async def offer_to_tutors(
    session: AsyncSession, request: Request, offers: Sequence[RequestOffer], present: Present
) -> None:
    zones = await zones_of(session, [offer.tutor_id for offer in offers])
    await enqueue(
        session,
        [
            Due(
                NoticeKind.REQUEST_OFFER,
                offer.tutor_id,
                request.id,
                offer_key(request.id, offer),
                present.humane(present.now, zones[offer.tutor_id]),
                version=offer.asked_version,
                priority=Priority.PERSONAL,
            )
            for offer in offers
        ],
    )


async def change_offer_notices(
    session: AsyncSession, request: Request, offers: Iterable[RequestOffer], present: Present, but: int | None = None
) -> None:
    """Silently bring the messages of tutors up to date, but for hers who has pressed: her handler does it.

    Called after the version has changed: one version is shown once.
    """
    await enqueue(
        session,
        [
            _edit(
                NoticeKind.REQUEST_OFFER_CLOSED,
                offer.tutor_id,
                request,
                offer_key(request.id, offer),
                present,
                f":{request.version}:{offer.state}",
                copy=offer.asked_version,
            )
            for offer in offers
            if offer.tutor_id != but
        ],
    )


async def tell_time(session: AsyncSession, request: Request, offer: RequestOffer, present: Present, stage: str) -> None:
    """The teacher learns of a time. `stage`: proposed, set, moved."""
    assert offer.proposed_at is not None, "a time is told once it is known"
    zones = await zones_of(session, [request.requester_id])
    await enqueue(
        session,
        [
            Due(
                NoticeKind.REQUEST_TIME_PROPOSED,
                request.requester_id,
                request.id,
                time_key(request.id, offer),
                present.humane(present.now, zones[request.requester_id]),
                version=request.version,
                expires_at=offer.proposed_at,
                priority=Priority.PERSONAL,
                data={"tutor_id": offer.tutor_id, "at": int(offer.proposed_at.timestamp()), "stage": stage},
            )
        ],
    )


async def change_time_notices(
    session: AsyncSession, request: Request, offers: Iterable[RequestOffer], present: Present
) -> None:
    """The teacher's messages about these times lose their buttons: called before the times are forgotten."""
    await enqueue(
        session,
        [
            _edit(
                NoticeKind.REQUEST_TIME_PROPOSED,
                request.requester_id,
                request,
                time_key(request.id, offer),
                present,
                tutor_id=offer.tutor_id,
                at=int(offer.proposed_at.timestamp()),
                stage="proposed",
            )
            for offer in offers
            if offer.proposed_at is not None and offer.proposed_version is not None
        ],
    )


def notice_key(request: Request, kind: NoticeKind, reader_id: int, about: str = "", day: date | None = None) -> str:
    """Of a notice about the present version of the request, or about a day that several versions may await."""
    return f"request:{request.id}:{kind}:{reader_id}:{day or request.version}{about}"


async def tell(
    session: AsyncSession,
    kind: NoticeKind,
    readers: int | Sequence[int | None] | None,
    request: Request,
    present: Present,
    about: str = "",
    moment: datetime | None = None,
    expires_at: datetime | None = None,
    day: date | None = None,
    **data: object,
) -> None:
    """One notice to each reader, about the present version of the request (or this `day`); at `moment`, or now."""
    some = [readers] if isinstance(readers, int | None) else readers
    ids = [one for one in dict.fromkeys(some) if one is not None]
    if not ids:
        return
    zones = await zones_of(session, ids)
    await enqueue(
        session,
        [
            Due(
                kind,
                person_id,
                request.id,
                notice_key(request, kind, person_id, about, day),
                present.humane(moment or present.now, zones[person_id]),
                version=request.version,
                expires_at=expires_at,
                priority=Priority.PERSONAL,
                data=data,
            )
            for person_id in ids
        ],
    )


async def tell_answer(
    session: AsyncSession,
    readers: int | Sequence[int | None] | None,
    request: Request,
    present: Present,
    change: RequestChange,
    answer: str,
) -> None:
    """What the other side, a methodist or the clock has said by this change; the same may be said again later."""
    await session.flush()
    kind, about = NoticeKind.REQUEST_TIME_ANSWERED, f":{answer}:{change.id}"
    await tell(session, kind, readers, request, present, about, answer=answer)


async def expect_tutor(session: AsyncSession, request: Request, present: Present) -> None:
    """On the morning of the last day the methodists learn of silence; a working day later all do, and the teacher.

    Once for each last day: a request that was taken and handed back within a day has the same one again.
    """
    last = request.due_on
    after = next_working_day(last, present.calendar)
    methodists = await methodists_of(session, request, present)
    calls = NoticeKind.REQUEST_NO_TUTOR
    due_on = last.isoformat()
    morning, later = _morning(last, present), _morning(after, present)
    for why, moment in (("silent", morning), ("overdue", later)):
        await tell(session, calls, methodists, request, present, f":{why}", moment, day=last, why=why, due_on=due_on)
    teacher = NoticeKind.REQUEST_OVERDUE
    await tell(session, teacher, request.requester_id, request, present, moment=later, day=last, due_on=due_on)


async def expect_time(session: AsyncSession, request: Request, present: Present) -> None:
    """A tutor who sets no time is reminded; then it is the methodists' turn."""
    nudge = rules.working_days_after(present.today, rules.NUDGE_WORKING_DAYS, present.calendar)
    kind = NoticeKind.REQUEST_TIME_WANTED
    await tell(session, kind, request.tutor_id, request, present, moment=_morning(nudge, present))
    await _call_after_the_last_day(session, request, present, "no_time")


async def follow_meeting(session: AsyncSession, request: Request, present: Present) -> None:
    """Remind both, ask both whether it was held, ask whoever is silent once more, call the methodists.

    Rows of an earlier time go stale by the version.
    """
    assert request.meeting_at is not None, "a meeting has a time"
    meeting_at, both = request.meeting_at, (request.requester_id, request.tutor_id)
    reminder = rules.reminder_at(meeting_at, present.zone, present.calendar)
    if reminder >= present.now + rules.SOONEST_REMINDER:
        kind = NoticeKind.REQUEST_MEETING_SOON
        await tell(session, kind, both, request, present, moment=reminder, expires_at=meeting_at)
    ask, again_on = meeting_at + rules.ASK_AFTER, next_working_day(present.day_of(meeting_at), present.calendar)
    again = at(again_on, ask.astimezone(present.zone).time(), present.zone)
    await tell(session, NoticeKind.REQUEST_MEETING_CONFIRM, both, request, present, moment=ask)
    await tell(session, NoticeKind.REQUEST_MEETING_CONFIRM, both, request, present, AGAIN, again)
    await _call_after_the_last_day(session, request, present, "unconfirmed")


async def tell_not_held(
    session: AsyncSession, request: Request, reader_id: int, present: Present, change: RequestChange
) -> None:
    """The other one says so: the news asks whether it was, so the questions of before lose their buttons with it."""
    await tell_answer(session, reader_id, request, present, change, "not_held")
    zones = await zones_of(session, [reader_id])
    kind, moment = NoticeKind.REQUEST_MEETING_CONFIRM, present.humane(present.now, zones[reader_id])
    asked = [notice_key(request, kind, reader_id, about) for about in ("", AGAIN)]
    await enqueue(
        session, [_edit(kind, reader_id, request, key, present, f":{change.id}", due_at=moment) for key in asked]
    )


async def _call_after_the_last_day(session: AsyncSession, request: Request, present: Present, why: str) -> None:
    morning = _morning(next_working_day(request.due_on, present.calendar), present)
    methodists = await methodists_of(session, request, present)
    await tell(session, NoticeKind.REQUEST_NO_TUTOR, methodists, request, present, f":{why}", morning, why=why)


async def call_methodists(session: AsyncSession, request: Request, present: Present, why: str = "nobody") -> None:
    """At once: nobody is left to ask, or there is a dispute."""
    methodists = await methodists_of(session, request, present)
    await tell(session, NoticeKind.REQUEST_NO_TUTOR, methodists, request, present, f":{why}", why=why)


async def change_calls(session: AsyncSession, request: Request, present: Present) -> None:
    """Methodists who were called see in the same message that it is settled."""
    kind, mark = NoticeKind.REQUEST_NO_TUTOR, f":{request.version}"
    called = await calls_sent(session, request.id)
    await enqueue(
        session, [_edit(kind, person_id, request, key, present, mark, why="settled") for person_id, key in called]
    )


async def methodists_of(session: AsyncSession, request: Request, present: Present) -> list[int]:
    """Of the municipality, but for the teacher herself."""
    unit = await session.get_one(Unit, request.unit_id)
    held = await role_queries.person_ids_holding(session, Role.METHODIST, unit.path, present.today)
    return [person_id for person_id in held if person_id != request.requester_id]


def _edit(
    kind: NoticeKind,
    reader_id: int,
    request: Request,
    key: str,
    present: Present,
    mark: str = "",
    due_at: datetime | None = None,
    **data: object,
) -> Due:
    """Change the message of the row `key` without a sound, at once or with the news that makes it old.

    `mark` tells one change of it from the next.
    """
    return Due(
        kind,
        reader_id,
        request.id,
        f"{key}:edit{mark}",
        due_at or present.now,
        version=request.version,
        expires_at=(due_at or present.now) + EDITABLE,
        edits_key=key,
        data=data,
    )


def _morning(day: date, present: Present) -> datetime:
    """`tell` moves it to the hour at which messages begin where the reader lives."""
    return at(day, time(), present.zone)
