"""A sandbox to throw things at, from tests that are not asynchronous: Hypothesis wants them so."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import aiohttp
from aiohttp import web
from yarl import URL

from sandbox import Sandbox, TurnableClock
from sandbox.telegram import schema
from tests.kit.lint import wrong_answers_of
from tests.unit.sandbox.conftest import TUESDAY

GROUP = -100_777
Json = dict[str, Any]


class Complaints(logging.Handler):
    """What the server logged: a traceback is a defect even when the client got JSON."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[0] is web.RequestPayloadError:
            return  # aiohttp reads on, after the answer, in a body that cannot be unpacked
        self.heard.append(self.format(record))


class Ground:
    """Анна (501) has started the bot, Илья (502) has blocked it; both are in a supergroup, and something is written."""

    def __init__(self) -> None:
        self.runner = asyncio.Runner()
        self.complaints = Complaints()
        self.runner.run(self._open())

    async def _open(self) -> None:
        self.sandbox = Sandbox(clock=TurnableClock(TUESDAY, frozen=True))
        await self.sandbox.start()
        self.session = aiohttp.ClientSession()
        world = self.sandbox.world
        world.add_person("Анна", id=501, started=True)
        world.add_person("Илья", id=502, started=True).blocked = True
        members = [{"user_id": 501, "status": "administrator"}, {"user_id": 502, "status": "member"}]
        chat = {"type": "supergroup", "title": "Математики", "id": GROUP, "username": "mmc_math", "members": members}
        await self._send(("POST", "/sandbox/chats", {"json": chat}))
        self.base = f"/bot{self.sandbox.token}"
        keys = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}]]}
        for chat_id in (501, GROUP):
            body = {"chat_id": chat_id, "text": "x", "reply_markup": keys}
            await self._send(("POST", f"{self.base}/sendMessage", {"json": body}))
        form = aiohttp.FormData({"chat_id": "501"})
        form.add_field("document", b"content of a file", filename="a.txt")
        await self._send(("POST", f"{self.base}/sendDocument", {"data": form}))
        logging.getLogger().addHandler(self.complaints)

    def close(self) -> None:
        """Nothing wrong may have been said on the way."""
        logging.getLogger().removeHandler(self.complaints)
        self.runner.run(self.session.close())
        self.runner.run(self.sandbox.stop())
        self.runner.close()
        assert wrong_answers_of(self.sandbox) == []

    def send(self, verb: str, path: str | URL, **request: Any) -> tuple[int, Any]:
        """Status and JSON body; anything but JSON fails, and so does whatever the server complains of."""
        self.sandbox.world.profile.logged_out_until = 0  # logOut is a method like others
        del self.complaints.heard[:]
        status, body = self.runner.run(self._send((verb, path, request)))
        assert not self.complaints.heard, "\n".join(self.complaints.heard)
        return status, body

    def call(self, method: str, verb: str = "POST", *, query: str = "", **request: Any) -> Json:
        """A call of the Bot API; its envelope, which must be whole and right."""
        path = URL(f"{self.sandbox.url}{self.base}/{method}{query}", encoded=True)
        status, body = self.send(verb, path, **request)
        assert_envelope(status, body)
        if body["ok"]:
            assert schema.wrong_answer(method, body["result"]) == []
        return dict(body)

    async def _send(self, wanted: tuple[str, str | URL, Json]) -> tuple[int, Any]:
        verb, path, request = wanted
        url = path if isinstance(path, URL) else f"{self.sandbox.url}{path}"
        async with asyncio.timeout(5), self.session.request(verb, url, **request) as response:
            assert response.content_type == "application/json", await response.text()
            return response.status, json.loads(await response.read())


def assert_envelope(status: int, body: Any) -> None:
    """{"ok": true, "result": …} with 200, or a refusal with its own status; never a failure of the server."""
    assert isinstance(body, dict)
    if body["ok"] is True:
        assert body.keys() == {"ok", "result"}
        assert status == 200
        return
    assert body["ok"] is False
    assert body.keys() - {"parameters"} == {"ok", "error_code", "description"}
    assert status == body["error_code"]
    assert status in (400, 401, 403, 404, 405, 409, 413, 429, 501), body
    assert isinstance(body["description"], str)


@contextmanager
def ground() -> Iterator[Ground]:
    """Opened and closed."""
    opened = Ground()
    try:
        yield opened
    finally:
        opened.close()
