"""The live message of an announcement: one read for all of them, an edit only where the figures have changed."""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from db.vocabulary import Platform, Reach
from dialogs.broadcasts.api import goes_on, live_message
from dialogs.common.context import House
from locales import load_words
from scheduler.messenger import Messenger, Refused, TryLater, Unreachable
from scheduler.pacing import Pace
from services.broadcasts.progress import as_it_stands, record_shown, watched
from services.broadcasts.views import Live
from services.people.service import set_reach

log = logging.getLogger(__name__)

EVERY_SECONDS = 2.5
"""Real seconds between two edits of one message: messengers count edits as messages to the chat."""


class Progress:
    def __init__(self, house: House, messengers: Mapping[Platform, Messenger], paces: Mapping[Platform, Pace]) -> None:
        self._house = house
        self._messengers = messengers
        self._paces = paces
        self._showing = asyncio.Lock()
        self._shown_at: dict[int, float] = {}
        """When each was last shown, in seconds of the event loop."""

    async def show(self) -> None:
        """Bring every author's message up to date, and announcements of which no row is left to their end."""
        async with self._showing:
            async with self._house.reading() as session:
                all_live = await watched(session, self._house.clock.now())
            self._shown_at = {live.id: self._shown_at[live.id] for live in all_live if live.id in self._shown_at}
            for live in all_live:
                await self._show(live, as_it_stands(live))

    async def _show(self, before: Live, now: Live) -> None:
        changed = now.mark != before.shown
        if not now.over and not (changed and self._rested(now)):
            return
        message_id = before.message_id
        if changed:
            try:
                message_id = await self._write(now)
            except TryLater as later:
                if later.seconds is not None:
                    self._paces[now.platform].hold(later.seconds)
                return
        self._shown_at[now.id] = asyncio.get_running_loop().time()
        async with self._house.transaction() as session:
            shown = replace(now, message_id=message_id, shown=now.mark)
            await record_shown(session, before, shown, self._house.clock.now())

    def _rested(self, live: Live) -> bool:
        last = self._shown_at.get(live.id)
        return last is None or asyncio.get_running_loop().time() - last >= EVERY_SECONDS

    async def _write(self, live: Live) -> int | None:
        """The message's id. Raises TryLater; an author who cannot be written to finds the figures in her list."""
        messenger = self._messengers.get(live.platform)
        if messenger is None or not live.readable:
            return live.message_id
        words = load_words(live.locale, ZoneInfo(live.zone) if live.zone else self._house.zone)
        notice = live_message(words, live.id, live.status, live.figures, live.rest_at, authored=live.authored)
        await self._paces[live.platform].wait(live.user_id)
        try:
            if live.message_id is not None and live.shown is None:
                await messenger.edit(live.user_id, live.message_id, goes_on(words, live.id))
            if live.message_id is None or live.shown is None:
                return await messenger.send(live.user_id, notice)
            await messenger.edit(live.user_id, live.message_id, notice)
        except Unreachable as gone:
            await self._remember(live, gone.reach)
        except Refused as refused:
            log.error("the progress of announcement %s was refused: %s", live.id, refused)
        return live.message_id

    async def _remember(self, live: Live, reach: Reach) -> None:
        async with self._house.transaction() as session:
            await set_reach(session, live.platform, live.user_id, reach)
