"""A methodist's pairs: silent ones first, only her own, recorded from an order, ended once."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from db.database import Database
from db.models import Account, AuditRecord, CheckIn, Pair, Person, RoleAssignment
from db.vocabulary import CheckInSide, CheckInState, NoticeKind, PairStatus, Reach, Role
from services.errors import NotAllowed, NotFound
from services.mentoring import desk, new_pair
from services.mentoring.errors import OnePerson, PairEnded, PairExists
from services.mentoring.new_pair import Order
from services.mentoring.notices import load_pairs, load_silence
from services.mentoring.rules import WeekMark
from services.mentoring.views import Contact
from tests.db.pair_school import (
    CONTENT,
    FRIDAY,
    ILYA,
    MARINA,
    MOSCOW,
    OLGA,
    STRANGER,
    TATYANA,
    TUESDAY,
    add_person,
    claimed,
    count,
    furnished,
    of,
    pair,
    plan,
    rows,
    who,
)
from tests.kit.statements import counting

SILENT = datetime(2026, 10, 13, 12, tzinfo=UTC)
"""Tuesday, three in the afternoon in Moscow: asked on Friday, nudged on Monday."""
ORDER = Order("№ 99", date(2026, 10, 5), date(2027, 5, 31))


@pytest.fixture
async def school(database: Database) -> AsyncIterator[Database]:
    async for ready in furnished(database):
        await plan(ready)
        yield ready


async def set_state(school: Database, side: CheckInSide, state: CheckInState, week: date = date(2026, 10, 5)) -> None:
    check_in = await of(school, side, week)
    async with school.transaction() as session:
        (await session.get_one(CheckIn, check_in)).state = state


async def silent(school: Database, now: datetime, reader: int = MARINA) -> tuple[int, int]:
    marina = await who(school, reader)
    async with school.reading() as session:
        found = await desk.list_pairs(session, marina, now, MOSCOW, 10)
    assert sum(row.silent for row in found.rows) == found.silent
    return found.silent, found.total


@pytest.mark.parametrize("quiet", [CheckInSide.MENTOR, CheckInSide.MENTEE])
async def test_one_silent_side_makes_a_silent_pair(school: Database, quiet: CheckInSide) -> None:
    for side in CheckInSide:
        if side is not quiet:
            await set_state(school, side, CheckInState.ANSWERED)
    assert await silent(school, SILENT - timedelta(seconds=1)) == (0, 1)
    assert await silent(school, SILENT) == (1, 1)


@pytest.mark.parametrize("state", [CheckInState.ANSWERED, CheckInState.SKIPPED])
async def test_whoever_answers_or_skips_is_not_silent(school: Database, state: CheckInState) -> None:
    for side in CheckInSide:
        await set_state(school, side, state)
    assert await silent(school, SILENT) == (0, 1)


async def test_an_answer_in_a_later_week_breaks_the_silence(school: Database) -> None:
    await plan(school, TUESDAY + timedelta(days=7))
    for side in CheckInSide:
        await set_state(school, side, CheckInState.ANSWERED, date(2026, 10, 12))
    assert await silent(school, SILENT + timedelta(days=7)) == (0, 1)


async def test_an_answer_in_an_earlier_week_does_not_cover_a_silent_one(school: Database) -> None:
    for side in CheckInSide:
        await set_state(school, side, CheckInState.ANSWERED)
    await plan(school, TUESDAY + timedelta(days=7))
    assert await silent(school, SILENT + timedelta(days=7)) == (1, 1)


async def test_silence_lasts_while_the_next_week_is_only_asked(school: Database) -> None:
    await plan(school, TUESDAY + timedelta(days=7))
    assert await silent(school, FRIDAY + timedelta(days=7, hours=1)) == (1, 1)


@pytest.mark.parametrize("away", [CheckInSide.MENTOR, CheckInSide.MENTEE])
@pytest.mark.parametrize("contact", [Contact.ABSENT, Contact.STOPPED])
async def test_whoever_cannot_be_asked_is_not_silent(school: Database, away: CheckInSide, contact: Contact) -> None:
    who_is_away = {CheckInSide.MENTOR: TATYANA, CheckInSide.MENTEE: ILYA}[away]
    for side in CheckInSide:
        if side is not away:
            await set_state(school, side, CheckInState.ANSWERED)
    changed: dict[str, Any] = {"person_id": None} if contact is Contact.ABSENT else {"reach": Reach.BLOCKED}
    async with school.transaction() as session:
        await session.execute(update(Account).where(Account.person_id == who_is_away).values(**changed))
    marina = await who(school, MARINA)
    async with school.reading() as session:
        found = await desk.list_pairs(session, marina, SILENT, MOSCOW, 10)
        card = await desk.pair_card(session, marina, 1, SILENT, MOSCOW)
        due = [claimed(row) for row in await rows(school) if row.kind == NoticeKind.CHECK_IN_SILENT_PAIR]
        assert await load_silence(session, due, SILENT, CONTENT) == {}
    assert (found.silent, found.away, [row.contact for row in found.rows]) == (0, 1, [contact])
    assert card.contacts[away] is contact
    assert WeekMark.MISSED not in (card.weeks[0].mentor, card.weeks[0].mentee)
    assert WeekMark.AWAY in (card.weeks[0].mentor, card.weeks[0].mentee)


async def test_the_notice_tells_how_long_and_what_is_new(school: Database) -> None:
    """Илья's pair is silent for two weeks; Яна's, younger, for one."""
    async with school.transaction() as session:
        await add_person(session, 20, "Яшина", "Яна", None, 2)
        session.add(pair(TATYANA, 20, starts_on=date(2026, 10, 12)))
    await plan(school, TUESDAY + timedelta(days=7))
    async with school.reading() as session:
        due = [claimed(row) for row in await rows(school) if row.kind == NoticeKind.CHECK_IN_SILENT_PAIR]
        found = await load_silence(session, due[:1], SILENT + timedelta(days=7), CONTENT)
    (view,) = found.values()
    assert (view.count, view.new, view.more) == (2, 1, 0)
    told = [(one.mentor, one.mentee, one.weeks) for one in view.pairs]
    assert told == [("Орлова", "Воронов", 2), ("Орлова", "Яшина", 1)]


async def test_others_have_other_pairs(school: Database) -> None:
    assert await silent(school, SILENT, STRANGER) == (0, 0)
    stranger, tatyana = await who(school, STRANGER), await who(school, TATYANA)
    async with school.transaction() as session:
        with pytest.raises(NotAllowed):
            await desk.pair_card(session, stranger, 1, SILENT, MOSCOW)
        with pytest.raises(NotAllowed):
            await desk.end_pair(session, stranger, 1, PairStatus.STOPPED, SILENT, MOSCOW, CONTENT.calendar)
        for outsider in (tatyana, await who(school, OLGA)):
            with pytest.raises(NotAllowed):
                await desk.list_pairs(session, outsider, SILENT, MOSCOW, 10)
        with pytest.raises(NotFound):
            await desk.pair_card(session, await who(school, MARINA), 77, SILENT, MOSCOW)


async def test_the_weekly_notice_counts_silent_pairs_of_each_scope(school: Database) -> None:
    async with school.reading() as session:
        due = [claimed(row) for row in await rows(school) if row.kind == NoticeKind.CHECK_IN_SILENT_PAIR]
        assert [row.person_id for row in due] == [MARINA]
        counted = await load_silence(session, due, SILENT, CONTENT)
        assert [view.count for view in counted.values()] == [1]
        assert await load_silence(session, due, SILENT - timedelta(hours=1), CONTENT) == {}, "none is silent yet"


async def test_the_card_tells_weeks_not_answers(school: Database) -> None:
    await set_state(school, CheckInSide.MENTOR, CheckInState.ANSWERED)
    await plan(school, TUESDAY + timedelta(days=7))
    await set_state(school, CheckInSide.MENTEE, CheckInState.SKIPPED, date(2026, 10, 12))
    marina = await who(school, MARINA)
    async with school.reading() as session:
        card = await desk.pair_card(session, marina, 1, FRIDAY + timedelta(days=7, hours=1), MOSCOW)
    assert [(week.monday, week.mentor, week.mentee) for week in card.weeks] == [
        (date(2026, 10, 5), WeekMark.ANSWERED, WeekMark.MISSED),
        (date(2026, 10, 12), WeekMark.WAITING, WeekMark.SKIPPED),
    ]


async def test_the_list_costs_the_same_for_many_pairs(school: Database) -> None:
    marina = await who(school, MARINA)
    with counting(school) as few:
        async with school.reading() as session:
            await desk.list_pairs(session, marina, SILENT, MOSCOW, 6)
    async with school.transaction() as session:
        for number in range(100, 160, 2):
            await add_person(session, number, f"А{number}", "Б", None, 2)
            await add_person(session, number + 1, f"В{number}", "Г", None, 3)
            session.add(pair(number, number + 1, unit=3))
    with counting(school) as many:
        async with school.reading() as session:
            page = await desk.list_pairs(session, marina, SILENT, MOSCOW, 6)
    assert (page.total, len(page.rows)) == (31, 6)
    assert page.rows[0].silent
    assert len(many) == len(few)


async def test_a_pair_is_recorded_from_its_order(school: Database) -> None:
    marina = await who(school, MARINA)
    async with school.transaction() as session:
        made = await new_pair.make_pair(session, marina, OLGA, ILYA, ORDER, TUESDAY, MOSCOW, CONTENT.calendar)
    async with school.reading() as session:
        known = await session.get_one(Pair, made)
        assert (known.order_number, known.order_date, known.unit_id) == ("№ 99", date(2026, 10, 5), 2)
        audit = (await session.scalars(select(AuditRecord))).all()
        assert [(one.actor_id, one.action) for one in audit] == [(MARINA, "pair_made")]
    assert (await who(school, OLGA)).has(Role.MENTOR)
    await plan(school)
    assert len([one for one in await rows(school) if one.kind == NoticeKind.CHECK_IN]) == 4


async def test_what_makes_no_pair(school: Database) -> None:
    marina, stranger = await who(school, MARINA), await who(school, STRANGER)
    refused = [
        (marina, TATYANA, TATYANA, OnePerson),
        (marina, TATYANA, ILYA, PairExists),
        (marina, TATYANA, STRANGER, NotAllowed),
        (stranger, TATYANA, ILYA, NotAllowed),
        (marina, TATYANA, 77, NotFound),
        (await who(school, OLGA), TATYANA, ILYA, NotAllowed),
    ]
    async with school.transaction() as session:
        for actor, mentor, mentee, error in refused:
            with pytest.raises(error):
                await new_pair.make_pair(session, actor, mentor, mentee, ORDER, TUESDAY, MOSCOW, CONTENT.calendar)


async def test_an_ended_pair_asks_no_more_and_ends_once(school: Database) -> None:
    marina = await who(school, MARINA)
    async with school.transaction() as session:
        await desk.end_pair(session, marina, 1, PairStatus.FINISHED, FRIDAY, MOSCOW, CONTENT.calendar)
    async with school.transaction() as session:
        with pytest.raises(PairEnded):
            await desk.end_pair(session, marina, 1, PairStatus.STOPPED, FRIDAY, MOSCOW, CONTENT.calendar)
        assert (await session.get_one(Pair, 1)).status == PairStatus.FINISHED
        left = (await session.scalars(select(RoleAssignment.role))).all()
    assert Role.MENTOR not in left
    assert Role.MENTEE not in left
    assert await silent(school, SILENT) == (0, 0)


async def test_a_mentor_of_two_stays_one_when_one_pair_ends(school: Database) -> None:
    marina = await who(school, MARINA)
    async with school.transaction() as session:
        await new_pair.make_pair(session, marina, TATYANA, OLGA, ORDER, TUESDAY, MOSCOW, CONTENT.calendar)
        await desk.end_pair(session, marina, 1, PairStatus.FINISHED, FRIDAY, MOSCOW, CONTENT.calendar)
    assert (await who(school, TATYANA)).has(Role.MENTOR)
    assert not (await who(school, ILYA)).has(Role.MENTEE)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("орл", ["Орлова"]),
        ("рлов", ["Орлова"]),
        ("ОРЛОВА т", ["Орлова"]),
        ("Орлова А", []),
        ("Орлова Т. С.", ["Орлова"]),
        ("Т.С. Орлова", ["Орлова"]),
        ("татьяна сергеевна", ["Орлова"]),
        ("Татьяна Орлова", ["Орлова"]),
        ("семенов", []),  # another municipality
        ("%", []),
        ("_рлова", []),
        ("", []),
    ],
)
async def test_people_are_found_by_the_beginning_of_a_name(school: Database, typed: str, found: list[str]) -> None:
    marina = await who(school, MARINA)
    async with school.reading() as session:
        people = await new_pair.find_people(session, marina, typed, TUESDAY)
    assert [person.surname for person in people] == found


async def test_nobody_but_a_methodist_looks_for_people_even_before_she_types(school: Database) -> None:
    olga = await who(school, OLGA)
    async with school.reading() as session:
        for typed in ("", "орл"):
            with pytest.raises(NotAllowed):
                await new_pair.find_people(session, olga, typed, TUESDAY)


async def test_yo_is_found_as_ye(school: Database) -> None:
    stranger = await who(school, STRANGER)
    async with school.reading() as session:
        assert [one.id for one in await new_pair.find_people(session, stranger, "семенов петр", TUESDAY)] == [STRANGER]


async def test_of_many_who_record_one_pair_at_once_one_does(school: Database) -> None:
    marina = await who(school, MARINA)

    async def record() -> bool:
        async with school.transaction() as session:
            await new_pair.make_pair(session, marina, OLGA, ILYA, ORDER, TUESDAY, MOSCOW, CONTENT.calendar)
        return True

    done = await asyncio.gather(*(record() for _ in range(6)), return_exceptions=True)
    assert [one for one in done if one is True] == [True]
    assert all(isinstance(one, PairExists) for one in done if one is not True)
    async with school.reading() as session:
        assert await count(session, Pair) == 2
    assert sum(row.kind == NoticeKind.PAIR_MADE for row in await rows(school)) == 2


async def test_both_hear_that_a_pair_began_and_ended(school: Database) -> None:
    marina = await who(school, MARINA)
    async with school.transaction() as session:
        made = await new_pair.make_pair(session, marina, OLGA, ILYA, ORDER, TUESDAY, MOSCOW, CONTENT.calendar)
    told = [claimed(row) for row in await rows(school) if row.kind == NoticeKind.PAIR_MADE]
    async with school.reading() as session:
        views = await load_pairs(session, told, TUESDAY, CONTENT)
    assert {view.partner for view in views.values()} == {"Зайцева Ольга Ивановна", "Воронов Илья Сергеевич"}
    async with school.transaction() as session:
        await desk.end_pair(session, marina, made, PairStatus.FINISHED, FRIDAY, MOSCOW, CONTENT.calendar)
    async with school.reading() as session:
        assert await load_pairs(session, told, FRIDAY, CONTENT) == {}, "that it began is not told after its end"
        ended = [claimed(row) for row in await rows(school) if row.kind == NoticeKind.PAIR_ENDED]
        assert len(await load_pairs(session, ended, FRIDAY, CONTENT)) == 2


async def test_pairs_that_are_over_have_a_list_of_their_own(school: Database) -> None:
    marina = await who(school, MARINA)
    async with school.transaction() as session:
        await desk.end_pair(session, marina, 1, PairStatus.FINISHED, FRIDAY, MOSCOW, CONTENT.calendar)
    async with school.reading() as session:
        ended = await desk.list_ended(session, marina, FRIDAY, MOSCOW, 10)
        assert [(row.id, row.mentor.surname) for row in ended.rows] == [(1, "Орлова")]
        assert ended.total == 1
        stranger = await who(school, STRANGER)
        assert (await desk.list_ended(session, stranger, FRIDAY, MOSCOW, 10)).total == 0
        assert (await desk.list_pairs(session, marina, FRIDAY, MOSCOW, 10)).total == 0


async def test_what_ended_last_stands_first(school: Database) -> None:
    marina = await who(school, MARINA)
    async with school.transaction() as session:
        other = pair(OLGA, ILYA, ends_on=date(2026, 10, 3))
        session.add(other)
        await session.flush()
        await desk.end_pair(
            session, marina, 1, PairStatus.STOPPED, TUESDAY - timedelta(days=4), MOSCOW, CONTENT.calendar
        )
    async with school.reading() as session:
        ended = await desk.list_ended(session, marina, FRIDAY, MOSCOW, 10)
        assert [row.id for row in ended.rows] == [other.id, 1], "not by the last day that its order named"


async def test_a_day_ends_at_midnight_in_the_reader_s_zone(school: Database) -> None:
    marina = await who(school, MARINA)
    last_evening = datetime(2027, 5, 31, 22, tzinfo=UTC)
    async with school.reading() as session:
        assert (await desk.list_pairs(session, marina, last_evening, ZoneInfo("UTC"), 10)).total == 1
        assert (await desk.list_pairs(session, marina, last_evening, MOSCOW, 10)).total == 0


async def test_doubts_are_said_before_a_pair_is_recorded(school: Database) -> None:
    async with school.transaction() as session:
        (await session.get_one(Person, OLGA)).experience_from = 2025
        (await session.get_one(Person, ILYA)).experience_from = 2010
    olga, ilya, tatyana = await who(school, OLGA), await who(school, ILYA), await who(school, TATYANA)
    async with school.reading() as session:
        found = await new_pair.doubts(session, olga, ilya, TUESDAY, MOSCOW)
        assert (found.mentors, found.less_experienced) == (("Орлова Татьяна Сергеевна",), True)
        found = await new_pair.doubts(session, ilya, olga, TUESDAY, MOSCOW)
        assert (found.mentors, found.less_experienced) == ((), False)
        assert not (await new_pair.doubts(session, tatyana, olga, TUESDAY, MOSCOW)).less_experienced
