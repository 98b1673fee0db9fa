"""The message in which an author watches: written once, edited only when the figures change, right to the end."""

from datetime import datetime, timedelta

from sqlalchemy import func, select

from db.database import Database
from db.models import Broadcast, OutboxRow
from db.vocabulary import BroadcastStatus, DueState, Reach
from scheduler.messenger import TryLater, Unreachable
from services.broadcasts import compose, send
from services.broadcasts.segment import Segment
from tests.kit.broadcast_people import MARINA, TUESDAY, USERS_FROM, marina, people
from tests.kit.post import CONTENT, MOSCOW, Office
from tests.kit.statements import counting

MINE = USERS_FROM + MARINA


async def sent_to(database: Database, teachers: int, *times: datetime | None) -> list[int]:
    """Announcements to everyone, confirmed."""
    ids = []
    async with database.transaction() as session:
        await people(session, teachers)
        for at in times or (None,):
            broadcast_id = await compose.add_piece(session, marina(), None, compose.Piece("Семинар", 7), TUESDAY)
            await compose.set_segment(session, marina(), broadcast_id, Segment(), TUESDAY)
            await compose.set_time(session, marina(), broadcast_id, at)
            await send.confirm(session, marina(), MARINA, broadcast_id, TUESDAY, MOSCOW, CONTENT.calendar)
            ids.append(broadcast_id)
    return ids


async def test_progress_is_written_once_and_edited_only_when_figures_change(database: Database) -> None:
    (broadcast_id,) = await sent_to(database, 60)
    office = Office(database, TUESDAY)
    await office.progress.show()
    await office.progress.show()
    assert "0 из 60" in office.post.sent[MINE][0].text
    await office.delivery.deliver_due()
    await office.progress.show()
    assert office.post.edits == [], "a moment ago it was written: too soon"
    office.progress._shown_at.clear()
    await office.progress.show()
    assert "25 из 60" in office.post.edits[-1][2].text
    await office.deliver()
    await office.progress.show()
    await office.progress.show()
    assert len(office.post.sent[MINE]) == 1
    assert len(office.post.edits) == 2
    assert "60 из 60" in office.post.edits[-1][2].text
    async with database.reading() as session:
        done = await session.get_one(Broadcast, broadcast_id)
    assert (done.status, done.finished_at) == (BroadcastStatus.DONE, TUESDAY)


async def test_progress_reads_all_announcements_in_one_statement(database: Database) -> None:
    await sent_to(database, 5, *[TUESDAY + timedelta(hours=1)] * 4)
    office = Office(database, TUESDAY)
    with counting(database) as before_the_time:
        await office.progress.show()
    assert (len(before_the_time), office.post.count) == (1, 0)
    office.clock.moment += timedelta(hours=1)
    with counting(database) as due:
        await office.progress.show()
    assert len(due) == 1 + 4, "one read, and one record a message"
    assert office.post.count == 4


async def test_a_stop_while_the_progress_is_being_written_stays(database: Database) -> None:
    (broadcast_id,) = await sent_to(database, 3)
    office = Office(database, TUESDAY)

    async def stopped_meanwhile(user_id: int) -> None:
        office.post.before = None
        async with database.transaction() as session:
            await send.stop(session, marina(), broadcast_id, TUESDAY)

    office.post.before = stopped_meanwhile
    await office.progress.show()
    await office.progress.show()
    async with database.reading() as session:
        found = await session.get_one(Broadcast, broadcast_id)
        queued = await session.scalar(
            select(func.count()).select_from(OutboxRow).where(OutboxRow.state == DueState.QUEUED)
        )
    assert (found.status, found.finished_at, queued) == (BroadcastStatus.STOPPED, TUESDAY, 0)
    assert "остановлена" in office.post.edits[-1][2].text


async def test_the_last_figures_are_shown_even_if_the_messenger_was_busy(database: Database) -> None:
    await sent_to(database, 3)
    office = Office(database, TUESDAY)
    await office.progress.show()
    await office.deliver()

    async def busy(user_id: int) -> None:
        raise TryLater("too_many_requests", 0.01)

    office.post.before = busy
    await office.progress.show()
    assert office.post.edits == []
    office.post.before = None
    await office.progress.show()
    assert "3 из 3" in office.post.edits[-1][2].text


async def test_an_author_who_stopped_the_bot_does_not_stop_the_announcement(database: Database) -> None:
    (broadcast_id,) = await sent_to(database, 3)
    office = Office(database, TUESDAY)

    async def she_is_gone(user_id: int) -> None:
        if user_id == MINE:
            raise Unreachable(Reach.BLOCKED)

    office.post.before = she_is_gone
    await office.progress.show()
    await office.deliver()
    await office.progress.show()
    async with database.reading() as session:
        assert (await session.get_one(Broadcast, broadcast_id)).status == BroadcastStatus.DONE
    assert office.post.count == 3
