"""Claims due rows, renders each in its reader's language and time zone, sends at the messenger's pace, records.

At least once: a row is recorded right after its message, so a crash repeats at most what was on its way.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from db.vocabulary import NoticeKind, Platform, Reach
from dialogs.common.context import House
from dialogs.common.notice import Notice
from dialogs.common.notice_type import NoticeType
from locales import MissingWords, load_words
from scheduler.messenger import Messenger, Refused, TryLater, Unreachable
from scheduler.pacing import Pace
from services.calendar.model import Calendar
from services.outbox import rules
from services.outbox import service as outbox
from services.outbox.model import NOT_CONNECTED, Claimed

log = logging.getLogger(__name__)

BATCH = 25
CLOSED = (Reach.BLOCKED, Reach.GONE, Reach.LOST)


class Delivery:
    """One of these runs in a process; several processes share the rows by leases."""

    def __init__(
        self,
        house: House,
        messengers: Mapping[Platform, Messenger],
        notices: Mapping[NoticeKind, NoticeType],
        paces: Mapping[Platform, Pace],
    ) -> None:
        self._house = house
        self._messengers = messengers
        self._notices = notices
        self._paces = paces
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Claim nothing more. What has been claimed is still sent and recorded."""
        self._stopping.set()

    async def deliver_due(self) -> int:
        """Send one batch of what is due now. Returns how many rows were taken up; 0 means nothing is due."""
        await self._keep_asked_silence()
        if self._stopping.is_set():
            return 0
        now = self._house.clock.now()
        async with self._house.transaction() as session:
            rows = await outbox.claim(session, now, BATCH)
        if not rows:
            return 0
        await self._deliver_all(await self._put_off_at_night(rows, now))
        return len(rows)

    async def _deliver_all(self, rows: Sequence[Claimed]) -> None:
        views = await self._load(rows)
        stale = [row for row in rows if row.id in views and views[row.id] is None]
        if stale:
            async with self._house.transaction() as session:
                await outbox.record_stale(session, stale, self._house.clock.now())
        ends = await asyncio.gather(
            *(self._deliver(row, views[row.id]) for row in rows if views.get(row.id) is not None),
            *(self._accident(row) for row in rows if row.id not in views),
            return_exceptions=True,
        )
        for end in ends:
            if isinstance(end, BaseException):
                raise end  # not even recording works; what was sent is recorded, the rest is leased

    async def _keep_asked_silence(self) -> None:
        """Claimed rows would only run out of their leases while every messenger wants silence."""
        silence = min((pace.held() for pace in self._paces.values()), default=0)
        if silence > 0:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), silence)

    async def _put_off_at_night(self, rows: Sequence[Claimed], now: datetime) -> Sequence[Claimed]:
        """Rows that have become late wait for the morning of their readers. Returns those that may go now.

        A change of a message that is there already makes no sound and need not wait.
        """
        until = {row.id: now if row.edits else self._not_before(row, now) for row in rows}
        for moment in set(until.values()) - {now}:
            async with self._house.transaction() as session:
                await outbox.record_put_off(session, [row for row in rows if until[row.id] == moment], moment)
        return [row for row in rows if until[row.id] == now]

    def _not_before(self, row: Claimed, moment: datetime) -> datetime:
        return rules.not_before(moment, row.due_at, row.expires_at, *self._calm(row))

    def _calm(self, row: Claimed) -> tuple[ZoneInfo, Calendar]:
        """What tells when the reader may be disturbed."""
        return self._zone(row), self._house.content.calendar

    def _zone(self, row: Claimed) -> ZoneInfo:
        return ZoneInfo(row.zone) if row.zone else self._house.zone

    async def _load(self, rows: Sequence[Claimed]) -> dict[int, Any]:
        """Views by row id, None for a stale row; one load a kind, however many rows.

        Rows of a kind whose load fails are missing: the accident stays with them.
        """
        by_kind: dict[str, list[Claimed]] = defaultdict(list)
        for row in rows:
            by_kind[row.kind].append(row)
        views: dict[int, Any] = {}
        for kind, alike in by_kind.items():
            now, content = self._house.clock.now(), self._house.content
            try:
                async with self._house.reading() as session:
                    loaded = await self._notices[NoticeKind(kind)].load(session, alike, now, content)
            except Exception:
                log.exception("%s notices cannot be loaded", kind)
            else:
                views.update({row.id: loaded.get(row.id) for row in alike})
        return views

    async def _deliver(self, row: Claimed, view: Any) -> None:
        """One row from claim to record. Whatever befalls it befalls it alone."""
        try:
            await self._send_and_record(row, view)
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
        except Exception:
            log.exception("a %s notice, row %s", row.kind, row.id)
            await self._accident(row)

    async def _send_and_record(self, row: Claimed, view: Any) -> None:
        if row.account_id is None or row.platform is None or row.user_id is None:
            await self._dead(row, str(row.reach) if row.reach in CLOSED else NOT_CONNECTED)
            return
        messenger = self._messengers.get(Platform(row.platform))
        if messenger is None:
            await self._dead(row, "no_messenger")
            return
        words = load_words(row.locale, self._zone(row))
        notice = self._notices[NoticeKind(row.kind)].render(words, view, self._house.content)
        pace = self._paces[Platform(row.platform)]
        await pace.wait(row.user_id)
        if (silence := pace.held()) > 0:
            raise TryLater("too_many_requests", silence)
        message_id = await self._send(messenger, row, row.user_id, notice)
        async with self._house.transaction() as session:
            await outbox.record_sent(session, row, message_id, self._house.clock.now())

    async def _send(self, messenger: Messenger, row: Claimed, user_id: int, notice: Notice) -> int | None:
        if not row.edits:
            return await messenger.send(user_id, notice)
        if row.edits_message_id is not None:
            await messenger.edit(user_id, row.edits_message_id, notice)
        return row.edits_message_id

    async def _dead(self, row: Claimed, failure: str, gone: Unreachable | None = None) -> None:
        async with self._house.transaction() as session:
            reach = gone.reach if gone else None
            await outbox.record_dead(session, row, failure, self._house.clock.now(), reach)

    async def _accident(self, row: Claimed) -> None:
        async with self._house.transaction() as session:
            await outbox.record_accident(session, row, self._house.clock.now(), *self._calm(row))

    async def _later(self, row: Claimed, later: TryLater) -> None:
        now = self._house.clock.now()
        if later.seconds is not None and row.platform is not None:
            self._paces[Platform(row.platform)].hold(later.seconds)
        async with self._house.transaction() as session:
            if later.seconds is None:
                await outbox.record_failure(session, row, later.failure, now, *self._calm(row))
            else:
                until = now + timedelta(seconds=later.seconds)
                await outbox.record_wait(session, row, later.failure, until, *self._calm(row))
