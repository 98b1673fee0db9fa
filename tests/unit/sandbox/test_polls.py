"""Polls: what is refused, how votes are counted, and when a poll closes."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from sandbox import Sandbox, TurnableClock
from sandbox.world import Person
from tests.unit.sandbox.client import Client
from tests.unit.sandbox.conftest import TUESDAY

BAD = "Bad Request: "
DAYS = ["Вторник", "Среда", "Пятница"]


async def poll(http: Client, **given: Any) -> dict[str, Any]:
    sent = await http.ok("sendPoll", **{"chat_id": 501, "question": "Когда?", "options": DAYS, **given})
    return dict(sent)


async def told(http: Client) -> list[tuple[str, Any]]:
    return [
        next((k, v) for k, v in one.items() if k != "update_id") for one in await http.ok("getUpdates", offset=-100)
    ]


def votes(body: dict[str, Any]) -> list[int]:
    return [option["voter_count"] for option in body["options"]]


async def test_a_poll_as_it_is_sent(http: Client, anna: Person) -> None:
    sent = await poll(http, options=["Вторник", {"text": "Среда"}])
    assert sent["poll"] == {
        "id": sent["poll"]["id"],
        "question": "Когда?",
        "options": [
            {"persistent_id": "0", "text": "Вторник", "voter_count": 0},
            {"persistent_id": "1", "text": "Среда", "voter_count": 0},
        ],
        "total_voter_count": 0, "is_closed": False, "is_anonymous": True, "type": "regular",
        "allows_multiple_answers": False, "allows_revoting": True, "members_only": False,
    }  # fmt: skip


REFUSED = [
    ({"question": ""}, "text must be non-empty"),
    ({"question": " \n"}, "text must be non-empty"),
    ({"question": "ж" * 301}, "poll question length must not exceed 300"),
    ({"options": ""}, "can't parse options JSON object"),
    ({"options": []}, "poll must have at least one answer option"),
    ({"options": ["да"] * 13}, "poll can't have more than 12 options"),
    ({"options": ["да", " "]}, "text must be non-empty"),
    ({"options": ["ж" * 101]}, "poll options length must not exceed 100"),
    ({"type": "test"}, "unsupported poll type specified"),
    ({"country_codes": ["ru"]}, "invalid country code specified"),
    ({"country_codes": ["RU"] * 13}, "too many countries specified"),
    ({"members_only": True}, "poll voters can be restricted only in channel chats"),
    ({"type": "quiz"}, "correct quiz option list must be non-empty"),
    ({"type": "quiz", "correct_option_ids": [1, 0]}, "correct quiz option list must be increasing"),
    ({"type": "quiz", "correct_option_ids": [3]}, "wrong quiz correct_option_id"),
    (
        {"type": "quiz", "correct_option_ids": [0], "explanation": "ж" * 201},
        "quiz explanation must have at most 200 characters",
    ),
    (
        {"type": "quiz", "correct_option_ids": [0], "explanation": "а\nб\nв\nг"},
        "quiz explanation must have at most 2 line feeds",
    ),
    ({"open_period": 4}, "poll must be open for 5-2628000 seconds"),
    ({"description": "ж" * 1025}, "message caption is too long"),
]


@pytest.mark.parametrize(("params", "words"), REFUSED)
async def test_what_is_refused(http: Client, anna: Person, params: dict[str, Any], words: str) -> None:
    given = {"chat_id": 501, "question": "Когда?", "options": DAYS, **params}
    assert await http.refused("sendPoll", **given) == BAD + words
    assert not (await http.get("people/501/chat"))["messages"]


async def test_a_channel_takes_anonymous_polls_only(http: Client) -> None:
    channel = await http.post("chats", {"type": "channel", "title": "Новости"})
    given = {"chat_id": channel["id"], "question": "?", "options": DAYS}
    assert await http.refused("sendPoll", **given, is_anonymous=False) == (
        f"{BAD}non-anonymous polls can't be sent to channel chats"
    )
    sent = await http.ok("sendPoll", **given, members_only=True, country_codes=["RU", "FT"])
    assert (sent["poll"]["members_only"], sent["poll"]["country_codes"]) == (True, ["RU", "FT"])


async def test_votes_are_counted_and_told(http: Client, anna: Person) -> None:
    sent = await poll(http, is_anonymous=False)
    place = {"message_id": sent["message_id"]}
    await http.post("people/501/vote", {**place, "options": [1]})
    await http.post("people/501/vote", {**place, "options": [2]})
    await http.post("people/501/vote", {**place, "options": [2]})
    await http.post("people/501/vote", {**place, "options": []})
    updates = await told(http)
    assert [kind for kind, _ in updates] == ["poll_answer", "poll"] * 3
    answers = [body for kind, body in updates if kind == "poll_answer"]
    assert [answer["option_ids"] for answer in answers] == [[1], [2], []]
    assert [answer["option_persistent_ids"] for answer in answers] == [["1"], ["2"], []]
    assert answers[0]["user"]["id"] == anna.id
    assert [votes(body) for kind, body in updates if kind == "poll"] == [[0, 1, 0], [0, 0, 1], [0, 0, 0]]


async def test_the_message_shows_the_counts_and_nobody_edited_it(http: Client, anna: Person) -> None:
    sent = await poll(http, allows_multiple_answers=True)
    await http.post("people/501/vote", {"message_id": sent["message_id"], "options": [0, 2]})
    [message] = (await http.get("people/501/chat"))["messages"]
    assert (votes(message["poll"]), message["poll"]["total_voter_count"]) == ([1, 0, 1], 1)
    assert "edit_date" not in message
    assert [kind for kind, _ in await told(http)] == ["poll"], "an anonymous vote tells nobody's name"
    assert (await http.get("people/501/polls"))[sent["poll"]["id"]]["chosen"] == ["0", "2"]


async def test_what_a_voter_cannot_do(http: Client, anna: Person) -> None:
    quiz = await poll(http, type="quiz", correct_option_ids=[0])
    place = {"message_id": quiz["message_id"]}
    await http.post("people/501/vote", {**place, "options": [0, 1]}, status=400)
    await http.post("people/501/vote", {**place, "options": [3]}, status=400)
    await http.post("people/501/vote", {**place, "options": ["0"]}, status=400)
    await http.post("people/501/vote", {**place, "options": []}, status=409)
    await http.post("people/501/vote", {**place, "options": [1]})
    await http.post("people/501/vote", {**place, "options": [0]}, status=409)
    await http.post("people/501/vote", {"message_id": 9_999, "options": [0]}, status=404)
    text = await http.ok("sendMessage", chat_id=501, text="x")
    await http.post("people/501/vote", {"message_id": text["message_id"], "options": [0]}, status=404)


async def test_a_quiz_keeps_its_solution(http: Client, anna: Person) -> None:
    sent = await poll(
        http, type="quiz", correct_option_ids=[1, 2], allows_multiple_answers=True,
        explanation="<b>Потому что</b>", explanation_parse_mode="HTML",
    )  # fmt: skip
    body = sent["poll"]
    assert (body["correct_option_ids"], body["explanation"], body["allows_revoting"]) == ([1, 2], "Потому что", False)
    assert body["explanation_entities"] == [{"type": "bold", "offset": 0, "length": 10}]
    regular = await poll(http, correct_option_ids=[1], explanation="x")
    assert not {"correct_option_ids", "explanation"} & regular["poll"].keys()


async def test_a_stopped_poll(http: Client, anna: Person) -> None:
    sent = await poll(http, reply_markup={"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}]]})
    place = {"chat_id": 501, "message_id": sent["message_id"]}
    stopped = await http.ok("stopPoll", **place)
    assert stopped["is_closed"]
    assert [(kind, body["is_closed"]) for kind, body in await told(http)] == [("poll", True)]
    [message] = (await http.get("people/501/chat"))["messages"]
    assert "reply_markup" not in message
    assert await http.refused("stopPoll", **place) == f"{BAD}poll has already been closed"
    await http.post("people/501/vote", {"message_id": sent["message_id"], "options": [0]}, status=409)


async def test_polls_that_cannot_be_stopped(http: Client, anna: Person) -> None:
    text = await http.ok("sendMessage", chat_id=501, text="x")
    assert await http.refused("stopPoll", chat_id=501, message_id=text["message_id"]) == f"{BAD}message is not a poll"
    assert await http.refused("stopPoll", chat_id=501, message_id=999) == f"{BAD}message with poll to stop not found"
    with_keys = await poll(http, reply_markup={"keyboard": [["Да"]]})
    own = await http.post("people/501/poll", {"question": "Где?", "options": ["Здесь", "Там"]})
    for message_id in (with_keys["message_id"], own["message"]["message_id"]):
        assert await http.refused("stopPoll", chat_id=501, message_id=message_id) == f"{BAD}poll can't be stopped"


async def test_the_clock_closes_a_poll(http: Client, anna: Person, sandbox: Sandbox, clock: TurnableClock) -> None:
    sent = await poll(http, open_period=600)
    now = sandbox.world.unix()
    assert (sent["poll"]["open_period"], sent["poll"]["close_date"]) == (600, now + 600)
    by_date = await poll(http, close_date=now + 900)
    assert (by_date["poll"]["open_period"], by_date["poll"]["close_date"]) == (900, now + 900)
    clock.turn_to(clock.now() + timedelta(seconds=599))
    assert not await told(http)
    await http.post("clock", {"advance": 1})
    assert [body["id"] for _, body in await told(http)] == [sent["poll"]["id"]]
    [closed, still_open] = (await http.get("people/501/chat"))["messages"]
    assert (closed["poll"]["is_closed"], still_open["poll"]["is_closed"]) == (True, False)
    assert not {"open_period", "close_date"} & closed["poll"].keys()


async def test_a_forward_is_the_same_poll_a_copy_another(http: Client, anna: Person) -> None:
    sent = await poll(http)
    source = {"chat_id": 501, "from_chat_id": 501, "message_id": sent["message_id"]}
    forward = await http.ok("forwardMessage", **source)
    await http.post("people/501/vote", {"message_id": forward["message_id"], "options": [0]})
    await http.ok("stopPoll", chat_id=501, message_id=sent["message_id"])
    await http.ok("copyMessage", **source)
    first, second, copy = (message["poll"] for message in (await http.get("people/501/chat"))["messages"])
    assert first == second
    assert (first["is_closed"], votes(first)) == (True, [1, 0, 0])
    assert copy["id"] != first["id"]
    assert (copy["is_closed"], votes(copy)) == (False, [0, 0, 0])


async def test_an_option_of_a_voter(http: Client, anna: Person) -> None:
    closed_to_options = await poll(http, allow_adding_options=True)
    given = {"message_id": closed_to_options["message_id"], "text": "Четверг"}
    await http.post("people/501/option", given, status=409)
    sent = await poll(http, allow_adding_options=True, is_anonymous=False)
    await http.post("people/501/option", {"message_id": sent["message_id"], "text": "Четверг"})
    [(kind, message)] = await told(http)
    added = message["poll_option_added"]
    assert (kind, added["option_text"], added["option_persistent_id"]) == ("message", "Четверг", "3")
    assert added["poll_message"]["poll"]["options"][3]["added_by_user"]["id"] == anna.id


async def test_an_own_poll_of_a_person(http: Client, anna: Person) -> None:
    done = await http.post("people/501/poll", {"question": "Где?", "options": ["Здесь", "Там"]})
    [(kind, message)] = await told(http)
    assert (kind, message["poll"]["question"], message["from"]["id"]) == ("message", "Где?", anna.id)
    await http.post("people/501/vote", {"message_id": done["message"]["message_id"], "options": [0]})
    assert len(await told(http)) == 1, "the bot hears only of votes in its own polls"
    error = await http.post("people/501/poll", {"question": "Где?", "options": []}, status=400)
    assert error == {"error": f"{BAD}poll must have at least one answer option"}


async def test_media_of_a_poll(http: Client, anna: Person) -> None:
    place = {"type": "location", "latitude": 55.7, "longitude": 37.6}
    venue = {"type": "venue", "latitude": 55.7, "longitude": 37.6, "title": "Центр", "address": "Ленина, 1"}
    link = {"type": "link", "url": "https://mmc.ru"}
    options = [{"text": "а", "media": place}, {"text": "б", "media": link}]
    sent = await poll(http, options=options, media=venue)
    assert sent["poll"]["media"]["venue"]["title"] == "Центр"
    first, second = sent["poll"]["options"]
    assert first["media"] == {"location": {"latitude": 55.7, "longitude": 37.6}}
    assert second["media"] == {"link": {"url": "https://mmc.ru"}}
    empty = {"text": "а", "media": {"type": "link", "url": ""}}
    refusal = await http.refused("sendPoll", chat_id=501, question="?", options=[empty])
    assert refusal == f"{BAD}poll option link must be non-empty"


async def test_polls_go_on_after_a_restart(tmp_path: Path) -> None:
    clock = TurnableClock(TUESDAY, frozen=True)
    first = Sandbox(clock=clock, directory=tmp_path)
    await first.start()
    first.world.add_person("Анна Петровна", id=501, started=True)
    async with aiohttp.ClientSession(first.url) as session:
        http = Client(session, first.token)
        place = {"message_id": (await poll(http, open_period=600))["message_id"]}
        await http.post("people/501/vote", {**place, "options": [0]})
    await first.stop()

    second = Sandbox(clock=clock, directory=tmp_path)
    await second.start()
    async with aiohttp.ClientSession(second.url) as session:
        http = Client(session, second.token)
        await http.post("people/501/vote", {**place, "options": [2]})
        [message] = (await http.get("people/501/chat"))["messages"]
        assert votes(message["poll"]) == [0, 0, 1]
        await http.post("clock", {"advance": 600})
        [message] = (await http.get("people/501/chat"))["messages"]
        assert message["poll"]["is_closed"]
    await second.stop()
