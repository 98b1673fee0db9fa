"""Banned, restricted, let in again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sandbox import TurnableClock
from tests.unit.sandbox.client import Client
from tests.unit.sandbox.places import ANNA, BOT, ILYA, VIKTOR, people, place, told, updates

ALL = ["message", "channel_post", "my_chat_member", "chat_member"]


@pytest.fixture(autouse=True)
async def cast(http: Client) -> None:
    await people(http)


async def test_a_ban_ends_by_itself(http: Client, clock: TurnableClock) -> None:
    chat_id = await place(http)
    await updates(http, *ALL)
    end = int(clock.now().timestamp()) + 60
    await http.ok("banChatMember", chat_id=chat_id, user_id=ILYA, until_date=end)
    (kind, member), (_, notice) = await told(http)
    assert kind == "chat_member"
    assert (member["old_chat_member"]["status"], member["new_chat_member"]["status"]) == ("member", "kicked")
    assert member["from"]["id"] == BOT
    assert member["new_chat_member"]["until_date"] == end
    assert notice["left_chat_member"]["id"] == ILYA
    assert (await http.post(f"people/{ILYA}/say", {"text": "?", "chat_id": chat_id}, 409))["error"]
    clock.turn_to(clock.now() + timedelta(seconds=60))
    assert (await http.ok("getChatMember", chat_id=chat_id, user_id=ILYA))["status"] == "left"


@pytest.mark.parametrize("seconds", [0, 29, 366 * 24 * 3600 + 1])
async def test_a_ban_too_short_or_too_long_is_for_ever(http: Client, clock: TurnableClock, seconds: int) -> None:
    chat_id = await place(http)
    end = int(clock.now().timestamp()) + seconds if seconds else 0
    await http.ok("banChatMember", chat_id=chat_id, user_id=ILYA, until_date=end)
    assert (await http.ok("getChatMember", chat_id=chat_id, user_id=ILYA))["until_date"] == 0


async def test_unbanning(http: Client) -> None:
    chat_id = await place(http)
    await http.ok("unbanChatMember", chat_id=chat_id, user_id=ILYA, only_if_banned=True)
    assert (await http.ok("getChatMember", chat_id=chat_id, user_id=ILYA))["status"] == "member"
    await http.ok("banChatMember", chat_id=chat_id, user_id=ILYA)
    await http.ok("unbanChatMember", chat_id=chat_id, user_id=ILYA, only_if_banned=True)
    assert (await http.ok("getChatMember", chat_id=chat_id, user_id=ILYA))["status"] == "left"
    again = await place(http)
    await http.ok("unbanChatMember", chat_id=again, user_id=ILYA)  # takes her out
    assert (await http.ok("getChatMember", chat_id=again, user_id=ILYA))["status"] == "left"


async def test_in_a_group_one_is_only_taken_out(http: Client) -> None:
    chat_id = await place(http, "group")
    await http.ok("banChatMember", chat_id=chat_id, user_id=ILYA)
    assert await http.ok("getChatMember", chat_id=chat_id, user_id=ILYA) == {
        "status": "left",
        "user": {"id": ILYA, "is_bot": False, "first_name": "Илья", "language_code": "ru"},
    }


async def test_restricting_and_lifting(http: Client) -> None:
    chat_id = await place(http)
    await http.ok("restrictChatMember", chat_id=chat_id, user_id=ILYA, permissions={"can_send_polls": True})
    restricted = await http.ok("getChatMember", chat_id=chat_id, user_id=ILYA)
    assert restricted["is_member"]
    assert (restricted["can_send_messages"], restricted["can_send_photos"]) == (True, False)
    assert restricted["can_react_to_messages"]  # as can_send_messages, when nothing is said
    every = [name for name in restricted if name.startswith("can_")]
    await http.ok("restrictChatMember", chat_id=chat_id, user_id=ILYA, permissions=dict.fromkeys(every, True))
    assert (await http.ok("getChatMember", chat_id=chat_id, user_id=ILYA))["status"] == "member"


@pytest.mark.parametrize(
    ("asked", "independent", "granted"),
    [
        ({"can_send_other_messages": True}, False, {"can_send_messages", "can_send_voice_notes"}),
        ({"can_send_other_messages": True}, True, set()),
        ({"can_send_polls": True}, False, {"can_send_messages"}),
        ({"can_pin_messages": True}, True, {"can_edit_tag", "can_manage_topics"}),
        ({"can_pin_messages": True, "can_manage_topics": False}, True, {"can_edit_tag"}),
    ],
)
async def test_what_one_permission_implies(
    http: Client, asked: dict[str, bool], independent: bool, granted: set[str]
) -> None:
    chat_id = await place(http)
    await http.ok(
        "setChatPermissions", chat_id=chat_id, permissions=asked, use_independent_chat_permissions=independent
    )
    permissions = (await http.ok("getChat", chat_id=chat_id))["permissions"]
    watched = {"can_send_messages", "can_send_voice_notes", "can_edit_tag", "can_manage_topics"}
    assert {name for name in watched if permissions[name]} == granted


async def test_banning_a_channel_that_writes_in_a_group(http: Client) -> None:
    chat_id, channel = await place(http), await place(http, "channel")
    assert await http.ok("banChatSenderChat", chat_id=chat_id, sender_chat_id=channel)
    assert await http.ok("unbanChatSenderChat", chat_id=chat_id, sender_chat_id=channel)


async def test_only_who_may_restrict_lets_the_banned_in_again(http: Client) -> None:
    chat_id = await place(http)
    act = {"chat_id": chat_id, "user_id": VIKTOR}
    await http.post(f"people/{ANNA}/member", {**act, "status": "kicked"})
    await http.post(f"people/{ILYA}/member", {**act, "status": "member"}, 409)
    await http.post(f"people/{ANNA}/member", {**act, "status": "member"})


async def test_a_restriction_waits_outside(http: Client) -> None:
    chat_id = await place(http, username="metod_mentors")
    await http.ok("restrictChatMember", chat_id=chat_id, user_id=ILYA, permissions={})
    await http.post(f"people/{ILYA}/leave", {"chat_id": chat_id})
    member = await http.ok("getChatMember", chat_id=chat_id, user_id=ILYA)
    assert (member["status"], member["is_member"]) == ("restricted", False)
    assert await http.ok("getChatMemberCount", chat_id=chat_id) == 2
    await http.post(f"people/{ILYA}/join", {"chat": "metod_mentors"})
    member = await http.ok("getChatMember", chat_id=chat_id, user_id=ILYA)
    assert (member["status"], member["is_member"]) == ("restricted", True)
    await http.post(f"people/{ILYA}/say", {"text": "?", "chat_id": chat_id}, 409)
