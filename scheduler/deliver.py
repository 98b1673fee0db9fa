"""Claims due rows, renders each in its reader's language and time zone, sends at the messenger's pace, records.

At least once: a row is recorded right after its message, so a crash repeats at most what was on its way.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from db.vocabulary import NoticeKind, Platform
from dialogs.common.context import House
from dialogs.common.notice_type import NoticeType
from locales import MissingWords, load_words
from scheduler.messenger import Messenger, Refused, TryLater, Unreachable
from scheduler.pacing import Pace
from services.outbox import service as outbox
from services.outbox.model import Claimed

log = logging.getLogger(__name__)

BATCH = 25


class Delivery:
    """One of these runs in a process; several processes share the rows by leases."""

    def __init__(
        self, house: House, messengers: Mapping[Platform, Messenger], notices: Mapping[NoticeKind, NoticeType]
    ) -> None:
        self._house = house
        self._messengers = messengers
        self._notices = notices
        self._paces = {platform: Pace() for platform in messengers}

    async def deliver_due(self) -> int:
        """Send one batch of what is due now. Returns how many rows were taken up; 0 means nothing is due."""
        now = self._house.clock.now()
        async with self._house.transaction() as session:
            rows = await outbox.claim(session, now, BATCH)
        if not rows:
            return 0
        views = await self._load(rows)
        stale = [row.id for row in rows if row.id not in views]
        if stale:
            async with self._house.transaction() as session:
                await outbox.record_stale(session, stale, now)
        await asyncio.gather(*(self._deliver(row, views[row.id]) for row in rows if row.id in views))
        return len(rows)

    async def _load(self, rows: Sequence[Claimed]) -> dict[int, Any]:
        """Views by row id; one load a kind, however many rows."""
        by_kind: dict[NoticeKind, list[Claimed]] = defaultdict(list)
        for row in rows:
            by_kind[NoticeKind(row.kind)].append(row)
        views: dict[int, Any] = {}
        async with self._house.reading() as session:
            for kind, alike in by_kind.items():
                now, content = self._house.clock.now(), self._house.content
                views.update(await self._notices[kind].load(session, alike, now, content))
        return views

    async def _deliver(self, row: Claimed, view: Any) -> None:
        if row.account_id is None or row.platform is None or row.user_id is None:
            await self._dead(row, "not_connected")
            return
        messenger = self._messengers.get(Platform(row.platform))
        if messenger is None:
            await self._dead(row, "no_messenger")
            return
        try:
            words = load_words(row.locale, ZoneInfo(row.zone) if row.zone else self._house.zone)
            notice = self._notices[NoticeKind(row.kind)].render(words, view, self._house.content)
            await self._paces[Platform(row.platform)].wait(row.user_id)
            message_id = row.edits_message_id
            if not row.edits:
                message_id = await messenger.send(row.user_id, notice)
            elif message_id is not None:
                await messenger.edit(row.user_id, message_id, notice)
        except Unreachable as gone:
            await self._dead(row, str(gone.reach), gone)
        except Refused as refused:
            log.error("a %s notice was refused: %s", row.kind, refused)
            await self._dead(row, "refused")
        except TryLater as later:
            await self._later(row, later)
        except MissingWords:
            log.exception("a %s notice cannot be worded", row.kind)
            await self._dead(row, "no_words")
        else:
            async with self._house.transaction() as session:
                await outbox.record_sent(session, row, message_id, self._house.clock.now())

    async def _dead(self, row: Claimed, failure: str, gone: Unreachable | None = None) -> None:
        async with self._house.transaction() as session:
            reach = gone.reach if gone else None
            await outbox.record_dead(session, row, failure, self._house.clock.now(), reach)

    async def _later(self, row: Claimed, later: TryLater) -> None:
        now = self._house.clock.now()
        at = now + timedelta(seconds=later.seconds) if later.seconds is not None else None
        async with self._house.transaction() as session:
            await outbox.record_failure(session, row, later.failure, now, at)
