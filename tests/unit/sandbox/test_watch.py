"""What the page looks at beside a chat: steps, their calls, whole calls, and what only a stage can tell."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sandbox import Sandbox, TurnableClock
from sandbox.world import Person
from tests.unit.sandbox.client import Client, Json
from tests.unit.sandbox.conftest import TUESDAY
from tests.unit.sandbox.test_time import Reminders, event

KEYS = {"inline_keyboard": [[{"text": "Записаться", "callback_data": "go"}]]}


async def test_calls_belong_to_the_step_before_them(http: Client, anna: Person) -> None:
    await http.ok("getMe")
    await http.post("people/501/say", {"text": "Здравствуйте"})
    sent = await http.ok("sendMessage", chat_id=501, text="Семинар", reply_markup=KEYS)
    await http.post("people/501/press", {"message_id": sent["message_id"], "data": "go"})
    query = (await http.ok("getUpdates"))[-1]["callback_query"]["id"]
    await http.ok("answerCallbackQuery", callback_query_id=query)
    await http.refused("sendMessage", chat_id=777, text="x")
    await http.post("clock", {"advance": 60})
    seen = await http.get("steps")
    assert [(step["n"], step["act"], step["person_id"], step["words"]) for step in seen["steps"]] == [
        (1, "say", 501, "Здравствуйте"),
        (2, "press", 501, "Записаться"),
        (3, "clock", None, "2026-10-06T07:01:00+00:00"),
    ]
    told = [(call["step"], call["method"], call["person_id"], call["ok"]) for call in seen["calls"]]
    assert told == [
        (1, "sendMessage", 501, True),
        (2, "answerCallbackQuery", 501, True),
        (2, "sendMessage", 777, False),
    ], "what was called before anybody did anything is no step's"


async def test_reading_is_no_step(http: Client, anna: Person) -> None:
    await http.post("people/501/read")
    await http.post("people/501/say", {"text": " "}, status=400)
    assert (await http.get("steps"))["steps"] == []


async def test_a_short_card_and_the_whole_call(http: Client, sandbox: Sandbox, anna: Person) -> None:
    await http.post("people/501/say", {"text": "x"})
    await http.ok("sendMessage", chat_id=501, text="я" * 300, colour="red")
    (short,) = (await http.get("steps"))["calls"]
    assert short["params"]["text"] == "я" * 99 + "…"
    assert "colour" in short["lint"][0]
    whole = await http.get(f"calls/{short['n']}")
    assert whole["params"]["text"] == "я" * 300
    assert whole["answer"]["result"]["text"] == "я" * 300
    assert whole["path"] == f"/bot{sandbox.token}/sendMessage"
    assert 0 <= whole["ms"] < 5000
    assert await http.get("calls/99") == {"error": "this call is not kept any more"}


async def test_a_refused_call_keeps_its_answer_and_a_cut_one_has_none(http: Client, anna: Person) -> None:
    await http.refused("sendMessage", chat_id=777, text="x")
    assert (await http.get("calls/1"))["answer"]["error_code"] == 400
    await http.post("faults", [{"method": "sendMessage", "status": 0}])
    with pytest.raises(Exception, match="disconnected"):
        await http.api("sendMessage", chat_id=501, text="x")
    cut = await http.get("calls/2")
    assert (cut["ok"], cut["answer"], cut["description"]) == (False, None, ""), "the bot heard no words"


async def test_json_in_a_parameter_is_written_out_in_a_short_card(http: Client, anna: Person) -> None:
    await http.post("people/501/say", {"text": "x"})
    await http.ok("setMyCommands", commands=json.dumps([{"command": "menu", "description": "Меню"}]))
    await http.ok("sendMessage", chat_id=501, text="[нет] {")
    commands, text = (await http.get("steps"))["calls"]
    assert commands["params"]["commands"] == '[{"command": "menu", "description": "Меню"}]'
    assert text["params"]["text"] == "[нет] {"


async def test_names_of_files_are_kept(http: Client, anna: Person) -> None:
    await http.upload("sendDocument", {"document": ("план.pdf", b"%PDF")}, chat_id=501)
    whole = await http.get("calls/1")
    assert whole["files"] == {"document": "план.pdf"}
    assert whole["params"]["document"] == "attach://document"


async def test_memory_is_bounded(http: Client, anna: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sandbox.telegram.http.journal.KEPT_ANSWERS", 2)
    monkeypatch.setattr("sandbox.telegram.http.journal.LONGEST_ANSWER", 1000)
    for text in ("1", "2", "3", "x" * 900):
        await http.ok("sendMessage", chat_id=501, text=text)
    answers = [(await http.get(f"calls/{n}"))["answer"] is not None for n in (1, 2, 3, 4)]
    assert answers == [False, False, True, False]


async def test_the_stream_tells_steps_and_calls_to_those_who_ask(http: Client, anna: Person) -> None:
    async with http.session.get("/sandbox/stream?calls=1") as watching:
        await event(watching)
        await http.post("people/501/say", {"text": "x"})
        await http.ok("sendMessage", chat_id=501, text="y")
        kinds: dict[str, Json] = {}
        while "call" not in kinds:
            kind, told = await event(watching)
            kinds[kind] = told
    assert kinds["step"]["words"] == "x"
    assert (kinds["call"]["method"], kinds["call"]["step"]) == ("sendMessage", 1)


async def test_without_a_bot_of_ours_nothing_is_known(http: Client) -> None:
    for path in ("due", "outbox"):
        assert await http.get(path) == {"error": "no bot of ours plays beside the sandbox"}


async def test_the_stage_is_asked(http: Client, sandbox: Sandbox, clock: TurnableClock) -> None:
    stage = sandbox.stage = Asked(clock, TUESDAY)
    part: Json = {"kind": "check_in", "words": {"ru": "вопросы", "en": "questions"}, "title": ""}
    part |= {"people": 2, "person_ids": [501, 502], "edits": False}
    assert await http.get("due?most=3") == {"due": [{"at": TUESDAY.isoformat(), "parts": [part]}]}
    await http.get("outbox?person=501&finished=1&limit=500")
    await http.get("outbox")
    assert stage.asked == [(501, True, None, 100), (None, False, None, 30)]
    for wrong in ("outbox?person=x", "outbox?after=x", "outbox?limit=x", "due?most=-1"):
        assert "needed" in (await http.get(wrong))["error"], wrong


class Asked(Reminders):
    asked: list[tuple[int | None, bool, str | None, int]]

    def __init__(self, *known: Any) -> None:
        super().__init__(*known)
        self.asked = []

    async def outbox(self, person_id: int | None, *, finished: bool, after: str | None, limit: int) -> dict[str, Any]:
        if after is not None:
            raise ValueError(after)
        self.asked.append((person_id, finished, after, limit))
        return {"rows": [], "more": None, "waiting": 0, "finished": 0}


async def test_a_fault_may_mean_all_methods_that_begin_alike(http: Client, anna: Person) -> None:
    await http.post("faults", [{"method": "send*", "status": 502, "description": "Bad Gateway"}])
    await http.ok("getMe")
    await http.ok("getUpdates")
    assert await http.refused("sendLocation", chat_id=501, latitude=55.7, longitude=37.6) == "Bad Gateway"
    assert await http.get("faults") == []
    assert "faults[0].method" in json.dumps(await http.post("faults", [{"method": "cook*"}], status=400))
