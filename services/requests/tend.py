"""What time alone does to requests; asked for every minute."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.queries import requests as queries
from db.vocabulary import WITHOUT_TUTOR, DueState, NoticeKind, OfferState
from services.content import Content
from services.outbox.service import requeue
from services.requests import dues
from services.requests.ask import look_again
from services.requests.change import locked
from services.requests.present import Present


async def tend_requests(session: AsyncSession, now: datetime, zone: ZoneInfo, content: Content) -> None:
    present = Present(now, zone, content.calendar, zone)
    await _let_proposals_expire(session, present)
    await _see_to_undelivered_times(session, present)


async def _let_proposals_expire(session: AsyncSession, present: Present) -> None:
    """A proposed time came and the teacher had not answered: the tutor may propose another."""
    for request_id, tutor_id in await queries.expired_proposals(session, present.now):
        request = await locked(session, request_id)
        offer = await queries.offer(session, request_id, tutor_id)
        if request.status not in WITHOUT_TUTOR or offer is None or offer.state != OfferState.PROPOSED:
            continue
        change = await look_again(session, request, offer, None, present, "expired")
        await dues.tell_answer(session, tutor_id, request, present, change, "expired")
        await dues.change_offer_notices(session, request, [offer], present)


async def _see_to_undelivered_times(session: AsyncSession, present: Present) -> None:
    """A teacher who has stopped the bot does not know her time: her tutor is told once, and she when she is back."""
    for request, row_id, back in await queries.undelivered_times(session, present.now):
        if back:
            await requeue(session, [row_id], [DueState.DEAD], present.humane(present.now))
        else:
            kind = NoticeKind.REQUEST_TIME_ANSWERED
            await dues.tell(session, kind, request.tutor_id, request, present, ":undelivered", answer="undelivered")
