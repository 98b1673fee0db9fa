"""A restart of the messenger: connections drop, nobody listens, then everything is as it was."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import aiohttp
import pytest

from sandbox import Sandbox, TurnableClock
from sandbox.world import Person
from tests.unit.sandbox.client import Client


async def test_everything_drops_and_comes_back(http: Client, anna: Person, sandbox: Sandbox) -> None:
    await http.post("people/501/say", {"text": "до"})
    confirmed = (await http.ok("getUpdates"))[-1]["update_id"] + 1
    poll = asyncio.create_task(http.ok("getUpdates", offset=confirmed, timeout=50))
    stream = await http.session.get("/sandbox/stream")
    await asyncio.sleep(0.05)
    began = time.monotonic()
    assert await http.post("restart", {"down_seconds": 0.3}) == {"down_seconds": 0.3}
    with pytest.raises(aiohttp.ClientError):
        await poll
    with pytest.raises(aiohttp.ClientError):
        await stream.content.read()
    async with aiohttp.ClientSession() as stranger:
        with pytest.raises(aiohttp.ClientConnectorError):
            await stranger.get(sandbox.url)
    await until_back(http)
    assert 0.3 <= time.monotonic() - began < 2
    await http.ok("sendMessage", chat_id=501, text="после")
    chat = await http.get("people/501/chat")
    assert [message["text"] for message in chat["messages"]] == ["до", "после"]
    poll = asyncio.create_task(http.ok("getUpdates", offset=confirmed, timeout=50))
    await asyncio.sleep(0.05)
    await http.post("people/501/say", {"text": "ещё"})
    assert [update["message"]["text"] for update in await poll] == ["ещё"]
    async with http.session.get("/sandbox/stream") as again:
        assert await again.content.readline() == b"event: clock\n"


async def test_stopping_while_it_is_down(clock: TurnableClock) -> None:
    sandbox = Sandbox(clock=clock)
    await sandbox.start()
    async with aiohttp.ClientSession(sandbox.url) as session:
        http = Client(session, sandbox.token)
        await http.post("restart", {"down_seconds": 60})
        await asyncio.sleep(0.2)
        began = time.monotonic()
        await sandbox.stop()
        assert time.monotonic() - began < 1


async def test_the_seconds_are_read_strictly(http: Client) -> None:
    wrong: Any
    for wrong in ({"down_seconds": "2"}, {"down_seconds": -1}, {"down_seconds": 601}, {"down_seconds": True}, []):
        assert "error" in await http.post("restart", wrong, status=400)


async def until_back(http: Client) -> None:
    async with asyncio.timeout(5):
        while True:
            try:
                await http.ok("getMe")
            except aiohttp.ClientError:
                await asyncio.sleep(0.02)
            else:
                return
