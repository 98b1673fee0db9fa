"""The pace of messages on a loop whose time is turned by hand."""

import asyncio
from collections.abc import Iterator

import pytest

from scheduler import pacing
from scheduler.pacing import Pace


class Hand:
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.now = 100.0

    def time(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def hand(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hand]:
    hand = Hand()
    monkeypatch.setattr(asyncio, "get_running_loop", lambda: hand)
    monkeypatch.setattr(asyncio, "sleep", hand.sleep)
    yield hand
    monkeypatch.undo()


async def moments(hand: Hand, pace: Pace, users: list[int]) -> list[float]:
    went = []
    for user in users:
        await pace.wait(user)
        went.append(hand.now)
    return went


async def test_never_more_than_thirty_in_any_second(hand: Hand) -> None:
    """Also right after a pause, when a greedy bucket would let two seconds' worth through at once."""
    pace = Pace()
    went = await moments(hand, pace, list(range(100)))
    hand.now += 60
    went += await moments(hand, pace, list(range(100, 200)))
    assert max(sum(begin <= one < begin + 1 for one in went) for begin in went) <= 30
    assert went[99] - went[0] == pytest.approx(97 / 28, abs=0.1), "and hardly slower than allowed"


async def test_one_chat_gets_a_short_burst_then_one_a_second(hand: Hand) -> None:
    went = await moments(hand, Pace(), [7] * 8)
    assert went[pacing.CHAT_BURST - 1] - went[0] < 1
    assert went[-1] - went[0] >= 8 - pacing.CHAT_BURST - 0.01


async def test_old_chats_are_forgotten(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pacing, "REMEMBERED_CHATS", 10)
    pace = Pace()
    await moments(hand, pace, list(range(50)))
    assert len(pace._chat_free_at) == 10


async def test_silence_is_counted_down_and_never_shortened(hand: Hand) -> None:
    pace = Pace()
    assert pace.held() == 0
    pace.hold(5)
    pace.hold(1)
    hand.now += 2
    assert pace.held() == pytest.approx(3)
    hand.now += 4
    assert pace.held() == 0
