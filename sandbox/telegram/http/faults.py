"""Failures that were ordered: for a test, for a soak, for whoever wants to see what the bot does."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from sandbox.shapes import Json
from sandbox.telegram.errors import Refusal

WHEN = ("before", "after")
BODIES = ("html", "invalid", "half")
DEEDS = ("block", "deactivate")


@dataclass(slots=True)
class Fault:
    """An ordered failure, or slowness, of `method` ("send*": any that begins so, "*": any but getUpdates).

    `person_id`: only of calls about this person.

    `when`: "before" the method acts or "after" it (done, but the answer is lost).
    `status` 0 cuts the connection. `delay` real seconds pass first.
    `body`: the answer is a proxy's page ("html", 502), JSON without its end ("invalid"), or breaks off with half of
    its bytes ("half"); the last two, after the method and with no error named, spoil its true answer.
    `person_does`: the person of the chat blocks the bot or deletes the account just then.
    `times` counts down, None is for ever. `every` n-th call that fits is struck, or each with a `probability` (by
    `seed` the same calls in every run); without these every call. A fault that names no failure is 500, unless it has
    a `delay` or a deed: then the call itself goes well.
    """

    method: str
    status: int | None = None
    description: str | None = None
    retry_after: int | None = None
    times: int | None = 1
    when: str = "before"
    person_id: int | None = None
    delay: float = 0.0
    body: str | None = None
    person_does: str | None = None
    every: int | None = None
    probability: float | None = None
    seed: int = 0
    met: int = field(default=0, init=False)
    struck: int = field(default=0, init=False)
    _dice: Random = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._dice = Random(self.seed)

    def card(self) -> Json:
        """As the control API shows it; `met` calls fitted, `struck` of them failed."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__ if name != "_dice"}

    def fits(self, method: str, chat_id: object) -> bool:
        """Whether it may strike this call."""
        return _names(self.method.lower(), method.lower()) and self.person_id in (None, chat_id)

    def due(self) -> bool:
        """Whether it strikes the call that it fits; counts the call."""
        self.met += 1
        if self.every is not None:
            return self.met % self.every == 0
        return self.probability is None or self._dice.random() < self.probability

    def refusal(self) -> Refusal | None:
        """What the bot gets instead of the answer; None: its answer, late or spoilt."""
        if self.retry_after is not None:
            text = self.description or f"Too Many Requests: retry after {self.retry_after}"
            return Refusal(429 if self.status is None else self.status, text, {"retry_after": self.retry_after})
        named = self.status is not None or self.description is not None
        if self.body == "html":
            return Refusal(self.status or 502, self.description or "Bad Gateway")
        spoils = self.body is not None and self.when == "after"
        if (self.delay or self.person_does or spoils) and not named:
            return None
        if self.status == 0:
            return Refusal(0, self.description or "")  # the bot hears no words
        return Refusal(self.status or 500, self.description or "Internal Server Error")


@dataclass(slots=True)
class Faults:
    """Ordered faults, in the order they were given. `person_acts` lets a person do one of DEEDS."""

    ordered: list[Fault] = field(default_factory=list)
    person_acts: Callable[[object, str], None] = lambda chat_id, deed: None

    def take(self, method: str, chat_id: object) -> Fault | None:
        """The fault that strikes this call, counted down."""
        for fault in self.ordered:
            if fault.fits(method, chat_id) and fault.due():
                fault.struck += 1
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times <= 0:
                        self.ordered.remove(fault)
                return fault
        return None

    async def strike(self, fault: Fault | None, when: str, chat_id: object) -> None:
        """Let the fault happen, if this is its moment. Raises the Refusal that the bot is to get."""
        if fault is None or fault.when != when:
            return
        if fault.delay:
            await asyncio.sleep(fault.delay)
        if fault.person_does:
            self.person_acts(chat_id, fault.person_does)
        refusal = fault.refusal()
        if refusal is not None:
            raise refusal


def _names(ordered: str, method: str) -> bool:
    """Whether the method of a fault means this one; both in small letters."""
    if ordered.endswith("*"):
        return method != "getupdates" and method.startswith(ordered[:-1])
    return ordered == method
