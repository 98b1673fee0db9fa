"""What the page says will come does come: to those people, with those words, and nobody hears anything else."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest
from sqlalchemy import func, select, update

from db.models import OutboxRow, Pair
from db.vocabulary import NoticeKind, PairStatus
from locales import LOCALES
from sandbox.foresight.words import called
from tests.conversation.test_request_after import set_for
from tests.kit.person import Phone
from tests.kit.statements import counting
from tests.kit.town import Town

SAID = {
    "event_reminder_day": "{title}",
    "event_reminder_hours": "{title}",
    "check_in": ("как прошла неделя?", "Минутка на себя"),
    "check_in_nudge": ("ещё без отметки", "ещё ждут"),
    "check_in_silent_pair": "молч",
    "broadcast": "{title}",
    "request_meeting_soon": "Напоминаем",
    "request_meeting_confirm": "Состоялась?",
    "request_rate": "",
}
"""What stands in a message of each kind that is met below."""


async def get(town: Town, path: str) -> Any:
    async with town.http.get(f"{town.sandbox.url}/sandbox/{path}") as answer:
        assert answer.status == 200, await answer.text()
        return await answer.json()


async def to_next(town: Town) -> None:
    async with town.http.post(f"{town.sandbox.url}/sandbox/clock", json={"to": "next"}) as answer:
        assert answer.status == 200, await answer.text()


def heard(town: Town) -> dict[int, list[str]]:
    """What the bot has written to whom so far."""
    return {
        chat.id: [message.body.get("text", "") for message in chat.messages.values() if message.out]
        for chat in town.sandbox.world.chats.values()
    }


async def arrives_as_named(town: Town) -> set[str]:
    """Turn to the next event; returns the kinds that it was said to be."""
    face = await get(town, "clock")
    parts = [part for part in face["parts"] if not part["edits"]]
    before = heard(town)
    await to_next(town)
    assert town.clock.now().isoformat() == face["next"]
    fresh = {chat: texts[len(before[chat]) :] for chat, texts in heard(town).items() if len(texts) > len(before[chat])}
    named = {person for part in parts for person in part["person_ids"]}
    assert named <= fresh.keys()
    assert sum(part["people"] for part in parts) == sum(len(texts) for texts in fresh.values())
    for part in parts:
        asked = SAID[part["kind"]]
        words = [one.format(title=part["title"]) for one in ([asked] if isinstance(asked, str) else asked)]
        for person in part["person_ids"]:
            assert any(word in text for word in words for text in fresh[person]), (part, fresh[person])
    return {part["kind"] for part in parts}


async def test_two_weeks_of_the_district(town: Town) -> None:
    met = set()
    end = town.clock.now() + timedelta(days=14)
    while town.clock.now() < end:
        met |= await arrives_as_named(town)
    assert met == {
        "event_reminder_day",
        "event_reminder_hours",
        "check_in",
        "check_in_nudge",
        "check_in_silent_pair",
    }


async def test_an_announcement_is_named_by_its_first_words(town: Town, marina: Phone) -> None:
    await marina.start()
    await marina.press("Рассылки")
    await marina.press("Новая рассылка")
    await marina.say("Жду всех на семинаре")
    await marina.press("Дальше: кому")
    await marina.press("Всем")
    await marina.press("Другое время")
    await marina.press("Сегодня, 15:30")
    await marina.press("Назначить")
    face = await get(town, "clock")
    assert [(part["kind"], part["title"], part["people"]) for part in face["parts"]] == [
        ("broadcast", "Жду всех на семинаре", 142)
    ]
    before = heard(town)
    await to_next(town)
    fresh = [texts[len(before[chat]) :] for chat, texts in heard(town).items()]
    assert sum("Жду всех на семинаре" in text for texts in fresh for text in texts) == 142


async def test_a_meeting_is_named_through_its_life(town: Town, anna: Phone, irina: Phone) -> None:
    await set_for(town, anna, irina)
    met: set[str] = set()
    for _ in range(8):
        met |= await arrives_as_named(town)
        if "request_meeting_confirm" in met:
            break
    assert {"request_meeting_soon", "request_meeting_confirm"} <= met


async def test_who_has_answered_is_not_named_again(town: Town) -> None:
    """The reminder is written down, and will go stale: its loader says so beforehand."""
    async with town.app.database.transaction() as session:
        other = Pair.mentee_id != town.person_id("Илья Воронов")
        await session.execute(update(Pair).where(other).values(status=PairStatus.STOPPED))
    tatyana, ilya = town.phone("Татьяна Орлова"), town.phone("Илья Воронов")
    while "check_in" not in await arrives_as_named(town):
        pass
    await tatyana.press("Пропустить неделю")
    named = [part for due in (await get(town, "due?most=20"))["due"] for part in due["parts"]]
    again = [part for part in named if part["kind"] == "check_in_nudge"]
    assert again[0]["person_ids"] == [ilya.id]


async def test_weeks_that_nobody_has_planned_yet_are_named(town: Town) -> None:
    """Read from planners whose work is thrown away again: nothing is written."""
    await town.settle()
    count = select(func.count()).select_from(OutboxRow)
    async with town.app.database.reading() as session:
        before = await session.scalar(count)
    named = (await get(town, "due?most=40"))["due"]
    fridays = {due["at"][:10] for due in named for part in due["parts"] if part["kind"] == "check_in"}
    assert {"2026-10-09", "2026-10-16", "2026-10-23"} <= fridays
    async with town.app.database.reading() as session:
        assert await session.scalar(count) == before
    await town.turn(days=17)
    anna_in_word = [part for due in named if due["at"] > town.clock.now().isoformat() for part in due["parts"]]
    face = await get(town, "clock")
    assert face["parts"][0] in anna_in_word, "what was foreseen from afar is what stands there when it is near"


async def test_a_long_turn_jumps_over_no_week(town: Town) -> None:
    """Through the autumn break, longer than planners look ahead, to the first questions after it."""
    tatyana = town.phone("Татьяна Орлова")
    await town.turn(days=45)
    asked = [message for message in await tatyana.messages() if "как прошла неделя?" in message.text]
    assert len(asked) == 5


async def test_the_outbox_is_read_page_by_page(town: Town) -> None:
    await town.settle()
    first = await get(town, "outbox?limit=20")
    assert first["waiting"] > 40
    seen = [*first["rows"]]
    after = first["more"]
    while after:
        page = await get(town, f"outbox?limit=20&after={quote(after)}")
        seen += page["rows"]
        after = page["more"]
    assert len({row["id"] for row in seen}) == len(seen) == first["waiting"]
    assert [row["due_at"] for row in seen] == sorted(row["due_at"] for row in seen)
    assert {row["state"] for row in seen} == {"waiting"}


async def test_the_outbox_of_one_person(town: Town) -> None:
    await town.turn(days=4)
    tatyana = town.phone("Татьяна Орлова")
    page = await get(town, f"outbox?person={tatyana.id}")
    assert {row["person_id"] for row in page["rows"]} == {tatyana.id}
    assert page["rows"][0]["kind"] == "check_in_nudge"
    (sent,) = (await get(town, f"outbox?person={tatyana.id}&finished=1"))["rows"]
    assert (sent["kind"], sent["state"], sent["name"]) == ("check_in", "sent", "Татьяна Орлова")


@pytest.mark.parametrize(
    ("fault", "state", "failure"),
    [
        ({"retry_after": 1}, "again", "too_many_requests"),
        ({"status": 502}, "again", "server"),
        ({"status": 403, "description": "Forbidden: bot was blocked by the user"}, "unreachable", "blocked"),
        ({"status": 400, "description": "Bad Request: chat is strange"}, "failed", "refused"),
    ],
)
async def test_how_a_failure_stands_in_the_outbox(town: Town, fault: dict[str, Any], state: str, failure: str) -> None:
    tatyana = town.phone("Татьяна Орлова")
    await town.turn(days=3, hours=4)
    ordered = [{"method": "sendMessage", "person_id": tatyana.id, "times": 1, **fault}]
    async with town.http.post(f"{town.sandbox.url}/sandbox/faults", json=ordered) as answer:
        assert answer.status == 200, await answer.text()
    await to_next(town)
    ended = "0" if state == "again" else "1"
    rows = (await get(town, f"outbox?person={tatyana.id}&finished={ended}"))["rows"]
    row = next(row for row in rows if row["kind"] == "check_in")
    assert (row["state"], row["failure"]) == (state, failure)


async def test_a_page_of_the_outbox_costs_the_same_whatever_its_size(town: Town) -> None:
    await town.settle()
    stage = town.sandbox.stage
    assert stage is not None
    for limit in (1, 40):
        with counting(town.app.database) as statements:
            await stage.outbox(None, finished=False, after=None, limit=limit)
        assert len(statements) == 2


@pytest.mark.parametrize("kind", NoticeKind)
def test_every_kind_has_a_name(kind: NoticeKind) -> None:
    names = {called(kind, side)[locale] for locale in LOCALES for side in ("mentor", "mentee", "any")}
    assert all(names)
