"""A webhook by plain HTTP: secret, order, retries, a method in the answer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from sandbox import Sandbox, TurnableClock
from sandbox.world import Person
from tests.unit.sandbox.client import Client


class Hook:
    """Answers with `status`; keeps what came."""

    def __init__(self) -> None:
        self.status, self.answer = 200, dict[str, Any]()
        self.came: list[tuple[str | None, Any]] = []
        self.url, self.news = "", asyncio.Event()

    async def handle(self, request: web.Request) -> web.Response:
        self.came.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), await request.json()))
        self.news.set()
        return web.json_response(self.answer, status=self.status)

    async def until(self, count: int) -> None:
        async with asyncio.timeout(5):
            while len(self.came) < count:
                self.news.clear()
                await self.news.wait()


@pytest.fixture
async def sandbox(clock: TurnableClock) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(clock=clock, plain_webhooks=True)
    assert sandbox.api.delivery
    sandbox.api.delivery.first_pause = 0.02
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def test_updates_come_in_order_with_the_secret(http: Client, anna: Person, hook: Hook) -> None:
    await http.post("people/501/say", {"text": "0"})
    await http.ok("setWebhook", url=hook.url, secret_token="s3cret")
    for number in range(1, 6):
        await http.post("people/501/say", {"text": str(number)})
    await hook.until(6)
    assert [body["message"]["text"] for _, body in hook.came] == list("012345")
    assert {secret for secret, _ in hook.came} == {"s3cret"}
    told = await http.post("people/501/say?wait=1", {"text": "x"})
    assert "timeout" not in told
    assert (await http.ok("getWebhookInfo"))["pending_update_count"] == 0


async def test_a_failed_update_holds_back_those_after_it(
    http: Client, anna: Person, hook: Hook, sandbox: Sandbox
) -> None:
    sandbox.world.add_person("Илья", id=502)
    hook.status = 500
    await http.ok("setWebhook", url=hook.url)
    for person_id, text in ((501, "раз"), (501, "два"), (502, "другой")):
        await http.post(f"people/{person_id}/say", {"text": text})
    await hook.until(4)
    assert {body["message"]["text"] for _, body in hook.came} == {"раз", "другой"}
    hook.status = 200
    before = len(hook.came)
    await hook.until(before + 3)
    assert [body["message"]["text"] for _, body in hook.came if body["message"]["from"]["id"] == 501][-1] == "два"


async def test_a_failed_update_is_retried(http: Client, anna: Person, hook: Hook) -> None:
    hook.status = 500
    await http.ok("setWebhook", url=hook.url)
    await http.post("people/501/say", {"text": "x"})
    await hook.until(2)
    info = await http.ok("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    assert info["pending_update_count"] == 1
    hook.status = 200
    count = len(hook.came)
    await hook.until(count + 1)
    await asyncio.sleep(0.05)
    assert (await http.ok("getWebhookInfo"))["pending_update_count"] == 0


async def test_a_method_in_the_answer_is_executed(http: Client, anna: Person, hook: Hook) -> None:
    hook.answer = {"method": "sendMessage", "chat_id": 501, "text": "ответ"}
    await http.ok("setWebhook", url=hook.url)
    told = await http.post("people/501/say?wait=1", {"text": "x"})
    assert [message["text"] for message in told["chat"]["messages"]] == ["x", "ответ"]
    await http.ok("deleteWebhook")
    assert await http.ok("getUpdates") == []
