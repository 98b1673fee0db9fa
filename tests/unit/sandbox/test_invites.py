"""Invite links and requests to join."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from sandbox import TurnableClock
from tests.unit.sandbox.client import Client
from tests.unit.sandbox.places import ANNA, BAD, BOT, ILYA, VIKTOR, Call, people, place, told, updates

WANTED = ["message", "my_chat_member", "chat_member", "chat_join_request"]


@pytest.fixture(autouse=True)
async def cast(http: Client) -> None:
    await people(http)


REFUSALS: list[Call] = [
    (
        "createChatInviteLink",
        {"creates_join_request": True, "member_limit": 2},
        "member limit can't be specified for links requiring administrator approval",
    ),
    ("createChatInviteLink", {"expire_date": 1}, "EXPIRE_DATE_INVALID"),
    ("createChatInviteLink", {"member_limit": 100_000}, "USAGE_LIMIT_INVALID"),
    ("editChatInviteLink", {"invite_link": "https://t.me/+nothing"}, "INVITE_HASH_EXPIRED"),
    ("editChatInviteLink", {"invite_link": "primary", "name": "x"}, "CHAT_INVITE_PERMANENT"),
    ("revokeChatInviteLink", {"invite_link": "revoked"}, "INVITE_HASH_EXPIRED"),
    (
        "createChatSubscriptionInviteLink",
        {"subscription_period": 5, "subscription_price": 5},
        "invalid subscription pricing specified",
    ),
    (
        "createChatSubscriptionInviteLink",
        {"subscription_period": 2592000, "subscription_price": 5},
        "PRICING_CHAT_INVALID",
    ),
    ("approveChatJoinRequest", {"user_id": ILYA}, "USER_ALREADY_PARTICIPANT"),
    ("approveChatJoinRequest", {"user_id": VIKTOR}, "HIDE_REQUESTER_MISSING"),
    ("declineChatJoinRequest", {"user_id": 999}, "PARTICIPANT_ID_INVALID"),
    ("declineChatJoinRequest", {"user_id": VIKTOR}, "HIDE_REQUESTER_MISSING"),
]


@pytest.mark.parametrize(("method", "params", "words"), REFUSALS)
async def test_refusals(http: Client, method: str, params: dict[str, Any], words: str) -> None:
    chat_id = await place(http)
    links = {"revoked": await http.ok("exportChatInviteLink", chat_id=chat_id)}
    links["primary"] = await http.ok("exportChatInviteLink", chat_id=chat_id)
    given = {name: links.get(value, value) if isinstance(value, str) else value for name, value in params.items()}
    assert await http.refused(method, chat_id=chat_id, **given) == BAD + words


async def test_a_link_changes_and_ends(http: Client, clock: TurnableClock) -> None:
    chat_id = await place(http)
    end = int(clock.now().timestamp()) + 600
    made = await http.ok("createChatInviteLink", chat_id=chat_id, name=" Весна  26 ", expire_date=end, member_limit=9)
    assert made == {
        "invite_link": made["invite_link"], "creator": {"id": BOT, "is_bot": True, "first_name": "Sandbox bot",
        "username": "metod_sandbox_bot"}, "creates_join_request": False, "is_primary": False, "is_revoked": False,
        "name": "Весна 26", "expire_date": end, "member_limit": 9,
    }  # fmt: skip
    link = {"chat_id": chat_id, "invite_link": made["invite_link"]}
    changed = await http.ok("editChatInviteLink", **link, creates_join_request=True)
    assert changed["creates_join_request"]
    assert not {"name", "expire_date", "member_limit"} & changed.keys()  # what is left out is taken away
    assert (await http.ok("revokeChatInviteLink", **link))["is_revoked"]
    await http.post(f"people/{VIKTOR}/join", {"link": made["invite_link"]}, 409)


async def test_a_new_primary_link_ends_the_old_one(http: Client) -> None:
    chat_id = await place(http)
    first, second = [await http.ok("exportChatInviteLink", chat_id=chat_id) for _ in range(2)]
    await http.post(f"people/{VIKTOR}/join", {"link": first}, 409)
    await http.ok("revokeChatInviteLink", chat_id=chat_id, invite_link=second)
    third = (await http.ok("getChat", chat_id=chat_id))["invite_link"]
    assert third not in (first, second)
    await http.post(f"people/{VIKTOR}/join", {"link": third})


async def test_joining_by_a_link(http: Client, clock: TurnableClock) -> None:
    chat_id = await place(http)
    await updates(http, *WANTED)
    link = (await http.ok("createChatInviteLink", chat_id=chat_id, member_limit=1))["invite_link"]
    await http.post(f"people/{ILYA}/join", {"link": link}, 409)
    await http.post(f"people/{VIKTOR}/join", {"link": link})
    (kind, member), (_, notice) = await told(http)
    assert (kind, member["from"]["id"], member["invite_link"]["invite_link"]) == ("chat_member", VIKTOR, link)
    assert (member["old_chat_member"]["status"], member["new_chat_member"]["status"]) == ("left", "member")
    assert notice["new_chat_members"][0]["id"] == VIKTOR
    await http.post(f"people/{VIKTOR}/leave", {"chat_id": chat_id})
    await http.post(f"people/{VIKTOR}/join", {"link": link}, 409)  # one was let in by it
    end = int(clock.now().timestamp()) + 60
    late = (await http.ok("createChatInviteLink", chat_id=chat_id, expire_date=end))["invite_link"]
    clock.turn_to(clock.now() + timedelta(seconds=61))
    await http.post(f"people/{VIKTOR}/join", {"link": late}, 409)


async def test_who_is_banned_cannot_come_back(http: Client) -> None:
    chat_id = await place(http, username="metod_mentors")
    await http.ok("banChatMember", chat_id=chat_id, user_id=VIKTOR)
    await http.post(f"people/{VIKTOR}/join", {"chat": "@metod_mentors"}, 409)
    await http.ok("unbanChatMember", chat_id=chat_id, user_id=VIKTOR)
    await http.post(f"people/{VIKTOR}/join", {"chat": "@metod_mentors"})
    assert (await http.ok("getChatMember", chat_id=chat_id, user_id=VIKTOR))["status"] == "member"


async def test_a_subscription(http: Client, clock: TurnableClock) -> None:
    channel = await place(http, "channel")
    month = 30 * 24 * 3600
    made = await http.ok(
        "createChatSubscriptionInviteLink", chat_id=channel, subscription_period=month, subscription_price=13
    )
    assert (made["subscription_period"], made["subscription_price"]) == (month, 13)
    link = {"chat_id": channel, "invite_link": made["invite_link"]}
    assert (await http.ok("editChatSubscriptionInviteLink", **link, name="Весна"))["subscription_price"] == 13
    await http.post(f"people/{VIKTOR}/join", {"link": made["invite_link"]})
    member = await http.ok("getChatMember", chat_id=channel, user_id=VIKTOR)
    assert member["until_date"] == int(clock.now().timestamp()) + month
    clock.turn_to(clock.now() + timedelta(days=30))
    assert (await http.ok("getChatMember", chat_id=channel, user_id=VIKTOR))["status"] == "left"


async def test_asking_to_join(http: Client, clock: TurnableClock) -> None:
    chat_id = await place(http)
    await updates(http, *WANTED)
    link = (await http.ok("createChatInviteLink", chat_id=chat_id, creates_join_request=True))["invite_link"]
    await http.post(f"people/{VIKTOR}/join", {"link": link})
    [(kind, asked)] = await told(http)
    assert (kind, asked["from"]["id"], asked["user_chat_id"]) == ("chat_join_request", VIKTOR, VIKTOR)
    assert asked["invite_link"]["pending_join_request_count"] == 1
    await http.ok("sendMessage", chat_id=VIKTOR, text="Кто вы?")  # she never started the bot
    clock.turn_to(clock.now() + timedelta(minutes=6))
    assert await http.refused("sendMessage", chat_id=VIKTOR, text="Ау") == f"{BAD}chat not found"
    await http.ok("approveChatJoinRequest", chat_id=chat_id, user_id=VIKTOR)
    (_, member), (_, notice) = await told(http)
    assert member["via_join_request"]
    assert member["invite_link"]["invite_link"] == link
    assert notice["new_chat_members"][0]["id"] == VIKTOR
    assert await http.refused("approveChatJoinRequest", chat_id=chat_id, user_id=VIKTOR) == (
        f"{BAD}USER_ALREADY_PARTICIPANT"
    )


async def test_a_declined_request_is_gone(http: Client) -> None:
    chat_id = await place(http)
    link = (await http.ok("createChatInviteLink", chat_id=chat_id, creates_join_request=True))["invite_link"]
    await http.post(f"people/{VIKTOR}/join", {"link": link})
    await http.ok("declineChatJoinRequest", chat_id=chat_id, user_id=VIKTOR)
    assert await http.refused("declineChatJoinRequest", chat_id=chat_id, user_id=VIKTOR) == (
        f"{BAD}HIDE_REQUESTER_MISSING"
    )
    assert (await http.ok("getChatMember", chat_id=chat_id, user_id=VIKTOR))["status"] == "left"


async def test_the_owner_of_a_private_chat_is_not_asked(http: Client) -> None:
    await http.post(f"people/{ANNA}/start")
    assert await http.refused("approveChatJoinRequest", chat_id=ANNA, user_id=ILYA) == (
        f"{BAD}the chat can't have join requests"
    )
