import asyncio
from collections import OrderedDict
from math import inf

PER_SECOND = 28.0
"""Telegram allows about 30 messages a second to all chats."""

BURST = 2
"""Messages beyond the even flow after a pause: together never more than 30 within any second."""

CHAT_BURST = 4
"""One message a second to a chat; short bursts pass."""

REMEMBERED_CHATS = 5000


class Pace:
    """Waits so that a messenger's limits are kept. Real seconds: they are the messenger's, not ours."""

    def __init__(self, per_second: float = PER_SECOND, per_chat: float = 1.0) -> None:
        """`inf` for whoever need not wait, such as a test."""
        self._step = 1 / per_second
        self._chat_step = 1 / per_chat
        self._free_at = -inf
        self._chat_free_at: OrderedDict[int, float] = OrderedDict()
        self._held_until = -inf

    async def wait(self, user_id: int) -> None:
        """Returns when a message to this chat may go, or when the messenger has asked for silence meanwhile."""
        now = asyncio.get_running_loop().time()
        free = max(self._free_at, now - BURST * self._step) + self._step
        self._free_at = free
        chat_free = max(self._chat_free_at.pop(user_id, -inf), now - CHAT_BURST * self._chat_step) + self._chat_step
        self._chat_free_at[user_id] = chat_free
        if len(self._chat_free_at) > REMEMBERED_CHATS:
            self._chat_free_at.popitem(last=False)
        pause = max(free, chat_free) - now
        if pause > 0:
            await asyncio.sleep(pause)

    def hold(self, seconds: float) -> None:
        """The messenger asked for silence (429). It speaks of the bot, not of the one message."""
        self._held_until = max(self._held_until, asyncio.get_running_loop().time() + seconds)

    def held(self) -> float:
        """How many seconds of that silence are left."""
        return max(0.0, self._held_until - asyncio.get_running_loop().time())
