"""Results: compared, opened, taken back, and what they show as missing."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from db.database import Database
from db.models import AuditRecord, Person, Unit
from db.vocabulary import Audience, Role, UnitKind
from services.diagnostics.deficits import top_deficits
from services.diagnostics.errors import NotShareable
from services.diagnostics.results import check_may_open, open_shared, own_result, shared_result, shared_with
from services.diagnostics.sharing import readers, share, take_back
from services.errors import ConsentNeeded, NotAllowed, NotFound
from services.people.correct import move_to
from services.people.views import PersonView
from services.questionnaires.answers import SKIP, Answer
from tests.kit.diagnostics_people import CONTENT, EXPRESS, NOW, TEST, add_person, take
from tests.kit.statements import counting

MONTHS = timedelta(days=30)
METHODIST = Audience.METHODIST
GIA = CONTENT.questionnaires.get("gia_math_self_diagnostics")


@pytest.fixture
async def anna(database: Database) -> PersonView:
    async with database.transaction() as session:
        return await add_person(session, 1)


@pytest.fixture
async def marina(database: Database, anna: PersonView) -> PersonView:
    async with database.transaction() as session:
        return await add_person(session, 5, "Белова", [(Role.METHODIST, 1)], unit_id=1)


async def opened(database: Database, owner: PersonView, attempt_id: int) -> None:
    async with database.transaction() as session:
        await share(session, owner, attempt_id, METHODIST, CONTENT, NOW)


async def sees(database: Database, viewer: PersonView, attempt_id: int) -> bool:
    try:
        async with database.reading() as session:
            await shared_result(session, viewer, attempt_id, CONTENT, "ru", NOW)
    except NotAllowed:
        return False
    return True


async def test_the_new_result_stands_beside_the_one_before(database: Database, anna: PersonView) -> None:
    first = await take(database, anna, answer=1)
    second = await take(database, anna, answer=2, now=NOW + MONTHS)
    third = await take(database, anna, answer=3, now=NOW + 2 * MONTHS)
    async with database.reading() as session:
        views = [await own_result(session, anna, step.attempt_id, CONTENT, "ru") for step in (first, second, third)]
    assert [view.result.percent for view in views] == [33, 67, 100]
    assert [view.earlier.result.percent if view.earlier else None for view in views] == [None, 33, 67]
    assert views[2].earlier is not None
    assert {change.delta for change in views[2].earlier.changes} == {33}


async def test_a_result_is_its_owners_alone_until_she_opens_it(
    database: Database, anna: PersonView, marina: PersonView
) -> None:
    step = await take(database, anna, answers={"s1": 0})
    with pytest.raises(NotAllowed):
        async with database.reading() as session:
            await own_result(session, marina, step.attempt_id, CONTENT, "ru")
    assert not await sees(database, marina, step.attempt_id)
    await opened(database, anna, step.attempt_id)
    await opened(database, anna, step.attempt_id)
    assert await sees(database, marina, step.attempt_id)
    async with database.reading() as session:
        view = await shared_result(session, marina, step.attempt_id, CONTENT, "ru", NOW)
    assert (dict(view.answers), view.result.critical, view.result.wrong) == ({}, (), ())
    async with database.transaction() as session:
        await take_back(session, anna, step.attempt_id, METHODIST, NOW)
    assert not await sees(database, marina, step.attempt_id)
    await opened(database, anna, step.attempt_id)
    assert await sees(database, marina, step.attempt_id)


async def test_an_earlier_result_is_compared_with_only_while_it_is_open_too(
    database: Database, anna: PersonView, marina: PersonView
) -> None:
    first = await take(database, anna, answer=1)
    second = await take(database, anna, answer=2, now=NOW + MONTHS)
    third = await take(database, anna, answer=3, now=NOW + 2 * MONTHS)

    async def beside() -> int | None:
        async with database.reading() as session:
            view = await shared_result(session, marina, third.attempt_id, CONTENT, "ru", NOW)
        return view.earlier.result.percent if view.earlier else None

    await opened(database, anna, first.attempt_id)
    await opened(database, anna, third.attempt_id)
    assert await beside() == 33
    async with database.transaction() as session:
        await take_back(session, anna, first.attempt_id, METHODIST, NOW)
    assert await beside() is None
    await opened(database, anna, second.attempt_id)
    assert await beside() == 67


async def test_only_who_could_read_it_learns_that_it_was_closed(
    database: Database, anna: PersonView, marina: PersonView
) -> None:
    async with database.transaction() as session:
        distant = await add_person(session, 6, "Дальняя", [(Role.METHODIST, 3)], unit_id=3)
    step = await take(database, anna)
    await opened(database, anna, step.attempt_id)
    async with database.transaction() as session:
        await take_back(session, anna, step.attempt_id, METHODIST, NOW)
    refused = []
    for viewer in (marina, distant):
        with pytest.raises(NotAllowed) as caught:
            async with database.reading() as session:
                await shared_result(session, viewer, step.attempt_id, CONTENT, "ru", NOW)
        refused.append((caught.value.code, caught.value.fields))
    assert refused == [
        ("diagnostics-result-closed", {"owner": "Петрова Анна Петровна"}),
        ("not-allowed", {}),
    ]


async def test_who_moves_away_takes_her_results_along(database: Database, anna: PersonView, marina: PersonView) -> None:
    """She opened them to the methodists whose names she saw, not to those of another district."""
    step = await take(database, anna)
    await opened(database, anna, step.attempt_id)
    async with database.transaction() as session:
        session.add(Unit(id=4, parent_id=1, kind=UnitKind.SCHOOL, name="Гимназия", search_name="г", path="/1/4/"))
        await session.flush()
        assert await move_to(session, anna.id, 4, NOW) == 0
    assert await sees(database, marina, step.attempt_id)
    async with database.transaction() as session:
        assert await move_to(session, anna.id, 3, NOW) == 1
        distant = await add_person(session, 6, "Дальняя", [(Role.METHODIST, 3)], unit_id=3)
    assert not await sees(database, marina, step.attempt_id)
    assert not await sees(database, distant, step.attempt_id)


async def test_nobody_else_sees_an_opened_result(database: Database, anna: PersonView) -> None:
    step = await take(database, anna)
    await opened(database, anna, step.attempt_id)
    duties = [(Role.MENTOR, 2), (Role.DEPUTY_HEAD, 2), (Role.ADMINISTRATOR, 1), (Role.TUTOR, 1), (Role.METHODIST, 3)]
    for number, duty in enumerate(duties, start=10):
        async with database.transaction() as session:
            other = await add_person(session, number, "Чужой", [duty])
        assert not await sees(database, other, step.attempt_id), duty
        async with database.reading() as session:
            assert await shared_with(session, other, CONTENT, "ru", 6, 0, NOW) == ([], 0)


async def test_a_methodist_lists_what_was_opened_to_her(
    database: Database, anna: PersonView, marina: PersonView
) -> None:
    step = await take(database, anna)
    await opened(database, anna, step.attempt_id)
    counts = []
    for number in range(20, 24):
        async with database.reading() as session:
            with counting(database) as sent:
                found, total = await shared_with(session, marina, CONTENT, "ru", 6, 0, NOW)
        counts.append(len(sent))
        assert total == len(found) == number - 19
        async with database.transaction() as session:
            colleague = await add_person(session, number, "Коллега")
        await opened(database, colleague, (await take(database, colleague)).attempt_id)
    assert len(set(counts)) == 1
    async with database.transaction() as session:
        (await session.get_one(Person, 23)).erased_at = NOW
    async with database.reading() as session:
        found, total = await shared_with(session, marina, CONTENT, "ru", 6, 0, NOW)
    assert total == len(found) == 4
    assert {one.owner.surname for one in found} == {"Петрова", "Коллега"}


async def test_whether_she_may_look_is_asked_without_scoring(
    database: Database, anna: PersonView, marina: PersonView
) -> None:
    """The window reads the result itself: the check before it reads no answer."""
    await take(database, anna, answer=1)
    step = await take(database, anna, now=NOW + MONTHS)
    await opened(database, anna, step.attempt_id)
    async with database.reading() as session:
        with counting(database) as sent:
            await check_may_open(session, anna, step.attempt_id, CONTENT)
        assert len(sent) == 1
        with pytest.raises(NotAllowed):
            await check_may_open(session, marina, step.attempt_id, CONTENT)
        with pytest.raises(NotFound):
            await check_may_open(session, anna, 999, CONTENT)
    async with database.transaction() as session:
        with counting(database) as sent:
            await open_shared(session, marina, step.attempt_id, CONTENT, NOW)
    assert not any("FROM answer" in statement for statement in sent)


async def test_an_attempt_at_a_changed_questionnaire_is_not_opened(
    database: Database, anna: PersonView, marina: PersonView
) -> None:
    step = await take(database, anna, EXPRESS.model_copy(update={"version": "0.9"}))
    await opened(database, anna, step.attempt_id)
    with pytest.raises(NotFound):
        async with database.reading() as session:
            await check_may_open(session, anna, step.attempt_id, CONTENT)
    with pytest.raises(NotFound):
        async with database.transaction() as session:
            await open_shared(session, marina, step.attempt_id, CONTENT, NOW)


async def test_what_may_not_be_read_is_not_recorded_as_opened(
    database: Database, anna: PersonView, marina: PersonView
) -> None:
    step = await take(database, anna)
    with pytest.raises(NotAllowed):
        async with database.transaction() as session:
            await open_shared(session, marina, step.attempt_id, CONTENT, NOW)
    async with database.reading() as session:
        kept = (await session.scalars(select(AuditRecord).where(AuditRecord.action == "result_opened"))).all()
    assert kept == []


async def test_every_opening_is_recorded(database: Database, anna: PersonView, marina: PersonView) -> None:
    step = await take(database, anna)
    await opened(database, anna, step.attempt_id)
    for _ in range(2):
        async with database.transaction() as session:
            await open_shared(session, marina, step.attempt_id, CONTENT, NOW)
    async with database.reading() as session:
        kept = (await session.scalars(select(AuditRecord).where(AuditRecord.action == "result_opened"))).all()
    assert [(one.actor_id, one.details) for one in kept] == [(marina.id, {"owner": anna.id})] * 2


async def test_she_is_told_exactly_who_will_see_it(database: Database, anna: PersonView, marina: PersonView) -> None:
    async with database.transaction() as session:
        await add_person(session, 6, "Дальняя", [(Role.METHODIST, 3)], unit_id=3)
        both = await add_person(session, 7, "Ажурная", [(Role.METHODIST, 1), (Role.TEACHER, 2)])
    async with database.reading() as session:
        assert [one.surname for one in await readers(session, anna, NOW)] == ["Ажурная", "Белова"]
        assert [one.surname for one in await readers(session, both, NOW)] == ["Белова"]


async def test_what_may_not_be_opened_is_refused(database: Database, anna: PersonView, marina: PersonView) -> None:
    test = await take(database, anna, TEST, SKIP)
    with pytest.raises(NotShareable):
        await opened(database, anna, test.attempt_id)
    own = await take(database, anna)
    with pytest.raises(NotAllowed):
        await opened(database, marina, own.attempt_id)
    with pytest.raises(NotFound):
        await opened(database, anna, 999)
    async with database.transaction() as session:
        nameless = await add_person(session, 9, roles=(), unit_id=None, anonymous=True)
    step = await take(database, nameless)
    with pytest.raises(ConsentNeeded):
        await opened(database, nameless, step.attempt_id)


async def test_deficits_come_from_the_last_results_weakest_first(database: Database, anna: PersonView) -> None:
    async with database.reading() as session:
        assert await top_deficits(session, anna.id, CONTENT, "ru") == []
    await take(database, anna, answer=0)
    weak: dict[str, Answer] = {item.id: 0 for item in EXPRESS.items if item.area == "digital"}
    await take(database, anna, answer=2, now=NOW + MONTHS, answers=weak | {"s1": 0, "s2": 1, "s3": 1})
    async with database.reading() as session:
        with counting(database) as sent:
            found = await top_deficits(session, anna.id, CONTENT, "ru")
    assert [(one.area_id, one.percent, one.subject) for one in found] == [("digital", 0, None), ("subject", 44, None)]
    assert found[0].title == "Цифровые средства и саморазвитие"
    assert len(sent) == 2


async def test_a_topic_of_a_test_and_its_area_are_one(database: Database, anna: PersonView) -> None:
    stereo: dict[str, Answer] = {item.id: 0 for item in GIA.items if item.area == "stereo"}
    await take(database, anna, GIA, answer=3, answers=stereo)
    right: dict[str, Answer] = {item.id: str(getattr(item, "answer", "")) for item in TEST.items}
    await take(database, anna, TEST, answer=SKIP, answers=right | {"s1": "1", "s2": "b", "n1": "17"})
    async with database.reading() as session:
        found = await top_deficits(session, anna.id, CONTENT, "ru")
    topics = [(one.questionnaire_id, one.area_id, one.subject) for one in found]
    assert (GIA.id, "stereo", "mathematics") in topics
    assert (TEST.id, "stereo", "mathematics") not in topics
    assert (TEST.id, "numbers", "mathematics") in topics
