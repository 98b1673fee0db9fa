"""Somebody is a tutor no longer."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.queries import requests as queries
from db.queries import tutors as tutor_queries
from db.vocabulary import LIVE_OFFER, WITH_TUTOR, WITHOUT_TUTOR, OfferState
from services.calendar.model import Calendar
from services.requests import dues
from services.requests.ask import look_again
from services.requests.change import locked
from services.requests.meeting import give_back, met
from services.requests.present import Present
from services.requests.read import is_asked


async def stop_tutoring(
    session: AsyncSession, person_id: int, now: datetime, zone: ZoneInfo, calendar: Calendar
) -> None:
    """What stands before her is closed and what she leads goes to other tutors, or to the methodists.

    A request whose meeting has come stays as it is: both, or a methodist, still have to say whether it was held.
    """
    present = Present(now, zone, calendar, zone)
    profile = await tutor_queries.profile(session, person_id)
    if profile is not None:
        profile.active = False
    for request_id in sorted({one.request_id for one in await queries.offers_to(session, person_id)}):
        request = await locked(session, request_id)
        offer = await queries.offer(session, request_id, person_id)
        if offer is None:
            continue
        if request.tutor_id == person_id:
            if request.status in WITH_TUTOR and not met(request, present):
                await give_back(session, request, person_id, present)
        elif request.status in WITHOUT_TUTOR and offer.state in LIVE_OFFER:
            if offer.state == OfferState.PROPOSED:
                await look_again(session, request, offer, person_id, present, "refused", OfferState.CLOSED)
            offer.state = OfferState.CLOSED
            await session.flush()
            await dues.change_offer_notices(session, request, [offer], present)
            if not await is_asked(session, request.id):
                await dues.call_methodists(session, request, present)
