"""What a bot that plays beside the sandbox offers it, so that time and silence can be trusted."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Stage(Protocol):
    """Absent (None) when a foreign bot is played: then only the clock itself is turned."""

    async def turn(self, to: datetime) -> None:
        """Turn the shared clock to `to` and do all work that falls due on the way, in its order."""

    async def next_due(self) -> datetime | None:
        """When the next reminder or other due work falls, or None."""

    async def settle(self) -> None:
        """Return when the bot has handled every update it has confirmed."""
