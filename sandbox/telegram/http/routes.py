"""The HTTP face: /bot{token}/{method} and /file/bot{token}/{path}."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from inspect import isawaitable
from typing import Any
from urllib.parse import quote

from aiohttp import web

from sandbox.shapes import Json
from sandbox.telegram import errors, schema
from sandbox.telegram.call import Call
from sandbox.telegram.errors import Refusal
from sandbox.telegram.http.answering import answer, cut, refused, spoilt
from sandbox.telegram.http.delivery import Delivery
from sandbox.telegram.http.faults import Fault, Faults
from sandbox.telegram.http.journal import ANSWER, Journal
from sandbox.telegram.http.limits import Limits
from sandbox.telegram.http.polling import Polling
from sandbox.telegram.http.request import Upload, read_request
from sandbox.telegram.methods import BY_LOWER_NAME, Handler
from sandbox.world import World

log = logging.getLogger(__name__)

QUIET = frozenset({"getUpdates"})
"""Their successes are not in the journal; what they hand out was checked when it was made."""


class BotApi:
    """Answers the bot. Every answer, an error too, is the JSON envelope of the Bot API."""

    def __init__(
        self,
        world: World,
        token: str,
        *,
        plain_webhooks: bool = False,
        rate_limits: bool = False,
        save: Callable[[], None] = lambda: None,
    ) -> None:
        self.world = world
        self.polling = Polling(world)
        self.delivery = Delivery(world, self._execute, save) if plain_webhooks else None
        if self.delivery:
            self.polling.webhook_changed = self.delivery.restart
        self.journal = Journal()
        self.faults = Faults()
        self.limits = Limits(on=rate_limits)
        self.token = token
        world.updates.made = self._check_update

    def add_routes(self, app: web.Application) -> None:
        """Put the Bot API under its addresses."""
        app.router.add_route("*", "/bot{token:[^/]+}/{method}", self.call)
        app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self.download)

    async def call(self, request: web.Request) -> web.StreamResponse:
        """One call of a method."""
        name = request.match_info["method"]
        known = BY_LOWER_NAME.get(name.lower())
        name = known[0] if known else name
        if name not in QUIET:
            self.journal.begin()
        raw: Json = {}
        uploads: dict[str, Upload] = {}
        lint: list[str] = []
        fault: Fault | None = None
        began = time.perf_counter()
        try:
            if request.match_info["token"] != self.token:
                raise Refusal(*errors.UNAUTHORIZED)
            if request.method not in ("GET", "POST"):
                raise Refusal(*errors.NOT_ALLOWED)
            raw, uploads = await read_request(request)
            fault = self.faults.take(name, _chat_id(raw)) if self.faults.ordered else None
            call = Call(self.world, self.polling, raw, uploads, lint, self.delivery is not None)
            result = await self._play(name, call, fault)
            response = answer({"ok": True, "result": result})
            if name not in QUIET:
                self._note(name, raw, lint, uploads, began, response)
        except Refusal as refusal:
            response = refused(refusal) if refusal.code else web.Response()
            self._note(name, raw, lint, uploads, began, response, refusal)
            if refusal.code == 0:
                return cut(request)
        except Exception:
            log.exception("%s failed", name)
            failure = Refusal(*errors.FAILED)
            response = refused(failure)
            self._note(name, raw, lint, uploads, began, response, failure)
        finally:
            if name not in QUIET:
                self.journal.end()
        return await spoilt(request, response, fault.body) if fault and fault.body else response

    def _note(
        self,
        name: str,
        raw: Json,
        lint: list[str],
        uploads: dict[str, Upload],
        began: float,
        response: web.Response,
        refusal: Refusal | None = None,
    ) -> None:
        """A call with its answer, as it would be if no fault had spoilt it; of one that never left nothing is kept."""
        self.journal.note(
            name,
            raw,
            ok=refusal is None,
            description=refusal.description if refusal else None,
            lint=lint,
            answer=response.body if isinstance(response.body, bytes) else b"",
            seconds=time.perf_counter() - began,
            files={part: upload.name for part, upload in uploads.items()},
        )

    async def _play(self, name: str, call: Call, fault: Fault | None) -> Any:
        """Check the request against the schema, act, check the answer; an ordered fault strikes before or after."""
        about = _chat_id(call.params)
        await self.faults.strike(fault, "before", about)
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
        result = await self._act(name, known[1], call)
        if name not in QUIET:
            call.lint += [f"{ANSWER}{problem}" for problem in schema.wrong_answer(name, result)]
        await self.faults.strike(fault, "after", about)
        return result

    async def _act(self, name: str, handler: Handler, call: Call) -> Any:
        """Within the limits; a refused call costs nothing."""
        now = self.world.clock.now().timestamp()
        pause = self.limits.wait(name, call.params, now)
        if pause:
            raise errors.too_many(pause)
        result = handler(call)
        if isawaitable(result):
            result = await result
        self.limits.pay(name, call.params, now)
        return result

    def _check_update(self, update: Json) -> None:
        """A wrong update is no call of the bot; it is noted as an answer to getUpdates."""
        problems = [f"{ANSWER}{problem}" for problem in schema.wrong_update(update)]
        if problems:
            params: Json = {"update_id": update["update_id"]}
            self.journal.note("getUpdates", params, ok=True, description=None, lint=problems)

    async def _execute(self, given: Json) -> None:
        """A method in a webhook's answer: its result is seen by nobody, a refusal is only noted."""
        params = dict(given)
        name = str(params.pop("method"))
        known = BY_LOWER_NAME.get(name.lower())
        name = known[0] if known else name
        call = Call(self.world, self.polling, dict(params))
        fault = self.faults.take(name, _chat_id(params)) if self.faults.ordered else None
        description = None
        try:
            await self._play(name, call, fault)
        except Refusal as refusal:
            description = refusal.description
        except Exception:
            log.exception("%s failed", name)
            description = errors.FAILED[1]
        self.journal.note(name, params, ok=description is None, description=description, lint=call.lint)

    async def download(self, request: web.Request) -> web.Response:
        """The bytes of a file by its `file_path`."""
        if request.match_info["token"] != self.token:
            return refused(Refusal(*errors.UNAUTHORIZED))
        file = self.world.files.at_path(request.match_info["path"])
        if file is None:
            return refused(Refusal(*errors.NOT_FOUND))
        self.journal.begin()
        try:
            data = self.world.files.read(file)
        finally:
            self.journal.end()
        disposition = f"attachment; filename*=UTF-8''{quote(file.name)}"
        return web.Response(body=data, content_type=file.mime_type, headers={"Content-Disposition": disposition})


def _chat_id(raw: Json) -> int | None:
    try:
        return int(raw.get("chat_id", ""))
    except (TypeError, ValueError, OverflowError):
        return None
