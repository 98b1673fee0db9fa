"""The first tutor to take a request has it, whoever presses beside her."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import func, select

from db.database import Database
from db.models import Request, RequestChange, RequestOffer
from db.vocabulary import NoticeKind, OfferState, RequestStatus
from services.errors import ServiceError
from services.requests.errors import AskedAlready, TakenByAnother
from services.requests.offers import answer_proposal, propose, take
from tests.db.request_town import ANDREY, ANNA, IRINA, NOW, WISH, ask, at, settle_down, stored, told

TUTORS = tuple(range(11, 23))


async def test_twelve_tutors_press_at_once_and_one_has_it(database: Database) -> None:
    await settle_down(database, TUTORS)
    sent = await ask(database)
    assert sent.asked == len(TUTORS)

    async def press(tutor_id: int) -> bool:
        try:
            async with database.transaction() as session:
                await take(session, tutor_id, sent.number, at())
        except TakenByAnother:
            return False
        return True

    took = [tutor_id for tutor_id in TUTORS if tutor_id]
    answers = await asyncio.gather(*(press(tutor_id) for tutor_id in took))
    winners = [tutor_id for tutor_id, won in zip(took, answers, strict=True) if won]
    request = await stored(database, sent.number)
    assert winners == [request.tutor_id]
    assert request.status == RequestStatus.ASSIGNED
    async with database.reading() as session:
        states = (await session.scalars(select(RequestOffer.state))).all()
        changes = await session.scalar(select(func.count()).select_from(RequestChange))
    assert sorted(states) == sorted([OfferState.TAKEN] + [OfferState.CLOSED] * 11)
    assert changes == 2
    assert await told(database, NoticeKind.REQUEST_TAKEN) == [ANNA]
    assert sorted(await told(database, NoticeKind.REQUEST_OFFER_CLOSED)) == sorted(set(TUTORS) - set(winners))


async def test_teacher_agrees_while_another_tutor_takes(database: Database) -> None:
    await settle_down(database)
    sent = await ask(database)
    meeting_at = NOW + timedelta(days=2)
    async with database.transaction() as session:
        await propose(session, IRINA, sent.number, meeting_at, at())

    async def agree() -> bool:
        try:
            async with database.transaction() as session:
                await answer_proposal(session, ANNA, sent.number, IRINA, meeting_at, True, at())
        except ServiceError:
            return False
        return True

    async def grab() -> bool:
        try:
            async with database.transaction() as session:
                await take(session, ANDREY, sent.number, at())
        except ServiceError:
            return False
        return True

    agreed, grabbed = await asyncio.gather(agree(), grab())
    assert agreed != grabbed
    request = await stored(database, sent.number)
    assert request.tutor_id == (IRINA if agreed else ANDREY)
    assert request.status == (RequestStatus.SCHEDULED if agreed else RequestStatus.ASSIGNED)


async def test_six_taps_on_send_make_one_request(database: Database) -> None:
    """The same topic in capitals, too, is the same request."""
    await settle_down(database)

    async def send(index: int) -> bool:
        topic = WISH.topic.upper() if index % 2 else WISH.topic
        try:
            await ask(database, replace(WISH, topic=topic))
        except AskedAlready:
            return False
        return True

    sent = await asyncio.gather(*(send(index) for index in range(6)))
    assert sum(sent) == 1
    async with database.reading() as session:
        assert await session.scalar(select(func.count()).select_from(Request)) == 1
