"""The clock, waiting for silence, the stream of events."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import pytest

from sandbox import Sandbox, TurnableClock
from sandbox.stage import Due, Part
from sandbox.world import Person
from tests.unit.sandbox.client import Client
from tests.unit.sandbox.conftest import TUESDAY

PART = Part("check_in", {"ru": "вопросы", "en": "questions"}, "", 2, (501, 502))


class Reminders:
    """A stage with one reminder."""

    def __init__(self, clock: TurnableClock, due: datetime | None) -> None:
        self.clock, self.due, self.settled = clock, due, 0

    async def turn(self, to: datetime) -> None:
        self.clock.turn_to(to)
        if self.due and self.due <= to:
            self.due = None

    async def next_due(self) -> Due | None:
        return Due(self.due, (PART,)) if self.due else None

    async def timeline(self, most: int) -> Sequence[Due]:
        due = await self.next_due()
        return [due] if due else []

    async def outbox(self, person_id: int | None, *, finished: bool, after: str | None, limit: int) -> dict[str, Any]:
        return {"rows": [], "more": None, "waiting": 0, "finished": 0}

    async def leave(self) -> None:
        """Nothing is open."""

    async def settle(self) -> None:
        self.settled += 1


def test_the_clock_never_runs_backwards() -> None:
    clock = TurnableClock(TUESDAY, frozen=True)
    clock.turn_to(TUESDAY + timedelta(hours=1))
    assert clock.now() == TUESDAY + timedelta(hours=1)
    with pytest.raises(ValueError, match="cannot go back"):
        clock.turn_to(TUESDAY)
    with pytest.raises(ValueError, match="time zone"):
        TurnableClock(datetime(2026, 10, 6))
    running = TurnableClock(TUESDAY)
    assert TUESDAY <= running.now() < TUESDAY + timedelta(seconds=5)


async def test_turning_without_a_stage(http: Client) -> None:
    assert await http.get("clock") == {"now": TUESDAY.isoformat(), "next": None, "parts": []}
    turned = await http.post("clock", {"advance": 3600})
    assert turned["now"] == (TUESDAY + timedelta(hours=1)).isoformat()
    await http.post("clock", {"to": "next"}, status=409)
    await http.post("clock", {"at": TUESDAY.isoformat()}, status=409)
    for wrong in ({}, {"advance": "x"}, {"advance": -5}, {"at": "завтра"}, {"at": "2026-10-08T10:00"}, {"to": "x"}):
        await http.post("clock", wrong, status=400)


async def test_turning_goes_through_the_stage(sandbox: Sandbox, clock: TurnableClock, http: Client) -> None:
    due = TUESDAY + timedelta(days=1)
    sandbox.stage = Reminders(clock, due)
    face = await http.get("clock")
    assert (face["next"], face["parts"][0]["words"]["ru"], face["parts"][0]["people"]) == (
        due.isoformat(),
        "вопросы",
        2,
    )
    assert await http.post("clock", {"to": "next"}) == {"now": due.isoformat(), "next": None, "parts": []}


async def test_a_bot_lives_through_a_year_at_most(sandbox: Sandbox, clock: TurnableClock, http: Client) -> None:
    began = clock.now()
    sandbox.stage = Reminders(clock, None)
    far = await http.post("clock", {"at": (began + timedelta(days=367)).isoformat()}, status=409)
    assert far == {"error": "the clock goes at most 366 days at one time"}
    assert (await http.get("steps"))["steps"] == []
    await http.post("clock", {"advance": 366 * 86400})
    sandbox.stage = None
    await http.post("clock", {"advance": 3670 * 86400})
    assert clock.now() == began + timedelta(days=366 + 3670)


async def test_nobody_turns_the_clock_before_the_stage_is_there(clock: TurnableClock) -> None:
    sandbox = Sandbox(clock=clock, staged=True)
    await sandbox.start()
    due = TUESDAY + timedelta(days=1)
    async with aiohttp.ClientSession(sandbox.url) as session:
        http = Client(session, sandbox.token)
        assert await http.ok("getUpdates") == []  # the bot itself is served at once: it has to start
        async with session.get("/") as page:
            assert page.status == 200
        turned = asyncio.create_task(http.post("clock", {"advance": 7 * 86400}))
        await asyncio.sleep(0.05)
        assert not turned.done()
        assert clock.now() == TUESDAY
        sandbox.stage = stage = Reminders(clock, due)
        await turned
        assert stage.due is None
        sandbox.stage = None  # the bot closes
        late = asyncio.create_task(http.post("clock", {"advance": 60}, status=503))
        await asyncio.sleep(0.05)
        await sandbox.stop()
        assert "stops" in (await late)["error"]


async def test_waiting_uses_the_stage(sandbox: Sandbox, clock: TurnableClock, http: Client, anna: Person) -> None:
    stage = sandbox.stage = Reminders(clock, None)
    asked = asyncio.create_task(http.post("people/501/say?wait=1", {"text": "x"}))
    await asyncio.sleep(0.05)
    assert not asked.done()
    last = (await http.ok("getUpdates"))[-1]["update_id"]
    await http.ok("getUpdates", offset=last + 1)
    assert (await asked)["chat"]["messages"][0]["text"] == "x"
    assert stage.settled == 1


async def test_waiting_for_silence_of_a_foreign_bot(http: Client, anna: Person) -> None:
    await http.post("faults", [{"method": "sendMessage", "when": "after", "delay": 0.3, "status": 500}])
    asked = asyncio.create_task(http.post("people/501/say?wait=1", {"text": "x"}))
    last = (await http.ok("getUpdates", timeout=5))[-1]["update_id"]
    await http.ok("getUpdates", offset=last + 1)
    began = time.monotonic()
    await http.api("sendMessage", chat_id=501, text="y")
    assert not asked.done()  # a call was under way for longer than the moment of silence
    await http.ok("sendMessage", chat_id=501, text="z")
    assert [message["text"] for message in (await asked)["chat"]["messages"]] == ["x", "y", "z"]
    assert time.monotonic() - began < 1


async def test_waiting_gives_up(http: Client, anna: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sandbox.control.time.PATIENCE_SECONDS", 0.1)
    answer = await http.post("people/501/say?wait=1", {"text": "x"})
    assert answer["timeout"] is True


async def test_the_stream_tells_everything(http: Client, anna: Person) -> None:
    async with http.session.get("/sandbox/stream") as stream:
        assert stream.content_type == "text/event-stream"
        assert (await event(stream))[0] == "clock"
        keys = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}]]}
        sent = await http.ok("sendMessage", chat_id=501, text="<b>x", entities=[], reply_markup=keys)
        kind, told = await event(stream)
        assert (kind, told["person_id"], told["message"]["html"]) == ("message", 501, "&lt;b&gt;x")
        kind, told = await event(stream)
        assert (kind, told["person"]["unread"]) == ("person", 1)
        place = {"chat_id": 501, "message_id": sent["message_id"]}
        await http.ok("editMessageText", **place, text="y")
        kinds = {}
        for _ in range(2):
            kind, told = await event(stream)
            kinds[kind] = told
        assert kinds["edit"]["message"]["text"] == "y"
        await http.ok("sendChatAction", chat_id=501, action="typing")
        assert await event(stream) == ("action", {"person_id": 501, "action": "typing"})
        await http.post("people/501/press", {"message_id": sent["message_id"], "data": "yes", "forge": True})
        await event(stream)
        query = (await http.ok("getUpdates"))[-1]["callback_query"]["id"]
        await http.ok("answerCallbackQuery", callback_query_id=query, text="Готово", show_alert=True)
        assert await event(stream) == ("answer", {"person_id": 501, "text": "Готово", "show_alert": True})
        await http.ok("deleteMessage", **place)
        assert await event(stream) == ("delete", {"person_id": 501, "message_id": sent["message_id"]})
        kind, told = await event(stream)
        assert (kind, told["person"]["last_text"]) == ("person", None)
        reply_keys = {"keyboard": [[{"text": "Меню"}]]}
        await http.ok("sendMessage", chat_id=501, text="x", reply_markup=reply_keys)
        await event(stream)
        await event(stream)
        assert await event(stream) == ("keyboard", {"person_id": 501, "keyboard": reply_keys})
        await http.post("clock", {"advance": 60})
        kind, told = await event(stream)
        assert (kind, told["now"]) == ("clock", (TUESDAY + timedelta(minutes=1)).isoformat())


async def test_a_listener_that_falls_behind_is_dropped(
    http: Client, anna: Person, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sandbox.control.stream.LONGEST_QUEUE", 2)
    async with http.session.get("/sandbox/stream") as stream:
        await event(stream)
        for _ in range(5):
            sandbox.control.stream.send("action", {})
        async with asyncio.timeout(5):
            assert (await stream.content.read()).count(b"event:") <= 2


async def event(stream: aiohttp.ClientResponse) -> tuple[str, dict[str, Any]]:
    async with asyncio.timeout(5):
        name = (await stream.content.readline()).decode().strip()
        data = (await stream.content.readline()).decode().strip()
        await stream.content.readline()
    return name.removeprefix("event: "), json.loads(data.removeprefix("data: "))
