import asyncio
from collections import OrderedDict

PER_SECOND = 28
"""Telegram allows about 30 messages a second to all chats."""

CHAT_BURST = 4
"""One message a second to a chat; short bursts pass."""

REMEMBERED_CHATS = 5000


class Pace:
    """Waits so that a messenger's limits are kept. Real seconds: they are the messenger's, not ours."""

    def __init__(self) -> None:
        self._free_at = 0.0
        self._chat_free_at: OrderedDict[int, float] = OrderedDict()

    async def wait(self, user_id: int) -> None:
        """Returns when a message to this chat may go."""
        now = asyncio.get_running_loop().time()
        free = max(self._free_at, now - 1) + 1 / PER_SECOND
        self._free_at = free
        chat_free = max(self._chat_free_at.pop(user_id, 0.0), now - CHAT_BURST) + 1
        self._chat_free_at[user_id] = chat_free
        if len(self._chat_free_at) > REMEMBERED_CHATS:
            self._chat_free_at.popitem(last=False)
        pause = max(free, chat_free) - now
        if pause > 0:
            await asyncio.sleep(pause)
