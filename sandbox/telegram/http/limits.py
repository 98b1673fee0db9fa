"""How fast a bot may send: 30 messages a second to all, 1 a second to one person, 20 a minute to one group.

Each is a bucket of tokens. The bucket of everybody and that of a group hold what the rule names, that of a person
holds 5: Telegram lets short bursts pass and does not document how short. A message takes a token, an album one for
each of its items: it passes when one token is there, and is paid off afterwards. Edits count as messages.

Time is the clock of the play: a turned clock fills the buckets, a frozen one does not, so `retry_after` is kept by
turning the clock that far. A bot that sends nothing for `retry_after` seconds of it is never refused after them.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from sandbox.shapes import Json

_COUNTED = ("send", "copyMessage", "forwardMessage", "editMessage")
_UNCOUNTED = ("sendChatAction", "sendMessageDraft", "sendRichMessageDraft")
_ROUNDING = 1e-6


@dataclass(slots=True, frozen=True)
class Rule:
    """Tokens a second, and how many a full bucket holds."""

    per_second: float
    burst: int


OVERALL = Rule(30, 30)
PERSON = Rule(1, 5)
GROUP = Rule(20 / 60, 20)


class Bucket:
    """Full when it is new. Below zero is debt."""

    def __init__(self, rule: Rule, now: float) -> None:
        self._rule = rule
        self._tokens = float(rule.burst)
        self._at = now

    def wait(self, now: float) -> int:
        """Whole seconds until a token is there; 0: now."""
        self._fill(now)
        return max(0, ceil((1 - self._tokens) / self._rule.per_second - _ROUNDING))

    def pay(self, tokens: int, now: float) -> None:
        """Take tokens, also such as are not there yet."""
        self._fill(now)
        self._tokens -= tokens

    def _fill(self, now: float) -> None:
        self._tokens = min(self._rule.burst, self._tokens + (now - self._at) * self._rule.per_second)
        self._at = now


class Limits:
    """Off until `on` is set. `now` is the second of the play, with its fraction."""

    def __init__(self, *, on: bool = False) -> None:
        self._on = on
        self._overall: Bucket | None = None
        self._chats: dict[int | str, Bucket] = {}

    @property
    def on(self) -> bool:
        """Whether anything is refused."""
        return self._on

    def switch(self, *, on: bool) -> None:
        """Switched on, everybody begins with full buckets."""
        self._on = on
        self._overall = None
        self._chats.clear()

    def wait(self, method: str, params: Json, now: float) -> int:
        """Seconds after which this call may be made; 0: now."""
        if not self._on or not counts(method):
            return 0
        return max(bucket.wait(now) for bucket in self._buckets(params, now))

    def pay(self, method: str, params: Json, now: float) -> None:
        """The call was made."""
        if self._on and counts(method):
            for bucket in self._buckets(params, now):
                bucket.pay(price(params), now)

    def _buckets(self, params: Json, now: float) -> list[Bucket]:
        if self._overall is None:
            self._overall = Bucket(OVERALL, now)
        chat_id: int | str | None = params.get("chat_id")
        if chat_id is None:  # an inline message: nobody's chat
            return [self._overall]
        if chat_id not in self._chats:
            self._chats[chat_id] = Bucket(rule_of(chat_id), now)
        return [self._overall, self._chats[chat_id]]


def counts(method: str) -> bool:
    """Whether this method sends or edits a message."""
    return method.startswith(_COUNTED) and method not in _UNCOUNTED


def rule_of(chat_id: int | str) -> Rule:
    """A person's chat has a positive id; groups and channels a negative one or an @name."""
    return PERSON if isinstance(chat_id, int) and chat_id > 0 else GROUP


def price(params: Json) -> int:
    """How many messages the call makes."""
    many = params.get("media") or params.get("message_ids")
    return max(1, len(many)) if isinstance(many, list) else 1
