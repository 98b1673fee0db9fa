"""The sandbox: a local messenger for one bot."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from aiohttp import web

from sandbox.clock import TurnableClock
from sandbox.control.breaking import Breaking
from sandbox.control.routes import ControlApi
from sandbox.control.time import Time
from sandbox.persistence import CLOCK_EVERY, Store
from sandbox.stage import Gallery, Stage
from sandbox.telegram.http.request import LARGEST_UPLOAD
from sandbox.telegram.http.routes import BotApi
from sandbox.world import World

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

ANSWERED_WITHIN_SECONDS = 0.05
"""How long a restart waits for the answer to whoever asked for it."""
PAGE = Path(__file__).parent / "page"
TICK_SECONDS = 1.0


class Sandbox:
    """Speaks the Bot API under `url`, plays people by the control API, remembers under `directory`.

    `stage` is what the bot beside it offers (None: a foreign bot), `gallery` shows its windows. `staged`: nobody
    acts and nobody turns the clock while there is no stage; the control API waits for it. `saved_now` is the moment
    at which the saved play stopped: turn the clock there before anything else. `plain_webhooks`: webhooks by HTTP on
    any port are accepted and served; without it they obey Telegram's rule and are only remembered. `rate_limits`:
    who sends too fast is refused.
    """

    def __init__(
        self,
        *,
        clock: TurnableClock,
        token: str = "42:SANDBOX",
        bot_name: str = "Sandbox bot",
        bot_username: str = "metod_sandbox_bot",
        directory: Path | None = None,
        plain_webhooks: bool = False,
        rate_limits: bool = False,
        staged: bool = False,
    ) -> None:
        self.clock = clock
        self.token = token
        self._stage: Stage | None = None
        self._staged = staged
        self._open = asyncio.Event()
        self._stopping = False
        self.stage = None
        self.gallery: Gallery | None = None
        self.saved_now: datetime | None = None
        self.url = ""
        self.world = World(
            clock=clock,
            bot_id=int(token.partition(":")[0]),
            bot_name=bot_name,
            bot_username=bot_username,
            files=directory / "files" if directory else None,
        )
        self._store = Store(directory) if directory else None
        if self._store:
            self.saved_now = self._store.load(self.world)
        self._runner: web.AppRunner | None = None
        self._site: web.TCPSite | None = None
        self._saver: asyncio.Task[None] | None = None
        self._ticker: asyncio.Task[None] | None = None
        self.api = BotApi(self.world, token, plain_webhooks=plain_webhooks, rate_limits=rate_limits, save=self._save)
        time = Time(clock, self.world, self.api.journal, lambda: self.stage)
        self.control = ControlApi(self.api, time)
        self._breaking = Breaking(self.api, self.restart)
        self._restarting: asyncio.Task[None] | None = None

    @property
    def stage(self) -> Stage | None:
        """What the bot beside the sandbox offers."""
        return self._stage

    @stage.setter
    def stage(self, stage: Stage | None) -> None:
        self._stage = stage
        if stage is None and self._staged:
            self._open.clear()
        else:
            self._open.set()

    async def unstage(self) -> None:
        """The bot beside the sandbox is about to close: nobody acts upon it or asks it any more."""
        stage, self.stage = self._stage, None
        if stage is not None:
            await stage.leave()

    async def start(self, port: int = 0, host: str = "127.0.0.1") -> None:
        """Listen. Port 0 is any free one; `url` tells it. Raises OSError when the port is taken."""
        rules = [*([self._saving] if self._store else []), *([self._waiting] if self._staged else [])]
        app = web.Application(client_max_size=LARGEST_UPLOAD + 2**20, middlewares=rules)
        self.api.add_routes(app)
        self.control.add_routes(app)
        self._breaking.add_routes(app)
        if PAGE.is_dir():
            app.router.add_get("/", _index)
            app.router.add_get("/static/{name:[A-Za-z0-9._-]{1,80}}", _page_file)
            app.router.add_get("/windows", self._windows)
        app.router.add_route("*", "/{rest:.*}", _nothing_here)
        self._runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=0.5)
        await self._runner.setup()
        try:
            await self._listen(host, port)
        except OSError:
            await self._runner.cleanup()
            raise
        self.url = f"http://{host}:{self._runner.addresses[0][1]}"
        self._ticker = asyncio.create_task(self._tick())
        if self._store:
            self._saver = asyncio.create_task(self._save_clock(self._store))

    async def _listen(self, host: str, port: int) -> None:
        assert self._runner
        self._site = web.TCPSite(self._runner, host, port, reuse_address=True)
        await self._site.start()
        self.api.polling.open()
        self.control.stream.open()
        if self.api.delivery:
            self.api.delivery.restart()

    def restart(self, down_seconds: float) -> None:
        """Soon: every connection drops, and after a while the same port is listened on again; nothing is forgotten."""
        if self._restarting is None or self._restarting.done():
            self._restarting = asyncio.create_task(self._restart(down_seconds))

    async def _restart(self, down_seconds: float) -> None:
        assert self._runner
        assert self._runner.server
        assert self._site
        await asyncio.sleep(ANSWERED_WITHIN_SECONDS)
        host, port = self._runner.addresses[0][:2]
        await self._site.stop()
        self.api.polling.close()
        self.control.stream.close()
        for connection in list(self._runner.server.connections):
            if connection.transport is not None:
                connection.transport.abort()
        if self.api.delivery:
            await self.api.delivery.stop()
        await asyncio.sleep(down_seconds)
        await self._listen(host, port)

    async def stop(self) -> None:
        """Release long polls and streams, stop listening, save."""
        self._stopping = True
        self._open.set()
        if self._restarting:
            self._restarting.cancel()
            with suppress(asyncio.CancelledError):
                await self._restarting
        self.api.polling.close()
        self.control.stream.close()
        if self.api.delivery:
            await self.api.delivery.stop()
        if self._runner:
            await self._runner.cleanup()
        for task in (self._ticker, self._saver):
            if task:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
        if self._store:
            self._store.save(self.world, ended=True)
            self._store.close()
            self._store = None

    async def _windows(self, request: web.Request) -> web.StreamResponse:
        """The gallery; of a foreign bot a page that says why there is none."""
        await self._open.wait()
        if self.gallery is None:
            return web.FileResponse(PAGE / "no-windows.html", status=404)
        return web.Response(text=await self.gallery.page(), content_type="text/html")

    def _save(self) -> None:
        """Write what changed, now."""
        if self._store and self.world.changed:
            self._store.save(self.world)

    async def _tick(self) -> None:
        """What falls due by itself while the clock runs; a turned clock sees to it at once."""
        while True:
            await asyncio.sleep(TICK_SECONDS)
            self.world.polls.close_due()

    async def _save_clock(self, store: Store) -> None:
        """The clock while nothing happens, and whatever was changed past the two faces."""
        while True:
            store.save(self.world)
            await asyncio.sleep(CLOCK_EVERY.total_seconds())

    @web.middleware
    async def _saving(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """What was done is written before anybody is told of it: a kill makes no one a liar."""
        try:
            return await handler(request)
        finally:
            self._save()

    @web.middleware
    async def _waiting(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Without the stage a turned clock would jump over what is due."""
        if request.path.startswith("/sandbox/"):
            await self._open.wait()
            if self._stopping:
                return web.json_response({"error": "the sandbox stops"}, status=503)
        return await handler(request)


async def _index(request: web.Request) -> web.StreamResponse:
    return web.FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-cache"})


async def _page_file(request: web.Request) -> web.StreamResponse:
    path = PAGE / request.match_info["name"]
    if path.parent != PAGE or not path.is_file():  # a name may hold an encoded slash
        return await _nothing_here(request)
    return web.FileResponse(path, headers={"Cache-Control": "no-cache"})


async def _nothing_here(request: web.Request) -> web.Response:
    return web.json_response({"ok": False, "error_code": 404, "description": "Not Found"}, status=404)
