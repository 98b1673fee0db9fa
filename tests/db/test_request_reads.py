"""Lists and notices cost the same however much there is; topics begin with what was measured."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.settings import ROOT
from db.database import Database
from db.models import Request, RequestOffer
from db.vocabulary import NoticeKind, OfferState, RequestForm, RequestStatus
from services.content import load_content
from services.diagnostics.deficits import Deficit
from services.outbox import service as outbox
from services.requests import desk, notices, queue, topics
from services.requests.offers import take
from services.requests.read import my_requests
from services.requests.views import Wish
from tests.db.request_town import ANDREY, ANNA, IRINA, MARINA, NOW, WISH, ask, at, settle_down, who
from tests.kit.statements import counting

CONTENT = load_content(ROOT / "content")
Read = Callable[[AsyncSession], Awaitable[Any]]


async def fill(database: Database, first: int, count: int) -> None:
    async with database.transaction() as session:
        for number in range(first, first + count):
            session.add(
                Request(
                    id=number,
                    requester_id=ANNA,
                    unit_id=1,
                    subject="mathematics",
                    topic=f"Тема {number}",
                    form=RequestForm.TRAINING,
                    when_code="any",
                    status=RequestStatus.NEW,
                    version=1,
                    due_on=NOW.date(),
                    created_at=NOW,
                )
            )
        await session.flush()
        for number in range(first, first + count):
            session.add(RequestOffer(request_id=number, tutor_id=IRINA, state=OfferState.ASKED, asked_version=1))


async def test_lists_cost_the_same_with_twenty_and_with_three_hundred(database: Database) -> None:
    await settle_down(database)
    irina, marina = await who(database, IRINA), await who(database, MARINA)
    reads: tuple[Read, ...] = (
        lambda session: my_requests(session, ANNA, NOW, 6, 0),
        lambda session: desk.desk(session, irina, NOW),
        lambda session: desk.offered(session, irina, NOW, 6, 0),
        lambda session: desk.tutees(session, irina, NOW, 6, 0),
        lambda session: queue.queue(session, marina, "new", at(), 6, 0),
        lambda session: queue.queue_counts(session, marina, at()),
    )

    async def cost() -> list[int]:
        counts = []
        for read in reads:
            with counting(database) as statements:
                async with database.reading() as session:
                    await read(session)
            counts.append(len(statements))
        return counts

    await fill(database, 1000, 20)
    few = await cost()
    await fill(database, 2000, 280)
    assert await cost() == few
    assert max(few) <= 8


async def test_a_batch_of_notices_is_loaded_at_once_and_overtaken_ones_are_left_out(database: Database) -> None:
    await settle_down(database)
    numbers = [(await ask(database, topics_wish(index))).number for index in range(6)]
    async with database.transaction() as session:
        await take(session, ANDREY, numbers[0], at())
    async with database.transaction() as session:
        claimed = await outbox.claim(session, NOW, 100)
    rows = [row for row in claimed if row.kind == NoticeKind.REQUEST_OFFER]
    assert len(rows) == 12
    with counting(database) as statements:
        async with database.reading() as session:
            views = await notices.load_offers(session, rows, NOW, CONTENT)
    assert len(statements) <= 7
    assert {view.request.number for view in views.values()} == set(numbers[1:])


def topics_wish(index: int) -> Wish:
    return Wish(WISH.subject, f"Тема {index}", WISH.form, WISH.when_code)


async def test_topics_begin_with_her_deficits_in_this_subject(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    questionnaire = next(one for one in CONTENT.questionnaires.all() if one.audience.subjects == ("mathematics",))
    area = questionnaire.scored_areas[-1]

    async def measured(*_: Any) -> list[Deficit]:
        return [
            Deficit("other", "x", "Орфография", "russian", 20, "Орфография"),
            Deficit(questionnaire.id, area.id, area.title, "mathematics", 30, area.button),
            Deficit("general", "y", "Цифровые средства!", None, 40, "Цифровые средства!"),
        ]

    monkeypatch.setattr(topics, "top_deficits", measured)
    async with database.reading() as session:
        found = await topics.topics_for(session, ANNA, "mathematics", CONTENT, "ru")
    assert [topic.title for topic in found[:2]] == [area.title, "Цифровые средства!"]
    titles = [topic.title for topic in found]
    assert len(titles) == len(set(titles)) > 6
    assert "Орфография" not in titles
    assert topics.topic_of(CONTENT, "ru", questionnaire.id, area.id) is not None
    assert topics.topic_of(CONTENT, "ru", questionnaire.id, "gone") is None
    assert topics.topic_of(CONTENT, "ru", "gone", area.id) is None
