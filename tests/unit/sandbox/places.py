"""Groups of the tests: Анна owns them, Илья is a member, Виктор is outside."""

from __future__ import annotations

from typing import Any

from tests.unit.sandbox.client import Client

ANNA, ILYA, VIKTOR = 501, 502, 503
BAD = "Bad Request: "
BOT = 42

Call = tuple[str, dict[str, Any], str]
"""A method, its parameters, and the words of the refusal."""


async def people(http: Client) -> None:
    for id, name in ((ANNA, "Анна"), (ILYA, "Илья"), (VIKTOR, "Виктор")):
        await http.post("people", {"id": id, "first_name": name})


async def place(http: Client, type: str = "supergroup", **given: Any) -> int:
    """A group; `bot`: its status, or its membership when rights are missing."""
    members = [{"user_id": ANNA, "status": "creator"}, {"user_id": ILYA, "status": "member"}]
    made = await http.post("chats", {"type": type, "title": "Наставники", "members": members, **given})
    return int(made["id"])


def without(*rights: str) -> dict[str, Any]:
    """The bot as an administrator who lacks these rights."""
    return {"status": "administrator", **dict.fromkeys(rights, False)}


async def updates(http: Client, *kinds: str) -> list[Any]:
    """What the bot has been told since it last looked."""
    given: dict[str, Any] = {"allowed_updates": list(kinds)} if kinds else {}
    found = await http.ok("getUpdates", **given)
    if found:
        await http.ok("getUpdates", offset=found[-1]["update_id"] + 1)
    return [(next(kind for kind in update if kind != "update_id"), update) for update in found]


async def told(http: Client) -> list[tuple[str, dict[str, Any]]]:
    """The updates as (kind, body)."""
    return [(kind, update[kind]) for kind, update in await updates(http)]
