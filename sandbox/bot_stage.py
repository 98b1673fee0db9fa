"""Our own bot as the sandbox sees it: its clock can be turned, its silence waited for."""

from datetime import datetime, timedelta

from bot.app import App
from sandbox.clock import TurnableClock

STEP = timedelta(milliseconds=1)


class BotStage:
    """Turning the clock goes through every moment at which something is due, so that nothing is jumped over."""

    def __init__(self, app: App, clock: TurnableClock) -> None:
        self._app = app
        self._clock = clock

    async def turn(self, to: datetime) -> None:
        await self._app.ticker.settle()
        while (due := await self._app.next_due()) is not None and due < to:
            self._clock.turn_to(max(due, self._clock.now() + STEP))
            await self._app.ticker.settle()
        self._clock.turn_to(max(to, self._clock.now()))
        await self._app.ticker.settle()

    async def next_due(self) -> datetime | None:
        return await self._app.next_due()

    async def settle(self) -> None:
        """Handlers have ended and what they made due at once has gone out."""
        await self._app.polling.idle()
        await self._app.ticker.deliver()
