"""What a mentee says of her week is hers. Whatever mood she taps, nobody else sees anything different."""

import inspect
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from functools import partial
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

import services.mentoring
from db.database import Database
from db.queries.mentoring import own_answers, put_answer
from db.vocabulary import CheckInSide, NoticeKind
from locales import load_words
from scheduler.notices import all_notices
from services.errors import NotAllowed
from services.mentoring import answer, desk, mine, notices, personal_data, questions
from services.people.views import PersonView
from services.questionnaires.answers import SKIP, Answer
from tests.db.pair_school import (
    CONTENT,
    FRIDAY,
    ILYA,
    MARINA,
    MOSCOW,
    OLGA,
    STRANGER,
    TATYANA,
    claimed,
    furnished,
    of,
    plan,
    rows,
    who,
)

Read = Callable[[AsyncSession], Awaitable[Any]]
WIN, ASK = "МАЛЕНЬКАЯ ПОБЕДА", "Как быть с шумом?"
OTHERS = (TATYANA, MARINA, STRANGER, OLGA)
LATER = FRIDAY + timedelta(days=1)

OWNERS_ONLY = {
    "answer.open_check_in",
    "answer.view_check_in",
    "answer.save_answer",
    "answer.keep_draft",
    "answer.put_off",
    "answer.skip_week",
    "answer.attention",
    "answer.ask_for_help",
}
"""Refused to anybody but the owner of the check-in."""
MENTEES_ONLY = {
    "questions.question_draft",
    "questions.keep_question",
    "questions.send_question",
    "questions.drop_question",
}
"""Refused to anybody but the mentee of the pair."""
NO_ANSWERS = {
    "answer.who_would_help",
    "answer.worrying_check_in",
    "plan.plan_check_ins",
    "ends.plan_ends",
    "plan.to_methodists",
    "replan.replan_check_ins",
    "desk.end_pair",
    "desk.tell_both",
    "new_pair.doubts",
    "new_pair.find_people",
    "new_pair.two",
    "new_pair.refuse_known",
    "new_pair.make_pair",
    "personal_data.erase",
}
"""Read or write other things."""


@pytest.fixture
async def school(database: Database) -> AsyncIterator[Database]:
    async for ready in furnished(database):
        await plan(ready)
        yield ready


async def answer_all(school: Database, mood: int) -> None:
    ilya, tatyana = await who(school, ILYA), await who(school, TATYANA)
    mentee, mentor = await of(school, CheckInSide.MENTEE), await of(school, CheckInSide.MENTOR)
    said: list[tuple[PersonView, int, dict[str, Answer]]] = [
        (ilya, mentee, {"week": mood, "win": WIN, "ask": ASK}),
        (tatyana, mentor, {"met": "talk", "topic": "discipline", "how": 1, "next": SKIP}),
    ]
    for person, check_in, answers in said:
        for item, value in answers.items():
            async with school.transaction() as session:
                await answer.save_answer(session, person, check_in, item, value, FRIDAY, MOSCOW, MOSCOW, CONTENT)


async def seen_by_others(school: Database) -> dict[str, str]:
    """Every loader, view and export, as everybody but Илья gets it; all of it in words too."""
    seen: dict[str, str] = {}
    due = [claimed(row) for row in await rows(school)]
    for reader in OTHERS:
        person = await who(school, reader)
        calls: dict[str, Read] = {
            "mine.my_pairs": partial(_reading, mine.my_pairs, person, LATER, MOSCOW, CONTENT),
            "mine.journal": partial(_reading, mine.journal, person, 1),
            "mine.my_sides": partial(_reading, mine.my_sides, person),
            "mine.open_questions": partial(_reading, mine.open_questions, person, 1, MOSCOW),
            "desk.list_ended": partial(_reading, desk.list_ended, person, LATER, MOSCOW, 10),
            "desk.list_pairs": partial(_reading, desk.list_pairs, person, LATER, MOSCOW, 10),
            "desk.pair_card": partial(_reading, desk.pair_card, person, 1, LATER, MOSCOW),
            "personal_data.export": partial(_reading, personal_data.export, reader),
        }
        for name, call in calls.items():
            async with school.reading() as session:
                try:
                    seen[f"{name} {reader}"] = repr(await call(session))
                except NotAllowed:
                    seen[f"{name} {reader}"] = "not allowed"
    for kind, notice in all_notices().items():
        if notice.load.__module__ != notices.__name__:
            continue
        async with school.reading() as session:
            views = await notice.load(session, [row for row in due if row.kind == kind], LATER, CONTENT)
        for row_id, view in views.items():
            said = notice.render(load_words("ru", MOSCOW), view, CONTENT)
            seen[f"notices.{notice.load.__name__} {row_id}"] = f"{view!r} {said!r}"
    return seen


async def _reading(use_case: Callable[..., Awaitable[Any]], *arguments: Any) -> Any:
    *given, session = arguments
    return await use_case(session, *given)


@pytest.mark.parametrize("mood", [0, 1, 2])
async def test_the_mood_changes_nothing_for_anybody_else(school: Database, mood: int) -> None:
    """The same town twice, with the best mood and with another: others read the very same."""
    await answer_all(school, 3)
    calm = await seen_by_others(school)
    async with school.transaction() as session:
        await put_answer(session, await of(school, CheckInSide.MENTEE), "week", mood, FRIDAY)
    assert await seen_by_others(school) == calm
    assert any(ASK in text for text in calm.values()), "the mentor gets the question"
    assert not any(WIN in text for text in calm.values())


async def test_only_the_mentor_gets_the_question(school: Database) -> None:
    await answer_all(school, 0)
    sent = [row for row in await rows(school) if row.kind == NoticeKind.MENTEE_QUESTION]
    assert [(row.person_id, row.due_at) for row in sent] == [(TATYANA, FRIDAY)]
    seen = await seen_by_others(school)
    assert [key.split()[0] for key, text in seen.items() if ASK in text] == [
        "mine.open_questions",
        "notices.load_questions",
    ]


async def test_the_mentors_note_stays_with_the_mentor(school: Database) -> None:
    ilya = await who(school, ILYA)
    tatyana, mentor = await who(school, TATYANA), await of(school, CheckInSide.MENTOR)
    note: dict[str, Answer] = {"met": "talk", "topic": "discipline", "how": 0, "next": "ЛИЧНАЯ ЗАМЕТКА"}
    for item, value in note.items():
        async with school.transaction() as session:
            await answer.save_answer(session, tatyana, mentor, item, value, FRIDAY, MOSCOW, MOSCOW, CONTENT)
    async with school.reading() as session:
        hers, his = await mine.journal(session, tatyana, 1), await mine.journal(session, ilya, 1)
    assert (hers[0].state, hers[0].next) == (0, "ЛИЧНАЯ ЗАМЕТКА")
    assert (his[0].topic, his[0].state, his[0].next) == ("discipline", None, None)


@pytest.mark.parametrize("reader", OTHERS)
async def test_others_are_refused_the_check_in_itself(school: Database, reader: int) -> None:
    await answer_all(school, 0)
    person, mentee = await who(school, reader), await of(school, CheckInSide.MENTEE)
    calls: list[Read] = [
        partial(_reading, answer.view_check_in, person, mentee),
        partial(_reading, answer.attention, person, mentee, CONTENT),
        partial(_reading, answer.open_check_in, person, mentee, FRIDAY, MOSCOW, CONTENT),
        partial(_reading, answer.save_answer, person, mentee, "week", 3, FRIDAY, MOSCOW, MOSCOW, CONTENT),
        partial(_reading, answer.keep_draft, person, mentee, "Как?", FRIDAY, MOSCOW, CONTENT),
        partial(_reading, answer.put_off, person, mentee, FRIDAY, MOSCOW, CONTENT),
        partial(_reading, answer.skip_week, person, mentee, FRIDAY, MOSCOW, CONTENT),
        partial(_reading, answer.ask_for_help, person, mentee, FRIDAY, MOSCOW, CONTENT),
    ]
    assert len(calls) == len(OWNERS_ONLY)
    for call in calls:
        async with school.transaction() as session:
            with pytest.raises(NotAllowed):
                await call(session)


@pytest.mark.parametrize("reader", OTHERS)
async def test_a_question_that_is_not_sent_is_the_mentees_alone(school: Database, reader: int) -> None:
    ilya, person = await who(school, ILYA), await who(school, reader)
    async with school.transaction() as session:
        await questions.keep_question(session, ilya, 1, "ЧЕРНОВИК", FRIDAY, MOSCOW, CONTENT)
    calls: list[Read] = [
        partial(_reading, questions.question_draft, person, 1, FRIDAY),
        partial(_reading, questions.keep_question, person, 1, "Как?", FRIDAY, MOSCOW, CONTENT),
        partial(_reading, questions.send_question, person, 1, FRIDAY, MOSCOW, MOSCOW, CONTENT),
        partial(_reading, questions.drop_question, person, 1),
    ]
    assert len(calls) == len(MENTEES_ONLY)
    for call in calls:
        async with school.transaction() as session:
            with pytest.raises(NotAllowed):
                await call(session)
    assert not any("ЧЕРНОВИК" in text for text in (await seen_by_others(school)).values())


async def test_the_query_itself_knows_whose_answers_they_are(school: Database) -> None:
    await answer_all(school, 0)
    mentee = await of(school, CheckInSide.MENTEE)
    async with school.reading() as session:
        assert len(await own_answers(session, ILYA, [mentee])) == 3
        for reader in OTHERS:
            assert await own_answers(session, reader, [mentee]) == []


async def test_no_door_is_forgotten(school: Database) -> None:
    """A new public coroutine of the feature must be put into one of the lists of this file, and so be thought about."""
    await answer_all(school, 0)
    found = {
        f"{module.name}.{name}"
        for module in iter_modules(services.mentoring.__path__)
        for name, value in vars(import_module(f"services.mentoring.{module.name}")).items()
        if inspect.iscoroutinefunction(value) and not name.startswith("_")
        if value.__module__ == f"services.mentoring.{module.name}"
    }
    compared = {
        "mine.my_pairs",
        "mine.my_sides",
        "mine.journal",
        "mine.open_questions",
        "desk.list_pairs",
        "desk.list_ended",
        "desk.pair_card",
        "personal_data.export",
    }
    loaders = {
        f"notices.{notice.load.__name__}"
        for notice in all_notices().values()
        if notice.load.__module__ == notices.__name__
    }
    assert found == compared | loaders | OWNERS_ONLY | MENTEES_ONLY | NO_ANSWERS


async def test_the_owner_has_everything_in_her_export(school: Database) -> None:
    await answer_all(school, 0)
    async with school.reading() as session:
        exported = await personal_data.export(session, ILYA)
    assert exported["check_ins"][0]["answers"] == {"week": 0, "win": WIN, "ask": ASK}
    assert exported["pairs"][0]["order_number"] == "№ 47"
