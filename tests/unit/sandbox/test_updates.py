"""Long polling: what confirms an update, what forgets it, who may listen."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta

import aiohttp
import pytest

from sandbox import Sandbox, TurnableClock
from sandbox.world import Person
from tests.unit.sandbox.client import Client


async def ids(http: Client, **params: int) -> list[int]:
    return [update["update_id"] for update in await http.ok("getUpdates", **params)]


async def say(http: Client, count: int) -> list[int]:
    return [(await http.post("people/501/say", {"text": f"раз {n}"}))["update_id"] for n in range(count)]


async def test_only_a_greater_offset_confirms(http: Client, anna: Person) -> None:
    first, second, third = await say(http, 3)
    assert await ids(http) == [first, second, third]
    assert await ids(http, offset=first) == [first, second, third]
    assert await ids(http, limit=1) == [first]
    assert await ids(http, offset=second) == [second, third]
    assert await ids(http) == [second, third]
    assert await ids(http, offset=third + 1) == []
    assert await ids(http) == []


async def test_a_negative_offset_keeps_the_last(http: Client, anna: Person) -> None:
    told = await say(http, 4)
    assert await ids(http, offset=-2) == told[2:]
    assert await ids(http) == told[2:]
    assert await ids(http, offset=-9) == told[2:]


async def test_limits_are_brought_into_bounds(http: Client, anna: Person) -> None:
    told = await say(http, 2)
    assert await ids(http, limit=0) == told[:1]
    assert await ids(http, limit=1000) == told


async def test_updates_live_for_a_day_of_the_play(http: Client, anna: Person, clock: TurnableClock) -> None:
    first = await say(http, 1)
    clock.turn_to(clock.now() + timedelta(hours=23, minutes=59, seconds=59))
    later = await say(http, 1)
    assert await ids(http) == first + later
    clock.turn_to(clock.now() + timedelta(seconds=1))
    assert await ids(http) == later
    assert (await http.ok("getWebhookInfo"))["pending_update_count"] == 1


async def test_allowed_updates_hold_when_an_update_is_made(http: Client, anna: Person) -> None:
    await http.ok("getUpdates", allowed_updates=["callback_query"])
    assert await say(http, 1) == [None]
    await http.ok("getUpdates")  # not given: the previous list stays
    assert await say(http, 1) == [None]
    await http.ok("getUpdates", allowed_updates=[])
    assert None not in await say(http, 1)


async def test_a_poll_is_woken_by_an_update(http: Client, anna: Person) -> None:
    poll = asyncio.create_task(http.ok("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    began = time.monotonic()
    told = await say(http, 1)
    assert [update["update_id"] for update in await poll] == told
    assert time.monotonic() - began < 1


async def test_a_poll_ends_empty_after_its_timeout(http: Client, anna: Person) -> None:
    assert await ids(http, timeout=1) == []


async def test_a_second_poll_ends_the_first(http: Client, anna: Person) -> None:
    first = asyncio.create_task(http.refused("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(http.ok("getUpdates", timeout=20))
    assert await first == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    await say(http, 1)
    assert len(await second) == 1


async def test_a_webhook_shuts_polling_out(http: Client, anna: Person) -> None:
    poll = asyncio.create_task(http.refused("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    await say(http, 0)
    await http.ok("setWebhook", url="https://example.org/hook", allowed_updates=["message"])
    assert await poll == "Conflict: terminated by setWebhook request"
    await say(http, 2)
    assert await http.refused("getUpdates") == (
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    )
    info = await http.ok("getWebhookInfo")
    assert (info["url"], info["pending_update_count"]) == ("https://example.org/hook", 2)
    assert info["allowed_updates"] == ["message"]
    await http.ok("deleteWebhook", drop_pending_updates=True)
    assert await ids(http) == []


async def test_stopping_does_not_wait_for_a_poll(clock: TurnableClock) -> None:
    sandbox = Sandbox(clock=clock)
    await sandbox.start()
    async with aiohttp.ClientSession(sandbox.url) as session:
        http = Client(session, sandbox.token)
        poll = asyncio.create_task(http.ok("getUpdates", timeout=50))
        stream = await session.get("/sandbox/stream")
        await asyncio.sleep(0.05)
        began = time.monotonic()
        await sandbox.stop()
        assert time.monotonic() - began < 1
        assert await poll == []
        stream.close()


async def test_waiting_for_a_confirmation_is_per_update(sandbox: Sandbox, http: Client, anna: Person) -> None:
    first, second = await say(http, 2)
    waits = [asyncio.create_task(sandbox.world.updates.confirmed(one)) for one in (first, first, second)]
    await asyncio.sleep(0)
    waits[0].cancel()
    await http.ok("getUpdates", offset=second)
    async with asyncio.timeout(1):
        await waits[1]
    assert not waits[2].done()
    waits[2].cancel()


async def test_a_taken_port_is_told(sandbox: Sandbox, clock: TurnableClock) -> None:
    other = Sandbox(clock=clock)
    with pytest.raises(OSError, match="in use"):
        await other.start(int(sandbox.url.rpartition(":")[2]))
