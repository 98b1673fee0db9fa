"""How fast a bot may send: the rules by a table, and what a bot sees of them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from sandbox import Sandbox, TurnableClock
from sandbox.telegram.http.limits import GROUP, OVERALL, PERSON, Bucket, Limits, Rule, counts, price, rule_of
from sandbox.world import Person
from tests.unit.sandbox.client import Client

TOO_MANY = "Too Many Requests: retry after "


@pytest.mark.parametrize(
    ("rule", "paid", "later", "wait"),
    [
        (PERSON, 4, 0, 0),
        (PERSON, 5, 0, 1),
        (PERSON, 5, 0.5, 1),
        (PERSON, 5, 1, 0),
        (PERSON, 15, 0, 11),  # an album of ten after five messages
        (PERSON, 15, 10.9, 1),
        (GROUP, 19, 0, 0),
        (GROUP, 20, 0, 3),
        (GROUP, 20, 3, 0),
        (GROUP, 29, 0, 30),
        (OVERALL, 29, 0, 0),
        (OVERALL, 30, 0, 1),
        (OVERALL, 30, 0.04, 0),
        (OVERALL, 90, 0, 3),
    ],
)
def test_a_bucket(rule: Rule, paid: int, later: float, wait: int) -> None:
    bucket = Bucket(rule, 1000.0)
    bucket.pay(paid, 1000.0)
    assert bucket.wait(1000.0 + later) == wait


@pytest.mark.parametrize("paid", range(1, 70))
@pytest.mark.parametrize("rule", [PERSON, GROUP, OVERALL])
def test_after_the_wait_it_passes(rule: Rule, paid: int) -> None:
    now = 1_790_000_000.123
    bucket = Bucket(rule, now)
    bucket.pay(paid, now)
    assert bucket.wait(now + bucket.wait(now)) == 0


def test_a_full_bucket_is_never_fuller() -> None:
    bucket = Bucket(PERSON, 0)
    bucket.pay(5, 1_000_000)
    assert bucket.wait(1_000_000) == 1


@pytest.mark.parametrize(
    ("method", "counted"),
    [
        ("sendMessage", True),
        ("sendMediaGroup", True),
        ("copyMessages", True),
        ("forwardMessage", True),
        ("editMessageText", True),
        ("sendChatAction", False),
        ("sendMessageDraft", False),
        ("deleteMessage", False),
        ("answerCallbackQuery", False),
        ("getUpdates", False),
    ],
)
def test_what_counts(method: str, counted: bool) -> None:
    assert counts(method) is counted


def test_which_rule_and_how_many() -> None:
    assert [rule_of(chat) for chat in (501, -100500, "@mmc")] == [PERSON, GROUP, GROUP]
    assert price({"media": [{}, {}]}) == 2
    assert price({"media": {"type": "photo"}}) == price({"text": "x"}) == 1
    assert price({"message_ids": [1, 2, 3]}) == 3


def test_switched_off_nothing_is_counted() -> None:
    limits = Limits()
    for _ in range(100):
        limits.pay("sendMessage", {"chat_id": 501}, 0)
    assert limits.wait("sendMessage", {"chat_id": 501}, 0) == 0
    limits.switch(on=True)
    assert limits.wait("sendMessage", {"chat_id": 501}, 0) == 0


async def test_one_message_a_second_to_a_person(http: Client, anna: Person, clock: TurnableClock) -> None:
    assert await http.get("limits") == {"on": False}
    assert await http.post("limits", {"on": True}) == {"on": True}
    for number in range(5):
        await http.ok("sendMessage", chat_id=501, text=f"{number}")
    last = (await http.get("people/501/chat"))["messages"][-1]["message_id"]
    for method, params in (("sendMessage", {"text": "6"}), ("editMessageText", {"message_id": last, "text": "6"})):
        async with http.session.post(f"/bot{http.token}/{method}", json={"chat_id": 501, **params}) as response:
            assert (response.status, response.headers["Retry-After"]) == (429, "1")
            body = await response.json()
            assert (body["description"], body["parameters"]) == (f"{TOO_MANY}1", {"retry_after": 1})
    texts = [message["text"] for message in (await http.get("people/501/chat"))["messages"]]
    assert texts == list("01234")  # what was refused has no effect
    await http.ok("sendChatAction", chat_id=501, action="typing")
    clock.turn_to(clock.now() + timedelta(seconds=1))
    await http.ok("sendMessage", chat_id=501, text="6")
    assert await http.refused("sendMessage", chat_id=501, text="7") == f"{TOO_MANY}1"


async def test_what_is_refused_for_another_reason_costs_nothing(http: Client, anna: Person) -> None:
    await http.post("limits", {"on": True})
    for _ in range(10):
        assert "empty" in await http.refused("sendMessage", chat_id=501, text="")
        assert "not found" in await http.refused("editMessageText", chat_id=501, message_id=1, text="x")
    await http.ok("sendMessage", chat_id=501, text="x")


async def test_twenty_a_minute_to_a_group_and_thirty_a_second_to_all(
    http: Client, sandbox: Sandbox, clock: TurnableClock
) -> None:
    group = sandbox.world.add_group("supergroup", "Учителя")
    await http.post("chats", {"type": "supergroup", "title": "Математики", "id": -100_77})
    people = [sandbox.world.add_person(f"Учитель {number}", started=True) for number in range(11)]
    await http.post("limits", {"on": True})
    assert group.id < 0
    for _ in range(20):
        await http.ok("sendMessage", chat_id=-100_77, text="x")
    assert await http.refused("sendMessage", chat_id=-100_77, text="x") == f"{TOO_MANY}3"
    for person in people[:10]:
        await http.ok("sendMessage", chat_id=person.id, text="x")
    assert await http.refused("sendMessage", chat_id=people[10].id, text="x") == f"{TOO_MANY}1"
    clock.turn_to(clock.now() + timedelta(seconds=1))
    await http.ok("sendMessage", chat_id=people[10].id, text="x")


async def test_the_switch_is_read_strictly(http: Client) -> None:
    wrong: Any
    for wrong in ({}, {"on": "yes"}, {"on": 1}, []):
        assert "error" in await http.post("limits", wrong, status=400)
