"""The messenger broken on purpose: what the bot gets, and what has happened all the same."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
import pytest

from sandbox import Sandbox
from sandbox.telegram.http.faults import Fault, Faults
from sandbox.world import Person
from tests.unit.sandbox.client import Client


async def texts(http: Client) -> list[str]:
    return [message["text"] for message in (await http.get("people/501/chat"))["messages"]]


async def raw(http: Client, text: str = "x") -> tuple[int, str, bytes]:
    address = f"/bot{http.token}/sendMessage"
    async with http.session.post(address, json={"chat_id": 501, "text": text}) as response:
        return response.status, response.content_type, await response.read()


@pytest.mark.parametrize(("when", "left"), [("before", []), ("after", ["x"])])
async def test_a_bad_gateway_speaks_html(http: Client, anna: Person, when: str, left: list[str]) -> None:
    await http.post("faults", [{"method": "sendMessage", "body": "html", "when": when}])
    status, kind, body = await raw(http)
    assert (status, kind) == (502, "text/html")
    assert body.startswith(b"<html>")
    assert await texts(http) == left
    await http.ok("sendMessage", chat_id=501, text="y")


async def test_the_answer_to_a_success_is_no_json(http: Client, anna: Person) -> None:
    await http.post("faults", [{"method": "sendMessage", "body": "invalid", "when": "after"}])
    status, kind, body = await raw(http)
    assert (status, kind) == (200, "application/json")
    assert body.startswith(b'{"ok":true')
    with pytest.raises(ValueError, match=r"."):
        json.loads(body)
    assert await texts(http) == ["x"]


async def test_half_of_an_answer(http: Client, anna: Person) -> None:
    await http.post("faults", [{"method": "sendMessage", "body": "half", "when": "after"}])
    with pytest.raises(aiohttp.ClientPayloadError):
        await raw(http)
    assert await texts(http) == ["x"]
    await http.post("faults", [{"method": "sendMessage", "body": "half", "status": 500}])
    with pytest.raises(aiohttp.ClientPayloadError):
        await raw(http)
    assert await texts(http) == ["x"]


async def test_a_person_blocks_the_bot_in_between(http: Client, anna: Person) -> None:
    await http.post("faults", [{"method": "sendMessage", "person_does": "block"}])
    assert await http.refused("sendMessage", chat_id=501, text="x") == "Forbidden: bot was blocked by the user"
    update = (await http.ok("getUpdates"))[-1]
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    await http.post("people/501/block", {"blocked": False})
    await http.post("faults", [{"method": "sendMessage", "person_does": "deactivate", "when": "after"}])
    await http.ok("sendMessage", chat_id=501, text="x")
    assert await http.refused("sendMessage", chat_id=501, text="y") == "Forbidden: user is deactivated"


async def test_every_third_call(http: Client, anna: Person) -> None:
    await http.post("faults", [{"method": "sendMessage", "every": 3, "status": 500}])
    went = [(await http.api("sendMessage", chat_id=501, text="x"))["ok"] for _ in range(7)]
    assert went == [True, True, False, True, True, False, True]
    fault = (await http.get("faults"))[0]
    assert (fault["met"], fault["struck"], fault["times"]) == (7, 2, None)


async def test_a_probability_with_a_seed_is_the_same_every_time(http: Client, anna: Person) -> None:
    async def played(seed: int) -> list[bool]:
        await http.post("faults", [{"method": "sendMessage", "probability": 0.4, "seed": seed, "status": 500}])
        return [(await http.api("sendMessage", chat_id=501, text="x"))["ok"] for _ in range(40)]

    first = await played(1)
    assert 8 <= first.count(False) <= 24
    assert await played(1) == first
    assert await played(2) != first


async def test_times_ends_also_a_fault_of_every_second_call(http: Client, anna: Person) -> None:
    await http.post("faults", [{"method": "sendMessage", "every": 2, "times": 1, "status": 500}])
    went = [(await http.api("sendMessage", chat_id=501, text="x"))["ok"] for _ in range(4)]
    assert went == [True, False, True, True]
    await http.post("faults", [{"method": "sendMessage", "times": None, "status": 500}])
    assert [(await http.api("sendMessage", chat_id=501, text="x"))["ok"] for _ in range(5)] == [False] * 5


async def test_a_method_in_a_small_hand_is_struck_too(http: Client, anna: Person) -> None:
    await http.post("faults", [{"method": "SENDMESSAGE", "status": 500, "description": "Internal Server Error"}])
    assert await http.refused("sendmessage", chat_id=501, text="x") == "Internal Server Error"


WRONG: list[tuple[Any, str]] = [
    ({}, "a list of faults is needed"),
    ([5], "faults[0]: an object is needed"),
    ([{}], 'faults[0].method: a method of the Bot API, "*", or one like "send*" is needed'),
    ([{"method": None}], 'faults[0].method: a method of the Bot API, "*", or one like "send*" is needed'),
    ([{"method": "sendNothing"}], 'faults[0].method: a method of the Bot API, "*", or one like "send*" is needed'),
    ([{"method": "*"}, {"method": "*", "colour": 1}], "faults[1].colour: there is no such field, only method, status"),
    ([{"method": "*", "status": "500"}], "faults[0].status: 0 (the connection is cut) or 400–599 is needed"),
    ([{"method": "*", "status": True}], "faults[0].status: 0"),
    ([{"method": "*", "status": 301}], "faults[0].status: 0"),
    ([{"method": "*", "retry_after": 0}], "faults[0].retry_after: a whole number of seconds, 1 or more, is needed"),
    ([{"method": "*", "times": 0}], "faults[0].times"),
    ([{"method": "*", "when": "later"}], "faults[0].when: before or after is needed"),
    ([{"method": "*", "when": None}], "faults[0].when: before or after is needed"),
    ([{"method": "*", "when": []}], "faults[0].when: before or after is needed"),
    ([{"method": "*", "delay": -1}], "faults[0].delay"),
    ([{"method": "*", "delay": "1"}], "faults[0].delay"),
    ([{"method": "*", "body": "xml"}], "faults[0].body: html or invalid or half is needed"),
    ([{"method": "*", "person_does": "sing"}], "faults[0].person_does: block or deactivate is needed"),
    ([{"method": "*", "every": 0}], "faults[0].every"),
    ([{"method": "*", "probability": 0}], "faults[0].probability"),
    ([{"method": "*", "probability": 1.5}], "faults[0].probability"),
    ([{"method": "*", "every": 2, "probability": 0.5}], "faults[0]: every or probability, not both"),
    ([{"method": "*", "seed": "x"}], "faults[0].seed"),
    ([{"method": "*", "met": 5}], "faults[0].met: there is no such field"),
]


@pytest.mark.parametrize(("posted", "problem"), WRONG)
async def test_a_fault_is_read_strictly(http: Client, posted: Any, problem: str) -> None:
    await http.post("faults", [{"method": "sendMessage"}])
    assert problem in (await http.post("faults", posted, status=400))["error"]
    assert len(await http.get("faults")) == 1  # those ordered before stand


async def test_a_listed_fault_can_be_ordered_again(http: Client, sandbox: Sandbox) -> None:
    listed = await http.post("faults", [{"method": "getMe", "status": 500}])
    given = {name: value for name, value in listed[0].items() if name not in ("met", "struck")}
    assert await http.post("faults", [given]) == listed


def test_times_are_counted_down_to_none() -> None:
    ordered = Faults([Fault("sendMessage", times=2)])
    struck = [ordered.take("sendMessage", 501) is not None for _ in range(4)]
    assert struck == [True, True, False, False]
    assert ordered.ordered == []


def test_a_star_means_all_but_get_updates() -> None:
    ordered = Faults([Fault("*", times=None)])
    assert ordered.take("getUpdates", None) is None
    assert ordered.take("getMe", None) is not None
