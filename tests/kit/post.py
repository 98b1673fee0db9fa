"""Delivery without a messenger: what would have been sent is written down, and refusals can be ordered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.settings import ROOT
from db.database import Database
from db.vocabulary import NoticeKind, Platform
from dialogs.common.context import House
from dialogs.common.notice import Notice
from dialogs.common.notice_type import NoticeType
from scheduler.deliver import Delivery
from scheduler.notices import all_notices
from scheduler.pacing import Pace
from scheduler.progress import Progress
from services.content import load_content
from tests.kit.pace import unpaced

MOSCOW = ZoneInfo("Europe/Moscow")
CONTENT = load_content(ROOT / "content")


class HandClock:
    def __init__(self, now: datetime) -> None:
        self.moment = now

    def now(self) -> datetime:
        return self.moment


class Post:
    """A messenger. `before` is called with the reader's id ahead of every message and may raise."""

    def __init__(self) -> None:
        self.sent: dict[int, list[Notice]] = defaultdict(list)
        self.edits: list[tuple[int, int, Notice]] = []
        self.before: Callable[[int], Awaitable[None]] | None = None
        self.last_id = 0

    async def send(self, user_id: int, notice: Notice) -> int:
        if self.before:
            await self.before(user_id)
        self.sent[user_id].append(notice)
        self.last_id += 1
        return self.last_id

    async def edit(self, user_id: int, message_id: int, notice: Notice) -> None:
        if self.before:
            await self.before(user_id)
        self.edits.append((user_id, message_id, notice))

    @property
    def count(self) -> int:
        return sum(map(len, self.sent.values()))


class Office:
    """A house with a clock in the hand, its delivery and its progress, all of one process."""

    def __init__(
        self,
        database: Database,
        now: datetime,
        *,
        pace: Callable[[], Pace] = unpaced,
        notices: Mapping[NoticeKind, NoticeType] | None = None,
    ) -> None:
        self.clock = HandClock(now)
        self.house = House(
            transaction=database.transaction,
            reading=database.reading,
            clock=self.clock,
            content=CONTENT,
            zone=MOSCOW,
            admin_code="",
        )
        self.post = Post()
        self.paces = {Platform.TELEGRAM: pace()}
        messengers = {Platform.TELEGRAM: self.post}
        self.delivery = Delivery(self.house, messengers, all_notices() if notices is None else notices, self.paces)
        self.progress = Progress(self.house, messengers, self.paces)

    async def deliver(self) -> None:
        while await self.delivery.deliver_due():
            pass
