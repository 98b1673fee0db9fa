"""The tutor's desk: what stands before her, whom she helps, how much she takes on."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import TutorProfile
from db.queries import requests as queries
from db.queries import tutors as tutor_queries
from db.vocabulary import Role
from services.errors import NotAllowed
from services.people.views import PersonView
from services.requests import rules
from services.requests.present import Present
from services.requests.read import views_of
from services.requests.views import DeskView, RequestView


async def desk(session: AsyncSession, person: PersonView, now: datetime) -> DeskView:
    """Raises NotAllowed for somebody who is no tutor and helps nobody."""
    tutees, held, rated = await queries.tutor_counts(session, person.id)
    if not person.has(Role.TUTOR) and not tutees:
        raise NotAllowed()
    profile = await tutor_queries.profile(session, person.id)
    _, offers = await queries.offered_to(session, person.id, 1, 0)
    ahead = sorted(moment for moment in await queries.meetings_of(session, person.id) if moment > now)
    return DeskView(
        active=profile.active if profile else True,
        max_tutees=profile.max_tutees if profile else tutor_queries.DEFAULT_MAX_TUTEES,
        offers=offers,
        tutees=tutees,
        held=held,
        rated=rated,
        next_meeting=ahead[0] if ahead else None,
    )


async def offered(
    session: AsyncSession, person: PersonView, now: datetime, limit: int, offset: int
) -> tuple[list[RequestView], int]:
    found, total = await queries.offered_to(session, person.id, limit, offset)
    return await views_of(session, found, now), total


async def tutees(
    session: AsyncSession, person: PersonView, now: datetime, limit: int, offset: int
) -> tuple[list[RequestView], int]:
    found, total = await queries.tutees_of(session, person.id, limit, offset)
    return await views_of(session, found, now), total


async def suggestions(
    session: AsyncSession, tutor_id: int, request_id: int, when_code: str, present: Present, page: int
) -> list[datetime]:
    """Times that suit the teacher and do not run into the tutor's other meetings; not the one just refused."""
    offer = await queries.offer(session, request_id, tutor_id)
    busy = await queries.busy_times(session, tutor_id, request_id)
    skip = page * rules.SUGGESTIONS
    if offer is not None and offer.proposed_at is not None:
        busy.append(offer.proposed_at)
    return rules.suggest_times(when_code, present.now, present.zone, present.calendar, busy, skip)


async def set_profile(
    session: AsyncSession, person: PersonView, active: bool | None = None, max_tutees: int | None = None
) -> None:
    """How much a tutor takes on; what is open already stays hers. Raises NotAllowed."""
    if not person.has(Role.TUTOR):
        raise NotAllowed()
    profile = await tutor_queries.profile(session, person.id)
    if profile is None:
        profile = TutorProfile(person_id=person.id, max_tutees=tutor_queries.DEFAULT_MAX_TUTEES, active=True)
        session.add(profile)
    if active is not None:
        profile.active = active
    if max_tutees is not None:
        profile.max_tutees = min(max(1, max_tutees), rules.MAX_TUTEES)
