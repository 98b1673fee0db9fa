"""The life of a request, use case by use case, on both databases."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.settings import ROOT
from db.database import Database
from db.models import (
    Account,
    OutboxRow,
    Person,
    PersonSubject,
    RequestChange,
    RequestOffer,
    RoleAssignment,
    TutorProfile,
)
from db.vocabulary import DueState, NoticeKind, OfferState, Reach, RequestForm, RequestStatus, Role
from dialogs.requests.notices import NOTICES
from services.content import load_content
from services.errors import ConsentNeeded, NotAllowed
from services.outbox import service as outbox
from services.people.roles import end_roles
from services.requests import desk, meeting, offers, queue
from services.requests.ask import send_request, withdraw
from services.requests.errors import (
    AskedAlready,
    BadMeetingTime,
    NotPossibleNow,
    ReasonNeeded,
    TakenByAnother,
    TimeBusy,
    TimeGone,
)
from services.requests.history import history
from services.requests.personal_data import erase, export
from services.requests.read import my_request
from services.requests.tend import tend_requests
from services.requests.tutors import stop_tutoring
from services.requests.views import Wish
from tests.db.request_town import (
    ANDREY,
    ANNA,
    CALENDAR,
    IRINA,
    MARINA,
    MOSCOW,
    NOW,
    STRANGER,
    WISH,
    ask,
    at,
    settle_down,
    stored,
    told,
    who,
)

UseCase = Callable[[AsyncSession], Awaitable[Any]]
CONTENT = load_content(ROOT / "content")
MEETING = NOW + timedelta(days=2)


async def scheduled(database: Database) -> int:
    """Irina has taken Anna's request and set a meeting."""
    await settle_down(database)
    number = (await ask(database)).number
    async with database.transaction() as session:
        await offers.take(session, IRINA, number, at())
        await meeting.schedule(session, IRINA, number, MEETING, at())
    return number


async def test_who_is_asked(database: Database) -> None:
    """Not a tutor of another subject, on a pause, full, without the bot, of another place, or the teacher herself."""
    tutors = range(11, 17)
    await settle_down(database, tutors)
    async with database.transaction() as session:
        (await session.get_one(PersonSubject, (12, "mathematics"))).subject = "history"
        (await session.get_one(TutorProfile, 13)).active = False
        (await session.get_one(TutorProfile, 14)).max_tutees = 0
        (await session.get_one(Account, 15)).reach = Reach.BLOCKED
        role = await session.scalar(select(RoleAssignment).where(RoleAssignment.person_id == 16))
        assert role is not None
        role.unit_id = 10
        session.add(RoleAssignment(person_id=ANNA, role=Role.TUTOR, unit_id=1, since=NOW.date()))
    sent = await ask(database)
    assert sent.asked == 1
    assert await told(database, NoticeKind.REQUEST_OFFER) == [11]


async def test_without_tutors_the_methodist_is_called_at_once(database: Database) -> None:
    await settle_down(database, ())
    assert (await ask(database)).asked == 0
    assert await told(database, NoticeKind.REQUEST_NO_TUTOR, why="nobody") == [MARINA]


async def test_psychological_consulting_goes_to_psychologists_alone(database: Database) -> None:
    """Neither asked by itself nor by a methodist is a tutor of the teacher's own subject."""
    await settle_down(database)
    async with database.transaction() as session:
        (await session.get_one(PersonSubject, (ANDREY, "mathematics"))).subject = "special"
    sent = await ask(database, replace(WISH, form=RequestForm.PSYCHOLOGY))
    assert await told(database, NoticeKind.REQUEST_OFFER) == [ANDREY]
    marina = await who(database, MARINA)
    async with database.transaction() as session:
        assert [one.person_id for one in await queue.tutors_for(session, marina, sent.number, at())] == [ANDREY]
        with pytest.raises(NotAllowed):
            await queue.assign(session, marina, sent.number, IRINA, at())
    async with database.transaction() as session:
        await offers.refuse(session, ANDREY, sent.number, at())
    assert await told(database, NoticeKind.REQUEST_NO_TUTOR, why="nobody") == [MARINA]


async def test_asking_twice_and_asking_without_consent(database: Database) -> None:
    await settle_down(database)
    number = (await ask(database)).number
    with pytest.raises(AskedAlready) as refused:
        await ask(database)
    assert refused.value.fields == {"number": number}
    irina = await who(database, IRINA)
    async with database.transaction() as session:
        with pytest.raises(ConsentNeeded):
            await send_request(session, irina, WISH, at())


async def test_when_all_refuse_the_methodist_is_called(database: Database) -> None:
    await settle_down(database)
    number = (await ask(database)).number
    before = await told(database, NoticeKind.REQUEST_NO_TUTOR, why="nobody")
    for tutor_id in (IRINA, IRINA, ANDREY):
        async with database.transaction() as session:
            await offers.refuse(session, tutor_id, number, at())
    assert await told(database, NoticeKind.REQUEST_NO_TUTOR, why="nobody") == [*before, MARINA]
    marina = await who(database, MARINA)
    async with database.reading() as session:
        counts = await queue.queue_counts(session, marina, at())
        rows, total = await queue.queue(session, marina, "waiting", at(), 6, 0)
    assert counts == {"new": 0, "waiting": 1, "overdue": 0, "running": 0}
    assert ([row.number for row in rows], total) == ([number], 1)


async def test_a_proposal_leaves_the_request_to_others(database: Database) -> None:
    await settle_down(database)
    number = (await ask(database)).number
    async with database.transaction() as session:
        await offers.propose(session, IRINA, number, MEETING, at())
    assert (await stored(database, number)).status == RequestStatus.ACCEPTED
    async with database.transaction() as session:
        await offers.answer_proposal(session, ANNA, number, IRINA, MEETING, False, at())
    assert (await stored(database, number)).status == RequestStatus.NEW
    with pytest.raises(TimeGone):
        async with database.transaction() as session:
            await offers.answer_proposal(session, ANNA, number, IRINA, MEETING, True, at())
    async with database.transaction() as session:
        await offers.take(session, ANDREY, number, at())
    with pytest.raises(TakenByAnother):
        async with database.transaction() as session:
            await offers.propose(session, IRINA, number, MEETING, at())
    assert (await stored(database, number)).tutor_id == ANDREY


async def test_the_whole_way_with_every_tap_doubled(database: Database) -> None:
    await settle_down(database)
    number = (await ask(database)).number
    steps: tuple[UseCase, ...] = (
        lambda session: offers.take(session, IRINA, number, at()),
        lambda session: meeting.schedule(session, IRINA, number, MEETING, at()),
        lambda session: offers.answer_proposal(session, ANNA, number, IRINA, MEETING, True, at()),
        lambda session: meeting.answer_held(session, ANNA, number, True, at(days=3)),
        lambda session: meeting.answer_held(session, IRINA, number, True, at(days=3)),
        lambda session: meeting.rate(session, ANNA, number, 3, at(days=3)),
    )
    for step in steps:
        for _ in range(2):
            async with database.transaction() as session:
                await step(session)
    request = await stored(database, number)
    assert (request.status, request.rating) == (RequestStatus.CONFIRMED, 3)
    async with database.reading() as session:
        side = await my_request(session, ANNA, number, NOW)
        changes = await history(session, ANNA, side.request)
        hers = await my_request(session, IRINA, number, NOW)
    assert [(one.what, one.who) for one in changes] == [
        ("sent", "you"),
        ("taken", "tutor"),
        ("scheduled", "tutor"),
        ("suits", "you"),
        ("held", "you"),
        ("done", "tutor"),
        ("rated", "you"),
    ]
    assert (side.rating, hers.rating) == (3, None)
    assert await told(database, NoticeKind.REQUEST_RATE) == [ANNA]
    assert await told(database, NoticeKind.REQUEST_MEETING_CONFIRM) == [ANNA, IRINA, ANNA, IRINA]


async def test_not_held_is_for_the_other_to_agree_or_to_deny(database: Database) -> None:
    """One word alone erases no meeting (the tutor still says that it was), and may be taken back."""
    number = await scheduled(database)
    with pytest.raises(NotPossibleNow):
        async with database.transaction() as session:
            await meeting.answer_held(session, ANNA, number, False, at(days=1))
    async with database.transaction() as session:
        await meeting.answer_held(session, ANNA, number, False, at(days=3))
    request = await stored(database, number)
    assert (request.status, request.meeting_at) == (RequestStatus.SCHEDULED, MEETING)
    assert await told(database, NoticeKind.REQUEST_TIME_ANSWERED) == [IRINA]
    async with database.transaction() as session:
        await meeting.answer_held(session, IRINA, number, True, at(days=3), MEETING)
    assert (await stored(database, number)).status == RequestStatus.CLARIFY
    async with database.transaction() as session:
        await meeting.answer_held(session, ANNA, number, True, at(days=3), MEETING)
    assert (await stored(database, number)).status == RequestStatus.DONE


async def test_both_say_that_it_was_not(database: Database) -> None:
    number = await scheduled(database)
    async with database.transaction() as session:
        await meeting.answer_held(session, ANNA, number, False, at(days=3))
        await meeting.answer_held(session, IRINA, number, False, at(days=3))
    request = await stored(database, number)
    assert (request.status, request.meeting_at, request.tutor_id) == (RequestStatus.ASSIGNED, None, IRINA)
    with pytest.raises(NotPossibleNow):
        async with database.transaction() as session:
            await meeting.answer_held(session, IRINA, number, True, at(days=3), MEETING)


async def test_two_answers_that_differ_call_the_methodist(database: Database) -> None:
    number = await scheduled(database)
    async with database.transaction() as session:
        await meeting.answer_held(session, ANNA, number, True, at(days=3))
        await meeting.answer_held(session, IRINA, number, False, at(days=3))
    assert (await stored(database, number)).status == RequestStatus.CLARIFY
    marina = await who(database, MARINA)
    async with database.transaction() as session:
        await queue.assign(session, marina, number, ANDREY, at(days=3))
    request = await stored(database, number)
    assert (request.status, request.tutor_id, request.meeting_at) == (RequestStatus.ASSIGNED, ANDREY, None)
    assert IRINA in await told(database, NoticeKind.REQUEST_WITHDRAWN)


async def test_whoever_changes_her_mind_ends_the_dispute(database: Database) -> None:
    number = await scheduled(database)
    async with database.transaction() as session:
        await meeting.answer_held(session, ANNA, number, True, at(days=3))
        await meeting.answer_held(session, IRINA, number, False, at(days=3))
        await meeting.answer_held(session, IRINA, number, False, at(days=3))
        await meeting.answer_held(session, ANNA, number, True, at(days=3))
    assert (await stored(database, number)).status == RequestStatus.CLARIFY
    async with database.transaction() as session:
        await meeting.answer_held(session, IRINA, number, True, at(days=4))
    assert (await stored(database, number)).status == RequestStatus.DONE


async def test_strangers_do_nothing(database: Database) -> None:
    number = await scheduled(database)
    stranger, andrey = await who(database, STRANGER), await who(database, ANDREY)
    attempts: tuple[UseCase, ...] = (
        lambda session: offers.take(session, MARINA, number, at()),
        lambda session: meeting.schedule(session, ANDREY, number, MEETING, at()),
        lambda session: meeting.answer_held(session, ANDREY, number, True, at(days=3)),
        lambda session: meeting.rate(session, IRINA, number, 3, at()),
        lambda session: meeting.hand_back(session, ANDREY, number, at()),
        lambda session: offers.answer_proposal(session, ANDREY, number, IRINA, MEETING, True, at()),
        lambda session: withdraw(session, andrey, number, at()),
        lambda session: queue.assign(session, stranger, number, ANDREY, at()),
        lambda session: queue.decline(session, stranger, number, "нет", at()),
        lambda session: queue.decline(session, andrey, number, "нет", at()),
        lambda session: my_request(session, ANDREY, number, NOW),
    )
    for forbidden in attempts:
        with pytest.raises(NotAllowed):
            async with database.transaction() as session:
                await forbidden(session)
    request = await stored(database, number)
    assert (request.status, request.tutor_id, request.version) == (RequestStatus.SCHEDULED, IRINA, 3)


async def test_meeting_times_are_checked(database: Database) -> None:
    number = await scheduled(database)
    for moment in (NOW - timedelta(hours=1), NOW + timedelta(days=400)):
        with pytest.raises(BadMeetingTime):
            async with database.transaction() as session:
                await meeting.schedule(session, IRINA, number, moment, at())


async def test_handed_back_goes_to_those_who_have_not_refused(database: Database) -> None:
    number = await scheduled(database)
    async with database.transaction() as session:
        await meeting.hand_back(session, IRINA, number, at(hours=1))
    request = await stored(database, number)
    assert (request.status, request.tutor_id) == (RequestStatus.NEW, None)
    assert await told(database, NoticeKind.REQUEST_OFFER) == [IRINA, ANDREY, ANDREY]
    async with database.transaction() as session:
        await offers.take(session, ANDREY, number, at(hours=2))
        await meeting.hand_back(session, ANDREY, number, at(hours=3))
    assert MARINA in await told(database, NoticeKind.REQUEST_NO_TUTOR, why="nobody")


async def test_withdrawn_closes_everything(database: Database) -> None:
    await settle_down(database)
    number = (await ask(database)).number
    anna = await who(database, ANNA)
    for _ in range(2):
        async with database.transaction() as session:
            await withdraw(session, anna, number, at())
    with pytest.raises(NotPossibleNow):
        async with database.transaction() as session:
            await offers.take(session, IRINA, number, at())
    async with database.reading() as session:
        assert set(await session.scalars(select(RequestOffer.state))) == {OfferState.CLOSED}
    assert sorted(await told(database, NoticeKind.REQUEST_OFFER_CLOSED)) == [IRINA, ANDREY]


async def test_the_methodist_assigns_and_declines(database: Database) -> None:
    await settle_down(database)
    first = (await ask(database)).number
    second = (await ask(database, type(WISH)("mathematics", "Задачи", WISH.form, "any"))).number
    marina = await who(database, MARINA)
    async with database.transaction() as session:
        tutors = await queue.tutors_for(session, marina, first, at())
        assert [tutor.person_id for tutor in tutors] == [IRINA, ANDREY]
        await queue.assign(session, marina, first, ANDREY, at())
    for no_reason in ("  ", ".", "да"):
        with pytest.raises(ReasonNeeded):
            async with database.transaction() as session:
                await queue.decline(session, marina, second, no_reason, at())
    async with database.transaction() as session:
        await queue.decline(session, marina, second, "Будет семинар", at())
    request = await stored(database, second)
    assert (request.status, request.decline_reason) == (RequestStatus.DECLINED, "Будет семинар")
    assert await told(database, NoticeKind.REQUEST_DECLINED) == [ANNA]
    async with database.reading() as session:
        counts = await queue.queue_counts(session, marina, at())
    assert counts == {"new": 0, "waiting": 0, "overdue": 0, "running": 1}


async def test_overdue_is_shown_by_the_calendar(database: Database) -> None:
    await settle_down(database)
    await ask(database)
    marina, stranger = await who(database, MARINA), await who(database, STRANGER)
    async with database.reading() as session:
        assert (await queue.queue_counts(session, marina, at(days=3)))["overdue"] == 0
        assert (await queue.queue_counts(session, marina, at(days=4)))["overdue"] == 1
        assert (await queue.queue_counts(session, stranger, at(days=4)))["overdue"] == 0


async def test_the_desk_counts(database: Database) -> None:
    number = await scheduled(database)
    irina = await who(database, IRINA)
    async with database.transaction() as session:
        await desk.set_profile(session, irina, active=False, max_tutees=99)
    async with database.reading() as session:
        view = await desk.desk(session, irina, NOW)
        rows, total = await desk.tutees(session, irina, NOW, 6, 0)
        times = await desk.suggestions(session, IRINA, 999, "afternoons", at(), 0)
    assert (view.active, view.max_tutees, view.tutees, view.next_meeting) == (False, 12, 1, MEETING)
    assert ([row.number for row in rows], total) == ([number], 1)
    assert all(abs(moment - MEETING) >= timedelta(hours=1) for moment in times)


async def test_leaving_blanks_hers_and_gives_back_what_she_led(database: Database) -> None:
    number = await scheduled(database)
    async with database.transaction() as session:
        before = await export(session, ANNA)
        assert (await export(session, IRINA))["tutoring"][0]["number"] == number
        await erase(session, IRINA, NOW, MOSCOW, CALENDAR)
    assert before["requests"][0]["topic"] == "Стереометрия"
    assert (await stored(database, number)).tutor_id is None
    async with database.transaction() as session:
        await erase(session, ANNA, NOW, MOSCOW, CALENDAR)
        person = await session.get_one(Person, ANNA)
        person.erased_at = NOW
    request = await stored(database, number)
    assert (request.status, request.topic, request.note) == (RequestStatus.WITHDRAWN, "—", None)
    async with database.reading() as session:
        assert (await export(session, IRINA))["answers_to_offers"] == []
        assert {one.note for one in await session.scalars(select(RequestChange))} <= {None, "handed_back"}


async def test_a_refused_or_expired_proposal_does_not_hide_the_request(database: Database) -> None:
    """№ 6 and № 9 of the trial: the request looks for a tutor again, and the methodist hears of the silence."""
    await settle_down(database)
    refused, expired = (await ask(database)).number, (await ask(database, wish("Задачи"))).number
    async with database.transaction() as session:
        await offers.propose(session, IRINA, refused, MEETING, at())
        await offers.propose(session, IRINA, expired, MEETING + timedelta(hours=2), at())
        await offers.refuse(session, ANDREY, refused, at())
        await offers.answer_proposal(session, ANNA, refused, IRINA, MEETING, False, at())
        await tend(session, days=1)
    assert (await stored(database, refused)).status == RequestStatus.NEW
    assert (await stored(database, expired)).status == RequestStatus.ACCEPTED
    for _ in range(2):
        async with database.transaction() as session:
            await tend(session, days=3)
    assert (await stored(database, expired)).status == RequestStatus.NEW
    assert await told(database, NoticeKind.REQUEST_TIME_ANSWERED, answer="expired") == [IRINA]
    assert (await claimed(database, NoticeKind.REQUEST_NO_TUTOR, days=3)) == [(refused, "silent"), (expired, "silent")]
    assert (await claimed(database, NoticeKind.REQUEST_NO_TUTOR, days=6)) == [
        (refused, "overdue"),
        (expired, "overdue"),
    ]
    assert await told(database, NoticeKind.REQUEST_OVERDUE) == [ANNA, ANNA]


async def test_a_tutor_who_sets_no_time_is_reminded_and_then_the_methodist_may_give_it_away(database: Database) -> None:
    await settle_down(database)
    number = (await ask(database)).number
    async with database.transaction() as session:
        await offers.take(session, IRINA, number, at())
    assert await claimed(database, NoticeKind.REQUEST_TIME_WANTED, days=1) == []
    assert await claimed(database, NoticeKind.REQUEST_TIME_WANTED, days=2) == [(number, "time_wanted")]
    assert await claimed(database, NoticeKind.REQUEST_NO_TUTOR, days=7) == [(number, "no_time")]
    marina = await who(database, MARINA)
    async with database.reading() as session:
        assert (await queue.queue_counts(session, marina, at(days=6)))["running"] == 1
        assert (await queue.queue_counts(session, marina, at(days=7)))["waiting"] == 1
    async with database.transaction() as session:
        await queue.assign(session, marina, number, ANDREY, at(days=7))
    request = await stored(database, number)
    assert (request.status, request.tutor_id) == (RequestStatus.ASSIGNED, ANDREY)
    assert await told(database, NoticeKind.REQUEST_WITHDRAWN) == [IRINA]


async def test_a_meeting_that_nobody_speaks_of_is_asked_about_twice_and_settled_by_the_methodist(
    database: Database,
) -> None:
    number = await scheduled(database)
    marina = await who(database, MARINA)
    assert len(await claimed(database, NoticeKind.REQUEST_MEETING_SOON, days=1)) == 2
    assert len(await claimed(database, NoticeKind.REQUEST_MEETING_CONFIRM, days=2, hours=1)) == 2
    assert len(await claimed(database, NoticeKind.REQUEST_MEETING_CONFIRM, days=3, hours=1)) == 2
    assert await claimed(database, NoticeKind.REQUEST_NO_TUTOR, days=7) == [(number, "unconfirmed")]
    async with database.reading() as session:
        assert (await queue.queue_counts(session, marina, at(days=7)))["waiting"] == 1
    with pytest.raises(NotPossibleNow):
        async with database.transaction() as session:
            await queue.settle(session, marina, number, True, at(days=1))
    for _ in range(2):
        async with database.transaction() as session:
            await queue.settle(session, marina, number, True, at(days=7))
    assert (await stored(database, number)).status == RequestStatus.DONE
    assert await told(database, NoticeKind.REQUEST_RATE) == [ANNA]


async def test_the_methodist_ends_a_dispute_either_way(database: Database) -> None:
    number = await scheduled(database)
    marina, stranger = await who(database, MARINA), await who(database, STRANGER)
    async with database.transaction() as session:
        await meeting.answer_held(session, ANNA, number, True, at(days=3))
        await meeting.answer_held(session, IRINA, number, False, at(days=3))
    with pytest.raises(NotAllowed):
        async with database.transaction() as session:
            await queue.settle(session, stranger, number, False, at(days=3))
    async with database.transaction() as session:
        await queue.settle(session, marina, number, False, at(days=3))
    request = await stored(database, number)
    assert (request.status, request.meeting_at, request.tutor_says_held) == (RequestStatus.ASSIGNED, None, None)
    assert await told(database, NoticeKind.REQUEST_TIME_ANSWERED, answer="ruled_not_held") == [ANNA, IRINA]


async def test_a_meeting_that_took_place_is_not_handed_back(database: Database) -> None:
    number = await scheduled(database)
    with pytest.raises(NotPossibleNow):
        async with database.transaction() as session:
            await meeting.hand_back(session, IRINA, number, at(days=3))
    async with database.transaction() as session:
        await stop_tutoring(session, IRINA, at(days=3).now, MOSCOW, CALENDAR)
    assert (await stored(database, number)).status == RequestStatus.SCHEDULED


async def test_whoever_is_no_tutor_any_more_takes_nothing(database: Database) -> None:
    """By day everybody is told; by night nobody is woken."""
    await settle_down(database)
    hers, before_her, only_her = [(await ask(database, wish(topic))).number for topic in ("Раз раз", "Два два", "Три")]
    night = at(hours=15)
    async with database.transaction() as session:
        await offers.take(session, IRINA, hers, at())
        await offers.refuse(session, ANDREY, only_her, at())
        await offers.propose(session, IRINA, before_her, MEETING, at())
        await end_roles(session, IRINA, Role.TUTOR, NOW)
        await stop_tutoring(session, IRINA, night.now, MOSCOW, CALENDAR)
    assert (await stored(database, hers)).tutor_id is None
    assert (await stored(database, before_her)).status == RequestStatus.NEW
    for act in (
        lambda session: offers.take(session, IRINA, before_her, at(days=1)),
        lambda session: offers.propose(session, IRINA, only_her, MEETING, at(days=1)),
    ):
        with pytest.raises(NotAllowed):
            async with database.transaction() as session:
                await act(session)
    async with database.reading() as session:
        woken = select(OutboxRow).where(OutboxRow.due_at >= night.now, OutboxRow.due_at < at(hours=22).now)
        assert {row.kind for row in await session.scalars(woken)} <= {
            NoticeKind.REQUEST_OFFER_CLOSED,
            NoticeKind.REQUEST_TIME_PROPOSED,
        }
    called = await claimed(database, NoticeKind.REQUEST_NO_TUTOR, days=1)
    assert (only_her, "nobody") in called
    assert (before_her, "nobody") not in called


async def test_a_tutor_is_never_in_two_places(database: Database) -> None:
    await settle_down(database)
    first, second = (await ask(database)).number, (await ask(database, wish("Задачи"))).number
    async with database.transaction() as session:
        await offers.propose(session, IRINA, first, MEETING, at())
    for moment in (MEETING, MEETING + timedelta(minutes=30)):
        with pytest.raises(TimeBusy):
            async with database.transaction() as session:
                await offers.propose(session, IRINA, second, moment, at())
    async with database.transaction() as session:
        await offers.propose(session, IRINA, second, MEETING + timedelta(hours=1), at())
        await offers.answer_proposal(session, ANNA, first, IRINA, MEETING, True, at())
        await meeting.schedule(session, IRINA, first, MEETING - timedelta(minutes=30), at())


async def test_a_time_suits_before_it_comes(database: Database) -> None:
    number = await scheduled(database)
    with pytest.raises(TimeGone):
        async with database.transaction() as session:
            await offers.answer_proposal(session, ANNA, number, IRINA, MEETING, True, at(days=2, hours=1))


async def test_a_teacher_who_blocked_the_bot_is_told_when_she_is_back(database: Database) -> None:
    number = await scheduled(database)
    async with database.transaction() as session:
        await session.execute(
            update(OutboxRow).where(OutboxRow.kind == NoticeKind.REQUEST_TIME_PROPOSED).values(state=DueState.DEAD)
        )
        (await session.get_one(Account, ANNA)).reach = Reach.BLOCKED
    for _ in range(2):
        async with database.transaction() as session:
            await tend(session)
    assert await told(database, NoticeKind.REQUEST_TIME_ANSWERED, answer="undelivered") == [IRINA]
    async with database.transaction() as session:
        (await session.get_one(Account, ANNA)).reach = Reach.OPEN
        await session.flush()
        await tend(session, hours=1)
    assert [row for row, _ in await claimed(database, NoticeKind.REQUEST_TIME_PROPOSED, hours=1)] == [number]


def wish(topic: str) -> Wish:
    return replace(WISH, topic=topic)


async def tend(session: AsyncSession, **later: float) -> None:
    await tend_requests(session, at(**later).now, MOSCOW, CONTENT)


async def claimed(database: Database, kind: NoticeKind, **later: float) -> list[tuple[int, str]]:
    """Requests of all notices of a kind that are due by then and still hold, each with what it says."""
    now = at(**later).now
    async with database.transaction() as session:
        rows = [row for row in await outbox.claim(session, now, 1000) if row.kind == kind]
        views = await NOTICES[kind].load(session, rows, now, CONTENT)
        for row in rows:
            await outbox.record_sent(session, row, row.id, now)
    return [
        (row.subject_id, getattr(views[row.id], "why", getattr(views[row.id], "answer", "")))
        for row in rows
        if row.id in views and not row.edits
    ]


async def answered(database: Database, **later: float) -> list[tuple[int, str]]:
    """Who hears by then what the other one has said, and what."""
    now, kind = at(**later).now, NoticeKind.REQUEST_TIME_ANSWERED
    async with database.transaction() as session:
        rows = [row for row in await outbox.claim(session, now, 1000) if row.kind == kind]
        views = await NOTICES[kind].load(session, rows, now, CONTENT)
        for row in rows:
            await outbox.record_sent(session, row, row.id, now)
    return [(row.person_id, views[row.id].answer) for row in rows if row.id in views]


@pytest.mark.parametrize(("first", "second"), [(ANNA, IRINA), (IRINA, ANNA)])
async def test_whoever_denies_the_meeting_is_heard_whatever_was_said_before(
    database: Database, first: int, second: int
) -> None:
    """«Подходит» and «не состоялась» are two pieces of news about the same time; so is what is said once more."""
    number = await scheduled(database)
    async with database.transaction() as session:
        await offers.answer_proposal(session, ANNA, number, IRINA, MEETING, True, at())
    assert await answered(database) == [(IRINA, "suits")]
    async with database.transaction() as session:
        await meeting.answer_held(session, first, number, False, at(days=2, hours=1))
    assert await answered(database, days=2, hours=1) == [(second, "not_held")]
    async with database.transaction() as session:
        await meeting.answer_held(session, first, number, True, at(days=2, hours=2))
        await meeting.answer_held(session, first, number, False, at(days=2, hours=2))
    assert await answered(database, days=2, hours=2) == [(second, "not_held")]


async def test_the_same_time_proposed_once_more_is_told_once_more(database: Database) -> None:
    await settle_down(database)
    number = (await ask(database)).number
    for moment in (MEETING, MEETING + timedelta(hours=1), MEETING):
        async with database.transaction() as session:
            await offers.propose(session, IRINA, number, moment, at())
        assert len(await claimed(database, NoticeKind.REQUEST_TIME_PROPOSED)) == 1
    async with database.reading() as session:
        rows = (await session.scalars(select(OutboxRow).where(OutboxRow.edits_id.is_not(None)))).all()
    assert len([row for row in rows if row.kind == NoticeKind.REQUEST_OFFER_CLOSED]) == 3


async def test_two_times_refused_at_once_are_told_to_both_tutors(database: Database) -> None:
    await settle_down(database)
    number = (await ask(database)).number
    async with database.transaction() as session:
        for tutor_id in (IRINA, ANDREY):
            await offers.propose(session, tutor_id, number, MEETING, at())
        for tutor_id in (IRINA, ANDREY):
            await offers.answer_proposal(session, ANNA, number, tutor_id, MEETING, False, at())
    assert await answered(database) == [(IRINA, "proposal_refused"), (ANDREY, "proposal_refused")]


async def test_a_day_that_passes_is_told_of_once_however_often_the_request_changed_hands(database: Database) -> None:
    await settle_down(database)
    number, marina = (await ask(database)).number, await who(database, MARINA)
    for hours in (1, 3):
        async with database.transaction() as session:
            await queue.assign(session, marina, number, IRINA, at(hours=hours))
            await meeting.hand_back(session, IRINA, number, at(hours=hours + 1))
    assert await told(database, NoticeKind.REQUEST_OVERDUE) == [ANNA]
    for why in ("silent", "overdue"):
        assert await told(database, NoticeKind.REQUEST_NO_TUTOR, why=why) == [MARINA]


async def test_a_silent_tutor_is_reminded_by_the_methodist_once_a_day(database: Database) -> None:
    await settle_down(database, (IRINA,))
    number, marina = (await ask(database)).number, await who(database, MARINA)
    async with database.transaction() as session:
        await offers.take(session, IRINA, number, at())
    for later in ({"hours": 1}, {"hours": 2}, {"hours": 11}, {"hours": 12}):  # the last two in the evening
        async with database.transaction() as session:
            await queue.remind(session, marina, number, at(**later))
    assert await claimed(database, NoticeKind.REQUEST_TIME_WANTED, hours=1) == [(number, "reminded")]
    assert await claimed(database, NoticeKind.REQUEST_TIME_WANTED, hours=12) == []
    assert await claimed(database, NoticeKind.REQUEST_TIME_WANTED, days=1) == [(number, "reminded")]
    stranger = await who(database, STRANGER)
    async with database.transaction() as session:
        with pytest.raises(NotAllowed):
            await queue.remind(session, stranger, number, at(days=1))
        await meeting.schedule(session, IRINA, number, MEETING, at(days=1))
        with pytest.raises(NotPossibleNow):
            await queue.remind(session, marina, number, at(days=2))


async def test_no_change_of_a_message_waits_for_ever(database: Database) -> None:
    await settle_down(database)
    number = (await ask(database)).number
    async with database.transaction() as session:
        await withdraw(session, await who(database, ANNA), number, at())
    async with database.reading() as session:
        edits = (await session.scalars(select(OutboxRow).where(OutboxRow.edits_id.is_not(None)))).all()
    assert {row.expires_at for row in edits} == {at(days=7).now}
