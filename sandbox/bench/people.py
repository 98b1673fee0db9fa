"""People who answer at once: each acts, waits for what the bot makes of it, and acts again."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from typing import Any

from sandbox import Sandbox
from sandbox.control import acts
from sandbox.world import Message, Person

PATIENCE_SECONDS = 30.0


class Crowd:
    def __init__(self, sandbox: Sandbox) -> None:
        self._world = sandbox.world
        self._heard: dict[int, asyncio.Event] = defaultdict(asyncio.Event)
        self._world.listeners.append(self._listen)

    def _listen(self, kind: str, person_id: int | None, about: object) -> None:
        if person_id is None or kind not in {"message", "edit"}:
            return
        if isinstance(about, Message) and about.out:
            self._heard[person_id].set()

    async def step(self, person: Person, act: Callable[[], Any]) -> None:
        """Act and wait until the bot has said or changed something. Raises TimeoutError when it does not."""
        heard = self._heard[person.id]
        heard.clear()
        act()
        await asyncio.wait_for(heard.wait(), PATIENCE_SECONDS)

    async def say(self, person: Person, text: str) -> None:
        await self.step(person, lambda: acts.say(self._world, person, text))

    async def press(self, person: Person, label: str) -> None:
        """Press the newest button that holds `label`."""
        for message in reversed(self._world.chats[person.id].messages.values()):
            for button in message.buttons():
                if label in button["text"]:
                    data = button["callback_data"]
                    await self.step(person, lambda: acts.press(self._world, person, message.id, data))  # noqa: B023
                    return
        raise LookupError(f"nobody offers «{label}»")

    async def everybody(self, people: list[Person], walk: Callable[[Person], Awaitable[None]]) -> float:
        """Everybody walks at once. Returns the seconds it took."""
        loop = asyncio.get_running_loop()
        begun = loop.time()
        await asyncio.gather(*(walk(person) for person in people))
        return loop.time() - begun
