"""What a window or handler knows about the update it serves: who, in which words, and the doors of the house."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from aiogram_dialog import DialogManager

from locales import Words, load_words
from services.clock import Clock
from services.content import Content
from services.errors import Stranger
from services.people.service import visitor as find_visitor
from services.people.views import PersonView, Visitor

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from db.vocabulary import Platform

KEY = "context"


async def _nothing_to_follow(user_id: int, locale: str, own: str | None) -> None:
    """A messenger that shows nothing of the bot beside its messages."""


@dataclass(frozen=True)
class House:
    """What is the same for every update of the process."""

    transaction: Callable[[], AbstractAsyncContextManager[AsyncSession]]
    reading: Callable[[], AbstractAsyncContextManager[AsyncSession]]
    clock: Clock
    content: Content
    zone: ZoneInfo
    admin_code: str
    language_chosen: Callable[[int, str, str | None], Awaitable[None]] = _nothing_to_follow
    """(user id, language now chosen, language of the messenger): what the messenger shows by itself follows."""


@dataclass(frozen=True)
class Context:
    house: House
    platform: Platform
    user_id: int
    visitor: Visitor

    @property
    def person(self) -> PersonView:
        """Whoever has entered, by name or anonymously. Raises Stranger for anybody else."""
        if self.visitor.person is None:
            raise Stranger()
        return self.visitor.person

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.visitor.zone) if self.visitor.zone else self.house.zone

    @property
    def locale(self) -> str:
        return self.visitor.locale

    @property
    def words(self) -> Words:
        return load_words(self.locale, self.zone)

    @property
    def content(self) -> Content:
        return self.house.content

    def now(self) -> datetime:
        return self.house.clock.now()

    def transaction(self) -> AbstractAsyncContextManager[AsyncSession]:
        """A short transaction for one use case; never hold it across a call to the messenger."""
        return self.house.transaction()

    def reading(self) -> AbstractAsyncContextManager[AsyncSession]:
        return self.house.reading()


def context(manager: DialogManager) -> Context:
    found: Context = manager.middleware_data[KEY]
    return found


async def refresh(manager: DialogManager) -> Context:
    """Read the visitor anew, after a handler has changed who she is or which language she reads."""
    old = context(manager)
    async with old.reading() as session:
        found = await find_visitor(session, old.platform, old.user_id, old.now())
    assert found is not None
    new = replace(old, visitor=found)
    manager.middleware_data[KEY] = new
    return new
