"""The HTTP face: /bot{token}/{method} and /file/bot{token}/{path}."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from inspect import isawaitable
from typing import Any
from urllib.parse import quote

from aiohttp import web

from sandbox.shapes import Json
from sandbox.telegram import errors, schema
from sandbox.telegram.call import Call
from sandbox.telegram.delivery import Delivery
from sandbox.telegram.errors import Refusal
from sandbox.telegram.journal import Fault, Faults, Journal
from sandbox.telegram.methods import BY_LOWER_NAME
from sandbox.telegram.polling import Polling
from sandbox.telegram.request import read_request
from sandbox.world import World


class BotApi:
    """Answers the bot. Every answer, an error too, is the JSON envelope of the Bot API."""

    def __init__(
        self, world: World, token: str, *, plain_webhooks: bool = False, save: Callable[[], None] = lambda: None
    ) -> None:
        self.world = world
        self.polling = Polling(world)
        self.delivery = Delivery(world, self._execute, save) if plain_webhooks else None
        if self.delivery:
            self.polling.webhook_changed = self.delivery.restart
        self.journal = Journal()
        self.faults = Faults()
        self._token = token

    def add_routes(self, app: web.Application) -> None:
        """Put the Bot API under its addresses."""
        app.router.add_route("*", "/bot{token:[^/]+}/{method}", self.call)
        app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self.download)

    async def call(self, request: web.Request) -> web.StreamResponse:
        """One call of a method."""
        name = request.match_info["method"]
        known = BY_LOWER_NAME.get(name.lower())
        name = known[0] if known else name
        polls = name == "getUpdates"
        if not polls:
            self.journal.begin()
        raw: Json = {}
        lint: list[str] = []
        try:
            if request.match_info["token"] != self._token:
                raise Refusal(*errors.UNAUTHORIZED)
            if request.method not in ("GET", "POST"):
                raise Refusal(*errors.NOT_ALLOWED)
            raw, uploads = await read_request(request)
            plain = self.delivery is not None
            result = await self._play(name, Call(self.world, self.polling, raw, uploads, lint, plain))
            if not polls:
                self.journal.note(name, raw, ok=True, description=None, lint=lint)
            return _answer({"ok": True, "result": result})
        except Refusal as refusal:
            self.journal.note(name, raw, ok=False, description=refusal.description, lint=lint)
            if refusal.code == 0:
                return _cut(request)
            return _answer(refusal.body(), refusal.code, refusal.parameters)
        finally:
            if not polls:
                self.journal.end()

    async def _play(self, name: str, call: Call) -> Any:
        """Check the request against the schema, then act; ordered faults strike before or after."""
        fault = self.faults.take(name, _chat_id(call.params)) if self.faults.ordered else None
        if fault is not None and fault.when == "before":
            await _strike(fault)
        method = schema.methods().get(name.lower())
        if method is None:
            raise Refusal(*errors.METHOD_NOT_FOUND)
        if self.world.profile.logged_out_until > self.world.unix():
            raise Refusal(400, "Logged out")
        known = BY_LOWER_NAME.get(name.lower())
        if known is None:
            raise Refusal(501, f"Not Implemented: the sandbox does not play {name}")
        try:
            call.params, lint = method().validate(call.params)
        except schema.Missing as gap:
            raise errors.missing(gap.path) from None
        except schema.Mismatch as wrong:
            raise errors.mismatch(wrong.parameter, wrong.path, wrong.text, whole=wrong.whole) from None
        call.lint += lint
        self.world.polls.close_due()
        result = known[1](call)
        if isawaitable(result):
            result = await result
        if fault is not None:
            await _strike(fault)
        return result

    async def _execute(self, answer: Json) -> None:
        """A method in a webhook's answer: its result is seen by nobody, a refusal is only noted."""
        name = str(answer.pop("method"))
        description = None
        try:
            await self._play(name, Call(self.world, self.polling, dict(answer)))
        except Refusal as refusal:
            description = refusal.description
        self.journal.note(name, answer, ok=description is None, description=description, lint=[])

    async def download(self, request: web.Request) -> web.Response:
        """The bytes of a file by its `file_path`."""
        if request.match_info["token"] != self._token:
            return _answer(Refusal(*errors.UNAUTHORIZED).body(), 401)
        file = self.world.files.at_path(request.match_info["path"])
        if file is None:
            return _answer(Refusal(*errors.NOT_FOUND).body(), 404)
        self.journal.begin()
        try:
            data = self.world.files.read(file)
        finally:
            self.journal.end()
        disposition = f"attachment; filename*=UTF-8''{quote(file.name)}"
        return web.Response(body=data, content_type=file.mime_type, headers={"Content-Disposition": disposition})


def _answer(body: Json, status: int = 200, parameters: Json | None = None) -> web.Response:
    data = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    headers = {"Retry-After": str(parameters["retry_after"])} if parameters and "retry_after" in parameters else None
    return web.Response(body=data, status=status, content_type="application/json", headers=headers)


def _cut(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _strike(fault: Fault) -> None:
    if fault.delay:
        await asyncio.sleep(fault.delay)
    refusal = fault.refusal()
    if refusal is not None:
        raise refusal


def _chat_id(raw: Json) -> int | None:
    try:
        return int(raw.get("chat_id", ""))
    except (TypeError, ValueError):
        return None
