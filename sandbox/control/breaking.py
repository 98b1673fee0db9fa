"""Breaking the messenger on purpose: ordered faults, rate limits, a restart of the server."""

from __future__ import annotations

from collections.abc import Callable

from aiohttp import web

from sandbox.control import acts, body
from sandbox.control.acts import CannotAct
from sandbox.control.faults import read_faults
from sandbox.control.guarded import guarded
from sandbox.telegram.http.routes import BotApi

LONGEST_DOWN_SECONDS = 600


class Breaking:
    """`restart` takes the seconds for which nobody listens."""

    def __init__(self, api: BotApi, restart: Callable[[float], None]) -> None:
        self._api = api
        self._restart = restart
        api.faults.person_acts = self._person_acts

    def add_routes(self, app: web.Application) -> None:
        """Put these under /sandbox."""
        app.router.add_get("/sandbox/faults", guarded(self.faults))
        app.router.add_post("/sandbox/faults", guarded(self.order_faults))
        app.router.add_get("/sandbox/limits", guarded(self.limits))
        app.router.add_post("/sandbox/limits", guarded(self.switch_limits))
        app.router.add_post("/sandbox/restart", guarded(self.restart))

    async def faults(self, request: web.Request) -> web.Response:
        return web.json_response([fault.card() for fault in self._api.faults.ordered])

    async def order_faults(self, request: web.Request) -> web.Response:
        """The list replaces the faults ordered before; an empty one clears them."""
        self._api.faults.ordered[:] = read_faults(await body.read_any(request))
        return await self.faults(request)

    async def limits(self, request: web.Request) -> web.Response:
        return web.json_response({"on": self._api.limits.on})

    async def switch_limits(self, request: web.Request) -> web.Response:
        self._api.limits.switch(on=body.needed_truth(await body.read_body(request), "on"))
        return await self.limits(request)

    async def restart(self, request: web.Request) -> web.Response:
        """Answered first; then every connection drops, and nobody listens for `down_seconds`."""
        down = (await body.read_body(request)).get("down_seconds", 0)
        if isinstance(down, bool) or not isinstance(down, int | float) or not 0 <= down <= LONGEST_DOWN_SECONDS:
            raise CannotAct(400, f"down_seconds: a number, 0–{LONGEST_DOWN_SECONDS}, is needed")
        self._restart(down)
        return web.json_response({"down_seconds": down})

    def _person_acts(self, chat_id: object, deed: str) -> None:
        person = self._api.world.people.get(chat_id) if isinstance(chat_id, int) else None
        if person is None:
            return
        if deed == "block":
            acts.block(self._api.world, person, blocked=True)
        else:
            acts.deactivate(self._api.world, person, deactivated=True)
