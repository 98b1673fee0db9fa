"""A half-written request: one a teacher, handed out and erased with the rest, gone once it is sent."""

from dataclasses import replace

import pytest

from db.database import Database
from services.errors import ConsentNeeded
from services.people.my_data import overview
from services.requests.drafts import draft_of, drop_draft, keep_draft
from services.requests.personal_data import erase, export
from services.requests.views import Draft
from tests.db.request_town import ANNA, CALENDAR, IRINA, MOSCOW, NOW, ask, settle_down, who

BEGUN = Draft("mathematics", "Стереометрия", form="practicum")


async def test_the_newest_answer_stays_and_sending_drops_it(database: Database) -> None:
    await settle_down(database)
    anna = await who(database, ANNA)
    whole = replace(BEGUN, when_code="saturday", note="10 класс")
    for draft in (BEGUN, whole):
        async with database.transaction() as session:
            await keep_draft(session, anna, draft)
    async with database.reading() as session:
        assert await draft_of(session, ANNA) == whole
        assert await draft_of(session, IRINA) is None
    await ask(database)
    async with database.reading() as session:
        assert await draft_of(session, ANNA) is None
    async with database.transaction() as session:
        await drop_draft(session, ANNA)


async def test_it_is_hers_to_take_and_to_erase(database: Database) -> None:
    await settle_down(database)
    anna = await who(database, ANNA)
    async with database.transaction() as session:
        await keep_draft(session, anna, BEGUN)
    async with database.transaction() as session:
        assert (await export(session, ANNA))["unsent_request"]["topic"] == "Стереометрия"
        assert (await export(session, IRINA))["unsent_request"] is None
        await erase(session, ANNA, NOW, MOSCOW, CALENDAR)
    async with database.reading() as session:
        assert await draft_of(session, ANNA) is None


async def test_nothing_is_kept_without_consent(database: Database) -> None:
    await settle_down(database)
    irina = await who(database, IRINA)
    with pytest.raises(ConsentNeeded):
        async with database.transaction() as session:
            await keep_draft(session, irina, BEGUN)


async def test_another_phone_does_not_bring_back_what_was_sent(database: Database) -> None:
    await settle_down(database)
    anna = await who(database, ANNA)
    async with database.transaction() as session:
        assert await keep_draft(session, anna, BEGUN)
        assert (await overview(session, ANNA, NOW)).requests == 1
        assert await keep_draft(session, anna, BEGUN, going_on=True)
    await ask(database)
    async with database.transaction() as session:
        assert not await keep_draft(session, anna, BEGUN, going_on=True)
        assert await draft_of(session, ANNA) is None
        assert (await overview(session, ANNA, NOW)).requests == 1
