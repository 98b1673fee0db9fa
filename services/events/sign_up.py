"""Signing up and giving the place back. The event is locked first, so that a place is never given twice."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Event, SignUp
from db.queries import events as queries
from db.vocabulary import SignUpState
from services.audit.service import record
from services.calendar.model import Calendar
from services.errors import ConsentNeeded, NotFound
from services.events import rules, tell
from services.events.errors import EventClosed, EventElsewhere
from services.events.line import give_places
from services.events.views import Confirmed, Placed, Waiting
from services.outbox import service as outbox
from services.people.views import PersonView


async def sign_up(
    session: AsyncSession, person: PersonView, event_id: int, zone: ZoneInfo, calendar: Calendar, now: datetime
) -> Placed:
    """Give the person a place, or the next one in the waiting list. Whoever is signed up already stays as she is.

    Raises ConsentNeeded, NotFound, EventElsewhere, EventClosed.
    """
    if person.anonymous or not person.consented:
        raise ConsentNeeded()
    event = await _locked(session, event_id)
    if (reason := rules.closed(event.status, event.starts_at, event.sign_up_until, now)) is not None:
        raise EventClosed(reason=reason)
    if await queries.unit_path(session, event.unit_id) not in rules.paths_above(person.unit_path):
        raise EventElsewhere()
    own = await queries.sign_up_of(session, event_id, person.id)
    if own is None or own.state == SignUpState.CANCELLED:
        own = await _join_line(session, event_id, person.id, own, now)
        await give_places(session, event, zone, calendar, now, newcomer=person.id)
        record(session, person.id, "event_signed_up", f"event:{event_id}", now, state=str(own.state))
    if own.state == SignUpState.CONFIRMED:
        return Confirmed()
    return Waiting(await queries.position(session, own))


async def cancel(
    session: AsyncSession, person_id: int, event_id: int, zone: ZoneInfo, calendar: Calendar, now: datetime
) -> SignUpState | None:
    """Give up the place, or leave the line; what is freed goes to the next who waits.

    Returns which of the two it was, None for somebody who is not signed up (any more).
    Raises NotFound, EventClosed (cancelled, or begun).
    """
    event = await _locked(session, event_id)
    reason = rules.closed(event.status, event.starts_at, event.starts_at, now)
    if reason is not None:
        raise EventClosed(reason=reason)
    own = await queries.sign_up_of(session, event_id, person_id)
    if own is None or own.state == SignUpState.CANCELLED:
        return None
    given_up = SignUpState(own.state)
    own.state = SignUpState.CANCELLED
    own.will_come = None
    own.changed_at = now
    await outbox.cancel(session, tell.OF_A_PLACE, event_id, person_id)
    await give_places(session, event, zone, calendar, now)
    record(session, person_id, "event_sign_up_cancelled", f"event:{event_id}", now)
    return given_up


async def will_come(session: AsyncSession, person_id: int, event_id: int, now: datetime) -> bool:
    """Keep the answer «буду». False for somebody without a place. Raises NotFound, EventClosed."""
    event = await _locked(session, event_id)
    reason = rules.closed(event.status, event.starts_at, event.starts_at, now)
    if reason is not None:
        raise EventClosed(reason=reason)
    own = await queries.sign_up_of(session, event_id, person_id)
    if own is None or own.state != SignUpState.CONFIRMED:
        return False
    own.will_come = True
    return True


async def _locked(session: AsyncSession, event_id: int) -> Event:
    event = await queries.lock_event(session, event_id)
    if event is None:
        raise NotFound()
    return event


async def _join_line(
    session: AsyncSession, event_id: int, person_id: int, before: SignUp | None, now: datetime
) -> SignUp:
    """The end of the line, also for whoever had been in it and left."""
    turn = (await queries.line(session, event_id)).last_turn + 1
    own = before or SignUp(event_id=event_id, person_id=person_id, created_at=now)
    own.turn, own.state, own.will_come, own.changed_at = turn, SignUpState.WAITING, None, now
    session.add(own)
    return own
