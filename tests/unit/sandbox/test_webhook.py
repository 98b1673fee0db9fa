"""A webhook by plain HTTP: secret, order, retries, a method in the answer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
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
        self.headers: dict[str, str] = {}
        self.slow, self.at_once, self.most_at_once = 0.0, 0, 0
        self.came: list[tuple[str | None, Any]] = []
        self.url, self.news = "", asyncio.Event()

    async def handle(self, request: web.Request) -> web.Response:
        self.came.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), await request.json()))
        self.news.set()
        answer = web.json_response(self.answer, status=self.status, headers=self.headers)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(self.slow)
        self.at_once -= 1
        return answer

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


async def test_a_method_in_the_answer_may_hold_objects(http: Client, anna: Person, hook: Hook) -> None:
    keys = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}]]}
    hook.answer = {"method": "SendMessage", "chat_id": 501, "text": "ответ", "reply_markup": keys}
    await http.ok("setWebhook", url=hook.url)
    told = await http.post("people/501/say?wait=1", {"text": "x"})
    assert told["chat"]["messages"][-1]["reply_markup"] == keys
    hook.answer = {"method": "sendMessage", "chat_id": 501}
    await http.post("people/501/say?wait=1", {"text": "y"})
    last = (await http.get("calls?since=0"))[-1]
    assert (last["ok"], last["description"]) == (False, "Bad Request: message text is empty")


@pytest.mark.parametrize("method", ["getMe", "deleteWebhook", "setwebhook", "logOut", "close", "", 5, None])
async def test_methods_that_an_answer_cannot_call(http: Client, anna: Person, hook: Hook, method: object) -> None:
    hook.answer = {"method": method}
    await http.ok("setWebhook", url=hook.url)
    await http.post("people/501/say?wait=1", {"text": "x"})
    assert [call["method"] for call in await http.get("calls?since=0")] == ["setWebhook"]
    assert (await http.ok("getWebhookInfo"))["url"] == hook.url


@pytest.mark.parametrize("status", [301, 400, 403, 404, 410, 500])
async def test_anything_but_success_is_repeated(http: Client, anna: Person, hook: Hook, status: int) -> None:
    hook.status = status
    await http.ok("setWebhook", url=hook.url)
    await http.post("people/501/say", {"text": "x"})
    await hook.until(3)
    assert (await http.ok("getWebhookInfo"))["last_error_message"].startswith(
        f"Wrong response from the webhook: {status} "
    )


async def test_pauses_grow_and_the_webhook_may_ask_for_its_own(
    http: Client, anna: Person, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    real_sleep = asyncio.sleep

    async def slept(seconds: float) -> None:
        pauses.append(seconds)
        await real_sleep(0.001)

    hook.status = 500
    await http.ok("setWebhook", url=hook.url)
    monkeypatch.setattr("sandbox.telegram.http.delivery.asyncio.sleep", slept)
    await http.post("people/501/say", {"text": "x"})
    await hook.until(5)
    hook.headers = {"Retry-After": "7"}
    await hook.until(len(hook.came) + 3)
    grown = [pause for pause in pauses if pause]
    assert grown[:3] == [0.04, 0.08, 0.16]
    assert 7 in pauses


async def test_gone_for_a_day_ends_the_webhook(http: Client, anna: Person, hook: Hook, clock: TurnableClock) -> None:
    hook.status = 410
    await http.ok("setWebhook", url=hook.url)
    await http.post("people/501/say", {"text": "x"})
    await hook.until(2)
    clock.turn_to(clock.now() + timedelta(hours=23, seconds=1))
    async with asyncio.timeout(5):
        while (await http.ok("getWebhookInfo"))["url"]:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    assert len(await http.ok("getUpdates")) == 1


async def test_an_update_of_yesterday_is_not_delivered(
    http: Client, anna: Person, hook: Hook, clock: TurnableClock
) -> None:
    hook.status = 500
    await http.ok("setWebhook", url=hook.url)
    await http.post("people/501/say", {"text": "x"})
    await hook.until(2)
    clock.turn_to(clock.now() + timedelta(hours=25))
    await http.post("people/501/say", {"text": "y"})
    hook.status = 200
    async with asyncio.timeout(5):
        while (await http.ok("getWebhookInfo"))["pending_update_count"]:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    assert hook.came[-1][1]["message"]["text"] == "y"


async def test_no_more_at_once_than_connections(http: Client, sandbox: Sandbox, hook: Hook) -> None:
    hook.slow = 0.02
    for number in range(8):
        sandbox.world.add_person(f"Учитель {number}", id=600 + number)
    await http.ok("setWebhook", url=hook.url, max_connections=3)
    for number in range(8):
        await http.post(f"people/{600 + number}/say", {"text": "x"})
    await hook.until(8)
    assert hook.most_at_once == 3
    assert (await http.ok("getWebhookInfo"))["max_connections"] == 3


async def test_setting_a_webhook_may_forget_what_waits(http: Client, anna: Person, hook: Hook) -> None:
    await http.post("people/501/say", {"text": "раньше"})
    await http.ok("setWebhook", url=hook.url, drop_pending_updates=True, allowed_updates=["message"])
    await http.post("people/501/say?wait=1", {"text": "теперь"})
    await http.post("people/501/block")
    assert [body["message"]["text"] for _, body in hook.came] == ["теперь"]
    info = await http.ok("getWebhookInfo")
    assert info == {
        "url": hook.url, "has_custom_certificate": False, "pending_update_count": 0, "max_connections": 40,
        "allowed_updates": ["message"],
    }  # fmt: skip


async def test_updates_in_which_nobody_is_named(http: Client, sandbox: Sandbox, hook: Hook) -> None:
    channel = {"id": -100_5, "type": "channel", "title": "Новости"}
    await http.ok("setWebhook", url=hook.url)
    sandbox.world.updates.add("channel_post", {"message_id": 1, "date": 1, "chat": channel, "text": "x"})
    await hook.until(1)
    assert hook.came[0][1]["channel_post"]["text"] == "x"


async def test_a_poll_is_refused_while_a_webhook_is_set(http: Client, hook: Hook) -> None:
    await http.ok("setWebhook", url=hook.url)
    assert (await http.refused("getUpdates")).startswith("Conflict: can't use getUpdates method while webhook is act")
    await http.ok("setWebhook", url="")
    assert await http.ok("getUpdates") == []
