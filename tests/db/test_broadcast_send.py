"""From a draft to rows, and from rows to everyone: who is meant, what it costs, what pressing twice does."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from db.database import Database
from db.models import Account, Broadcast, OutboxRow, Person
from db.vocabulary import BroadcastStatus, DueState, NoticeKind, Reach, Role
from scheduler.messenger import Unreachable
from services.broadcasts import compose, listing, personal_data, send
from services.broadcasts.errors import AlreadySent, NobodyThere, NothingToSend, TimePassed, TooLong
from services.broadcasts.progress import watched
from services.broadcasts.rules import TEXT_LIMIT
from services.broadcasts.segment import By, Filter, Segment
from services.broadcasts.views import Audience, Confirmed, End, Figures
from services.errors import NotAllowed, NotFound
from services.outbox import service as outbox
from services.people.my_data import erase_everything
from services.people.views import PersonView
from tests.kit.broadcast_people import FIRST_TEACHER, MARINA, TUESDAY, USERS_FROM, marina, people
from tests.kit.post import CONTENT, MOSCOW, Office
from tests.kit.statements import counting

HELLO = compose.Piece("Семинар <b>перенесён</b>", 17)


async def district(database: Database, teachers: int = 12, **fields: Any) -> PersonView:
    async with database.transaction() as session:
        return await people(session, teachers, **fields)


async def draft(database: Database, *filters: Filter, piece: compose.Piece = HELLO, at: datetime | None = None) -> int:
    async with database.transaction() as session:
        broadcast_id = await compose.add_piece(session, marina(), None, piece, TUESDAY)
        await compose.set_segment(session, marina(), broadcast_id, Segment(filters), TUESDAY)
        await compose.set_time(session, marina(), broadcast_id, at)
    return broadcast_id


async def confirm(database: Database, broadcast_id: int, author: PersonView | None = None) -> Confirmed:
    async with database.transaction() as session:
        return await send.confirm(session, author or marina(), MARINA, broadcast_id, TUESDAY, MOSCOW, CONTENT.calendar)


async def again(database: Database, broadcast_id: int, states: Any = send.NOT_REACHED, now: datetime = TUESDAY) -> int:
    async with database.transaction() as session:
        return await send.again(session, marina(), MARINA, broadcast_id, states, now, MOSCOW, CONTENT.calendar)


async def figures(database: Database, broadcast_id: int) -> Figures:
    async with database.reading() as session:
        return (await listing.card(session, marina(), broadcast_id, TUESDAY)).figures


async def addressed(database: Database) -> list[int]:
    async with database.reading() as session:
        return [
            person_id - FIRST_TEACHER
            for person_id in await session.scalars(
                select(OutboxRow.person_id)
                .where(OutboxRow.kind == NoticeKind.BROADCAST, OutboxRow.state != DueState.DEAD)
                .order_by(OutboxRow.person_id)
            )
        ]


SEGMENTS = [
    ((), list(range(12))),
    ((Filter(By.MUNICIPALITY, "2"),), [0, 1, 3, 4, 6, 7, 9, 10]),
    ((Filter(By.SCHOOL, "10"),), [0, 3, 6, 9]),
    ((Filter(By.SUBJECT, "history"),), [0, 2, 4, 6, 8, 10]),
    ((Filter(By.ROLE, "teacher"),), list(range(12))),
    ((Filter(By.ROLE, "tutor"),), []),
    ((Filter(By.YOUNG),), [1, 2, 3]),
    ((Filter(By.SCHOOL, "10"), Filter(By.YOUNG)), [3]),
    ((Filter(By.MUNICIPALITY, "3"), Filter(By.SUBJECT, "mathematics")), [5, 11]),
]


@pytest.mark.parametrize(("filters", "meant"), SEGMENTS)
async def test_the_segment_means_these(database: Database, filters: tuple[Filter, ...], meant: list[int]) -> None:
    await district(database, young=(1, 2, 3))
    broadcast_id = await draft(database, *filters)
    async with database.reading() as session:
        assert await listing.audience(session, marina(), Segment(filters), TUESDAY) == Audience(len(meant), 0, 0)
    if meant:
        await confirm(database, broadcast_id)
    else:
        with pytest.raises(NobodyThere):
            await confirm(database, broadcast_id)
    assert await addressed(database) == meant


async def test_a_methodist_speaks_within_her_scope_only(database: Database) -> None:
    await district(database)
    of_district = marina("/1/2/")
    broadcast_id = await draft(database)
    await confirm(database, broadcast_id, of_district)
    assert await addressed(database) == [0, 1, 3, 4, 6, 7, 9, 10]
    for by, value in ((By.SCHOOL, "12"), (By.MUNICIPALITY, "3"), (By.SCHOOL, "999")):
        async with database.transaction() as session:
            other = await compose.add_piece(session, of_district, None, HELLO, TUESDAY)
            with pytest.raises(NotAllowed):
                await compose.set_segment(session, of_district, other, Segment((Filter(by, value),)), TUESDAY)


async def test_only_methodists_announce(database: Database) -> None:
    await district(database)
    broadcast_id = await draft(database)
    for role in set(Role) - {Role.METHODIST}:
        with pytest.raises(NotAllowed):
            await confirm(database, broadcast_id, marina(role=role))
    with pytest.raises(NotAllowed):
        await confirm(database, broadcast_id, marina(person_id=FIRST_TEACHER))  # another methodist
    with pytest.raises(NotFound):
        await confirm(database, broadcast_id + 1)
    assert await addressed(database) == []


async def test_who_is_not_connected_is_counted_listed_and_gets_nothing(database: Database) -> None:
    """Whoever stopped the bot stands apart. Consent withdrawn, erased, nameless: in no list at all."""
    await district(database, 12, unconnected=(0, 1), blocked=(2,), withdrawn=(3,))
    async with database.transaction() as session:
        await session.execute(update(Person).where(Person.id == FIRST_TEACHER + 4).values(erased_at=TUESDAY))
        await session.execute(update(Person).where(Person.id == FIRST_TEACHER + 5).values(anonymous=True))
    broadcast_id = await draft(database)
    async with database.reading() as session:
        listed, total = await listing.not_connected(session, marina(), Segment(), TUESDAY, 20, 0)
    assert total == 3
    assert [(one.school, one.name, one.reason) for one in listed] == [
        ("СОШ № 1", "Петрова0000 Анна Петровна", ""),
        ("СОШ № 2", "Петрова0001 Анна Петровна", ""),
        ("СОШ № 3", "Петрова0002 Анна Петровна", "blocked"),
    ]
    assert (await confirm(database, broadcast_id)).recipients == 6
    assert await addressed(database) == [6, 7, 8, 9, 10, 11]
    async with database.reading() as session:
        assert await listing.audience(session, marina(), Segment(), TUESDAY) == Audience(6, 1, 2)
    assert await figures(database, broadcast_id) == Figures(waiting=6, blocked=1, not_connected=2)
    office = Office(database, TUESDAY)
    await office.deliver()
    assert office.post.count == 6
    names = {}
    async with database.reading() as session:
        for end in End:
            names[end] = [
                one.name[7:11] for one in (await listing.people_of(session, marina(), broadcast_id, end, 20, 0))[0]
            ]
    assert names == {
        End.SENT: ["0006", "0009", "0007", "0010", "0008", "0011"],
        End.WAITING: [],
        End.BLOCKED: ["0002"],
        End.FAILED: [],
        End.DROPPED: [],
        End.NOT_CONNECTED: ["0000", "0001"],
    }


async def test_whoever_connects_later_can_be_sent_it_after_all(database: Database) -> None:
    await district(database, 4, blocked=(0,))
    broadcast_id = await draft(database)
    await confirm(database, broadcast_id)
    await Office(database, TUESDAY).deliver()
    assert await again(database, broadcast_id) == 0
    async with database.transaction() as session:
        await session.execute(update(Account).values(reach=Reach.OPEN))
    assert await again(database, broadcast_id) == 1
    await Office(database, TUESDAY).deliver()
    assert await figures(database, broadcast_id) == Figures(sent=4)


async def test_confirming_twice_sends_once(database: Database) -> None:
    await district(database, 40)
    broadcast_id = await draft(database)
    results = await asyncio.gather(
        confirm(database, broadcast_id), confirm(database, broadcast_id), return_exceptions=True
    )
    assert sorted(type(result).__name__ for result in results) == ["AlreadySent", "Confirmed"]
    assert len(await addressed(database)) == 40


async def test_what_cannot_be_sent_is_told_before(database: Database) -> None:
    await district(database)
    with pytest.raises(TooLong) as too_long:
        await confirm(database, await draft(database, piece=compose.Piece("x" * 3937, 3937)))
    assert too_long.value.fields["excess"] == 1
    with pytest.raises(NothingToSend):
        await confirm(database, await draft(database, piece=compose.Piece()))
    assert await addressed(database) == []


async def test_the_number_of_statements_does_not_depend_on_the_number_of_people(database: Database) -> None:
    await district(database, 1500)
    few, many = await draft(database, Filter(By.YOUNG)), await draft(database)
    async with database.transaction() as session:
        await session.execute(update(Person).where(Person.id < FIRST_TEACHER + 150).values(experience_from=2025))
    with counting(database) as for_150:
        assert (await confirm(database, few)).recipients == 150
    with counting(database) as for_1500:
        assert (await confirm(database, many)).recipients == 1500
    assert len(for_150) == len(for_1500) <= 10


async def test_each_reader_gets_it_at_a_humane_moment_of_her_own_zone(database: Database) -> None:
    """10:00 in Moscow is 17:00 in Vladivostok and 08:00 in Kaliningrad's neighbour; asked for 14:00, it is 21:00."""
    await district(database, 3, zones=("Asia/Vladivostok", None, "Europe/Kaliningrad"))
    asked = datetime(2026, 10, 6, 14, tzinfo=MOSCOW)
    confirmed = await confirm(database, await draft(database, at=asked))
    async with database.reading() as session:
        due = list(await session.scalars(select(OutboxRow.due_at).order_by(OutboxRow.person_id)))
    assert due == [datetime(2026, 10, 6, 22, tzinfo=UTC), asked, asked]
    assert confirmed.goes_at == asked


async def test_stopping_takes_back_what_is_queued(database: Database) -> None:
    await district(database, 60)
    broadcast_id = await draft(database)
    await confirm(database, broadcast_id)
    office = Office(database, TUESDAY)
    await office.delivery.deliver_due()
    async with database.transaction() as session:
        stopped = await send.stop(session, marina(), broadcast_id, TUESDAY)
    assert (stopped.sent, stopped.dropped) == (25, 35)
    await office.deliver()
    assert office.post.count == 25
    async with database.transaction() as session:
        assert await send.stop(session, marina(), broadcast_id, TUESDAY) == stopped

    assert await again(database, broadcast_id, send.HELD_BACK) == 35
    await office.deliver()
    assert await figures(database, broadcast_id) == Figures(sent=60)
    assert set(map(len, office.post.sent.values())) == {1}


async def test_a_row_claimed_before_the_stop_is_not_sent_after_it(database: Database) -> None:
    """The loader reads the status once more, between the claim and the sending."""
    await district(database, 3)
    broadcast_id = await draft(database)
    await confirm(database, broadcast_id)
    async with database.transaction() as session:
        await outbox.claim(session, TUESDAY, 25)
        await send.stop(session, marina(), broadcast_id, TUESDAY)
    office = Office(database, TUESDAY + timedelta(minutes=3))
    await office.deliver()
    assert office.post.count == 0
    assert await figures(database, broadcast_id) == Figures(dropped=3)


async def test_sending_again_reaches_only_those_who_missed_it_and_came_back(database: Database) -> None:
    await district(database, 6)
    broadcast_id = await draft(database)
    await confirm(database, broadcast_id)
    office = Office(database, TUESDAY)
    gone = {USERS_FROM + FIRST_TEACHER, USERS_FROM + FIRST_TEACHER + 1}

    async def some_are_gone(user_id: int) -> None:
        if user_id in gone:
            raise Unreachable(Reach.BLOCKED)

    office.post.before = some_are_gone
    await office.deliver()
    assert await figures(database, broadcast_id) == Figures(sent=4, blocked=2)
    async with database.reading() as session:
        missed, total = await listing.people_of(session, marina(), broadcast_id, End.BLOCKED, 20, 0)
    assert [one.name for one in missed] == ["Петрова0000 Анна Петровна", "Петрова0001 Анна Петровна"]
    assert total == 2
    assert await again(database, broadcast_id) == 0, "both are away still"

    gone.clear()
    async with database.transaction() as session:
        await session.execute(update(Account).where(Account.id == FIRST_TEACHER).values(reach=Reach.OPEN))
    async with database.reading() as session:
        assert (await listing.card(session, marina(), broadcast_id, TUESDAY)).resendable == 1
    assert await again(database, broadcast_id) == 1
    assert await again(database, broadcast_id) == 0, "pressed twice"
    await office.deliver()
    assert await figures(database, broadcast_id) == Figures(sent=5, blocked=1)
    assert set(map(len, office.post.sent.values())) == {1}


async def test_pieces_join_and_a_long_text_loses_nothing(database: Database) -> None:
    await district(database, 0)
    broadcast_id = await draft(database, piece=compose.Piece("a" * 4096, 4096))
    async with database.transaction() as session:
        await compose.add_piece(session, marina(), broadcast_id, compose.Piece("b" * 904, 904), TUESDAY)
        seen = await listing.one(session, marina(), broadcast_id)
    assert seen.message.html == "a" * 4096 + "\n" + "b" * 904
    assert (seen.length, seen.excess) == (5001, 5001 - TEXT_LIMIT)


async def test_a_sent_announcement_is_not_rewritten(database: Database) -> None:
    await district(database)
    broadcast_id = await draft(database)
    await confirm(database, broadcast_id)
    async with database.transaction() as session:
        for change in (
            compose.add_piece(session, marina(), broadcast_id, HELLO, TUESDAY),
            compose.clear(session, marina(), broadcast_id),
            compose.set_segment(session, marina(), broadcast_id, Segment(), TUESDAY),
            compose.set_time(session, marina(), broadcast_id, None),
            compose.throw_away(session, marina(), broadcast_id),
            send.send_test(session, marina(), broadcast_id, TUESDAY),
        ):
            with pytest.raises(AlreadySent):
                await change


async def test_whoever_erases_herself_gets_nothing_more(database: Database) -> None:
    await district(database, 2)
    broadcast_id = await draft(database)
    await confirm(database, broadcast_id)
    async with database.transaction() as session:
        told = await personal_data.export(session, FIRST_TEACHER)
        await erase_everything(session, FIRST_TEACHER, TUESDAY, MOSCOW, CONTENT.calendar)
    assert told["written"] == []
    assert [one["text"] for one in told["received"]] == [HELLO.html]
    office = Office(database, TUESDAY)
    await office.deliver()
    assert list(office.post.sent) == [USERS_FROM + FIRST_TEACHER + 1]


async def test_an_author_who_erases_herself_takes_along_what_has_not_gone(database: Database) -> None:
    """Her drafts go, what waits in her name is stopped, and nobody is shown its figures any more."""
    await district(database, 2)
    await draft(database)
    planned = await draft(database, at=TUESDAY + timedelta(hours=3))
    await confirm(database, planned)
    going = await draft(database)
    await confirm(database, going)
    async with database.transaction() as session:
        assert len((await personal_data.export(session, MARINA))["written"]) == 3
        await erase_everything(session, MARINA, TUESDAY, MOSCOW, CONTENT.calendar)
    async with database.reading() as session:
        left = list(await session.scalars(select(Broadcast).order_by(Broadcast.id)))
        assert [(one.id, one.status, one.progress_account_id) for one in left] == [
            (planned, BroadcastStatus.STOPPED, None),
            (going, BroadcastStatus.STOPPED, None),
        ]
        assert await watched(session, TUESDAY + timedelta(days=1)) == []
    office = Office(database, TUESDAY + timedelta(days=1))
    await office.deliver()
    assert office.post.count == 0


async def test_a_colleague_of_the_scope_sees_what_is_planned_and_may_stop_it(database: Database) -> None:
    """The author may have lost her role, or left: her announcement must not be beyond everybody's reach."""
    await district(database, 12)
    own_school = marina("/1/2/10/", person_id=FIRST_TEACHER + 1)
    district_wide = marina("/1/2/", person_id=FIRST_TEACHER)
    mine = await draft(database, Filter(By.MUNICIPALITY, "2"), at=TUESDAY + timedelta(hours=3))
    secret = await draft(database)
    await confirm(database, mine)
    async with database.transaction() as session:
        assert (await listing.in_sight(session, own_school, TUESDAY, 6))[1] == 0
        found, total = await listing.in_sight(session, district_wide, TUESDAY, 6)
        assert [(one.id, one.own, one.message.author) for one in found] == [(mine, False, "Белова Марина Олеговна")]
        assert total == 1
        for stranger in (own_school, marina("/1/3/", person_id=7), marina(role=Role.TEACHER, person_id=8)):
            with pytest.raises(NotAllowed):
                await listing.card(session, stranger, mine, TUESDAY)
            with pytest.raises(NotAllowed):
                await send.stop(session, stranger, mine, TUESDAY)
        with pytest.raises(NotAllowed):
            await listing.card(session, district_wide, secret, TUESDAY)  # a draft is nobody's but its author's
        card = await listing.card(session, district_wide, mine, TUESDAY)
        assert (card.may_stop, card.resendable) == (True, 0)
        assert (await send.stop(session, district_wide, mine, TUESDAY)).dropped == 8
        for states in (send.NOT_REACHED, send.HELD_BACK):
            with pytest.raises(NotAllowed):
                await send.again(session, district_wide, MARINA, mine, states, TUESDAY, MOSCOW, CONTENT.calendar)
    office = Office(database, TUESDAY)
    await office.progress.show()
    assert "остановлена" in office.post.sent[USERS_FROM + MARINA][0].text, "the author is told"


async def test_going_on_keeps_the_moment_that_was_chosen(database: Database) -> None:
    await district(database, 2)
    asked = TUESDAY + timedelta(hours=3)
    broadcast_id = await draft(database, at=asked)
    await confirm(database, broadcast_id)
    for now, goes in ((TUESDAY + timedelta(hours=1), asked), (asked + timedelta(hours=1), asked + timedelta(hours=1))):
        async with database.transaction() as session:
            await send.stop(session, marina(), broadcast_id, now)
        assert await again(database, broadcast_id, send.HELD_BACK, now) == 2
        async with database.reading() as session:
            assert set(await session.scalars(select(OutboxRow.due_at))) == {goes}


async def test_a_moment_that_has_passed_is_asked_for_again(database: Database) -> None:
    """A preview may lie open for hours; what was meant for then is not sent now."""
    await district(database)
    broadcast_id = await draft(database, at=TUESDAY)
    with pytest.raises(TimePassed):
        await confirm(database, broadcast_id)
    assert await addressed(database) == []


async def test_sending_again_does_not_bind_a_value_a_row(database: Database) -> None:
    """PostgreSQL takes 32,767 values a statement."""
    await district(database, 300)
    broadcast_id = await draft(database)
    await confirm(database, broadcast_id)
    async with database.transaction() as session:
        await send.stop(session, marina(), broadcast_id, TUESDAY)
    with counting(database) as statements:
        assert await again(database, broadcast_id, send.HELD_BACK) == 300
    assert len(statements) < 10
    assert max(len(statement) for statement in statements) < 4000
