from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from dialogs.common.notice import Notice
from locales import Words
from services.content import Content
from services.outbox.model import Claimed

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

Loader = Callable[["AsyncSession", Sequence[Claimed], datetime, Content], Awaitable[Mapping[int, Any]]]
"""Row id → view, for the rows that still hold true; a row left out is stale and not sent."""

Renderer = Callable[[Words, Any, Content], Notice]


@dataclass(frozen=True)
class NoticeType:
    load: Loader
    render: Renderer
