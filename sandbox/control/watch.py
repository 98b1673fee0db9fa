"""What the page looks at beside a chat: what falls due, the outbox, the calls that came of each step. It only reads."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress

from aiohttp import web

from sandbox.control.acts import CannotAct
from sandbox.control.time import Time
from sandbox.shapes import Json
from sandbox.stage import Stage
from sandbox.telegram.http.journal import Journal, Record, Step
from sandbox.world import World

_WHOLE = re.compile("[0-9]{1,18}")
LONGEST_VALUE = 100
"""Signs of a parameter in a short card."""

MOST_MOMENTS = 50
MOST_ROWS = 100
MOST_STEPS = 20
MOST_CALLS = 300
"""Calls in one answer, the newest: an announcement makes a thousand."""


class Watch:
    """The stage is asked anew each time: it may come late, and go."""

    def __init__(self, world: World, journal: Journal, time: Time, token: str) -> None:
        self._world = world
        self._journal = journal
        self._time = time
        self._token = token

    def routes(self) -> dict[str, Callable[[web.Request], Awaitable[web.Response]]]:
        """Addresses to be read."""
        return {
            "/sandbox/due": self.due,
            "/sandbox/outbox": self.outbox,
            "/sandbox/steps": self.steps,
            "/sandbox/calls": self.calls,
            "/sandbox/calls/{n:[0-9]+}": self.call,
        }

    async def due(self, request: web.Request) -> web.Response:
        """The next moments at which the bot says something by itself."""
        moments = await self._stage().timeline(_number(request, "most", 10, MOST_MOMENTS))
        return web.json_response({"due": [due.card() for due in moments]})

    async def outbox(self, request: web.Request) -> web.Response:
        """One page of the outbox as the bot sees it."""
        person = request.query.get("person")
        if person is not None and not _WHOLE.fullmatch(person):
            raise CannotAct(400, "person: a whole number is needed")
        try:
            page = await self._stage().outbox(
                int(person) if person else None,
                finished=request.query.get("finished") == "1",
                after=request.query.get("after"),
                limit=_number(request, "limit", 30, MOST_ROWS),
            )
        except ValueError:
            raise CannotAct(400, "after: what `more` said is needed") from None
        return web.json_response(page)

    async def steps(self, request: web.Request) -> web.Response:
        """The last steps, oldest first, and short cards of their calls."""
        steps = list(self._journal.steps)[-_number(request, "most", MOST_STEPS, MOST_STEPS) :]
        calls = self._journal.since(steps[0].after if steps else 0)[-MOST_CALLS:]
        return web.json_response({
            "steps": [step.card() for step in steps],
            "calls": [self.short(record) for record in calls],
        })  # fmt: skip

    async def calls(self, request: web.Request) -> web.Response:
        """The calls after number `since`, whole but for their answers."""
        return web.json_response([self._whole(record) for record in self._journal.since(_number(request, "since", 0))])

    async def call(self, request: web.Request) -> web.Response:
        """One call with its answer and its path.

        The answer is null when it was too long, never came, or is forgotten by now.
        """
        record = self._journal.find(int(request.match_info["n"]))
        if record is None:
            raise CannotAct(404, "this call is not kept any more")
        answer = self._journal.answers.get(record.n)
        return web.json_response({
            **self._whole(record),
            "path": f"/bot{self._token}/{record.method}",
            "answer": json.loads(answer) if answer else None,
        })  # fmt: skip

    def event(self, about: Step | Record) -> Json:
        """A step, or the short card of a call, for the stream."""
        return about.card() if isinstance(about, Step) else self.short(about)

    def short(self, record: Record) -> Json:
        """A card with the beginnings of its parameters."""
        return {**self._whole(record), "params": {name: _begin(value) for name, value in record.params.items()}}

    def _whole(self, record: Record) -> Json:
        return {**record.card(), "person_id": self._person_id(record)}

    def _person_id(self, record: Record) -> int | None:
        """Whom the call is about: the person of the chat, or who pressed the button that it answers."""
        named = str(record.params.get("chat_id", record.params.get("user_id", "")))
        if named.lstrip("-").isdigit():
            return int(named)
        query = self._world.callbacks.by_id.get(str(record.params.get("callback_query_id")))
        return query.person_id if query else None

    def _stage(self) -> Stage:
        stage = self._time.stage()
        if stage is None:
            raise CannotAct(404, "no bot of ours plays beside the sandbox")
        return stage


def _begin(value: object) -> str:
    """JSON that came as a string is written out: libraries escape every Russian letter in it."""
    if isinstance(value, str) and value.startswith(("[", "{")):
        with suppress(ValueError):
            value = json.loads(value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"


def _number(request: web.Request, name: str, default: int, most: int | None = None) -> int:
    given = request.query.get(name, str(default))
    if not _WHOLE.fullmatch(given):
        raise CannotAct(400, f"{name}: a whole number is needed")
    return int(given) if most is None else max(1, min(int(given), most))
