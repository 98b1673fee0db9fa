"""Members of groups and channels: who is there, what the bot makes of them, and what it hears."""

from __future__ import annotations

import pytest

from tests.unit.sandbox.client import Client
from tests.unit.sandbox.places import ANNA, BAD, BOT, ILYA, VIKTOR, people, place, told, updates, without

ALL = ["message", "channel_post", "my_chat_member", "chat_member"]


@pytest.fixture(autouse=True)
async def cast(http: Client) -> None:
    await people(http)


async def test_a_channel_hides_its_members_from_those_who_do_not_run_it(http: Client) -> None:
    channel = await place(http, "channel", bot="member")
    assert await http.refused("getChatMember", chat_id=channel, user_id=ILYA) == f"{BAD}CHAT_ADMIN_REQUIRED"
    assert await http.refused("getChatAdministrators", chat_id=channel) == f"{BAD}member list is inaccessible"
    assert (await http.ok("getChatMember", chat_id=channel, user_id=BOT))["status"] == "member"


async def test_who_is_there(http: Client) -> None:
    other = {"id": 77, "is_bot": True, "first_name": "Другой бот", "username": "other_bot"}
    chat_id = await place(
        http,
        members=[
            {"user": other, "status": "administrator"},
            {"user_id": ILYA, "status": "restricted", "can_send_messages": True},
            {"user_id": ANNA, "status": "creator"},
            {"user_id": VIKTOR, "status": "kicked"},
        ],
    )
    assert await http.ok("getChatMemberCount", chat_id=chat_id) == 4
    administrators = await http.ok("getChatAdministrators", chat_id=chat_id)
    assert [member["user"]["id"] for member in administrators] == [ANNA, BOT]
    with_bots = await http.ok("getChatAdministrators", chat_id=chat_id, return_bots=True)
    assert [member["user"]["id"] for member in with_bots] == [ANNA, 77, BOT]
    restricted = await http.ok("getChatMember", chat_id=chat_id, user_id=ILYA)
    assert restricted["can_send_messages"]
    assert not restricted["can_send_photos"]
    assert (await http.ok("getChatMember", chat_id=chat_id, user_id=VIKTOR))["status"] == "kicked"
    await http.post(f"people/{ANNA}/start")
    assert await http.ok("getChatMemberCount", chat_id=ANNA) == 2
    assert (await http.ok("getChatMember", chat_id=ANNA, user_id=ANNA))["status"] == "member"


async def test_promoting_and_demoting(http: Client) -> None:
    chat_id = await place(http)
    await updates(http, *ALL)
    await http.ok("promoteChatMember", chat_id=chat_id, user_id=ILYA, can_pin_messages=True)
    await http.ok("setChatAdministratorCustomTitle", chat_id=chat_id, user_id=ILYA, custom_title="Наставник")
    member = await http.ok("getChatMember", chat_id=chat_id, user_id=ILYA)
    assert (member["status"], member["custom_title"], member["can_be_edited"]) == ("administrator", "Наставник", True)
    assert (member["can_manage_chat"], member["can_pin_messages"], member["can_change_info"]) == (True, True, False)
    assert "can_post_messages" not in member
    assert await http.refused("banChatMember", chat_id=chat_id, user_id=ILYA) == (
        f"{BAD}user is an administrator of the chat"
    )
    await http.ok("promoteChatMember", chat_id=chat_id, user_id=ILYA)
    assert (await http.ok("getChatMember", chat_id=chat_id, user_id=ILYA))["status"] == "member"
    assert [kind for kind, _ in await told(http)] == ["chat_member"] * 3


async def test_the_bot_gives_only_what_it_has_and_touches_only_its_own(http: Client) -> None:
    members = [{"user_id": ILYA, "status": "member"}, {"user_id": VIKTOR, "status": "administrator"}]
    chat_id = await place(http, bot=without("can_pin_messages"), members=members)
    promote = {"chat_id": chat_id, "can_pin_messages": True}
    assert await http.refused("promoteChatMember", user_id=ILYA, **promote) == f"{BAD}RIGHT_FORBIDDEN"
    others = {"chat_id": chat_id, "user_id": VIKTOR}
    assert await http.refused("promoteChatMember", can_change_info=True, **others) == f"{BAD}CHAT_ADMIN_REQUIRED"
    assert await http.refused("promoteChatMember", **others) == f"{BAD}CHAT_ADMIN_REQUIRED"
    assert await http.refused("setChatAdministratorCustomTitle", custom_title="x", **others) == (
        f"{BAD}not enough rights to change custom title of the user"
    )


async def test_rights_of_a_channel(http: Client) -> None:
    channel = await place(http, "channel")
    await http.ok("promoteChatMember", chat_id=channel, user_id=ILYA, can_post_messages=True, can_pin_messages=True)
    member = await http.ok("getChatMember", chat_id=channel, user_id=ILYA)
    assert member["can_restrict_members"]  # as it was before channels had the right
    assert "can_pin_messages" not in member


async def test_a_tag_stands_beside_what_she_writes(http: Client) -> None:
    chat_id = await place(http)
    await http.ok("setChatMemberTag", chat_id=chat_id, user_id=ILYA, tag="Физика")
    await http.ok("restrictChatMember", chat_id=chat_id, user_id=ILYA, permissions={"can_send_messages": True})
    said = await http.post(f"people/{ILYA}/say", {"text": "Я", "chat_id": chat_id})
    assert said["message"]["sender_tag"] == "Физика"
    await http.ok("setChatMemberTag", chat_id=chat_id, user_id=ILYA)
    assert "tag" not in await http.ok("getChatMember", chat_id=chat_id, user_id=ILYA)


async def test_the_rights_that_the_bot_suggests(http: Client) -> None:
    assert not any((await http.ok("getMyDefaultAdministratorRights")).values())
    asked = dict.fromkeys(("can_pin_messages", "can_post_messages", "is_anonymous"), True)
    await http.ok("setMyDefaultAdministratorRights", rights=asked, for_channels=True)
    channels = await http.ok("getMyDefaultAdministratorRights", for_channels=True)
    assert (channels["can_post_messages"], channels["can_manage_chat"]) == (True, True)
    assert not channels["is_anonymous"]  # nobody is, in a channel
    assert "can_pin_messages" not in channels
    assert not any((await http.ok("getMyDefaultAdministratorRights")).values())
    await http.ok("setMyDefaultAdministratorRights", for_channels=True)
    assert not any((await http.ok("getMyDefaultAdministratorRights", for_channels=True)).values())


async def test_what_a_chat_says_of_itself(http: Client) -> None:
    chat_id = await place(http, username="metod_mentors")
    await updates(http)
    await http.ok("setChatTitle", chat_id=chat_id, title=" Наставники   района ")
    await http.ok("setChatTitle", chat_id=chat_id, title="Наставники района")
    [(kind, notice)] = await told(http)
    assert (kind, notice["new_chat_title"], notice["chat"]["title"]) == ("message", *["Наставники района"] * 2)
    await http.ok("setChatDescription", chat_id=chat_id, description="Для своих" + "!" * 300)
    chat = await http.ok("getChat", chat_id="@metod_mentors")
    assert len(chat["description"]) == 255
    assert chat["active_usernames"] == ["metod_mentors"]
    assert chat["permissions"]["can_send_messages"]
    assert "invite_link" not in chat
    link = await http.ok("exportChatInviteLink", chat_id=chat_id)
    assert (await http.ok("getChat", chat_id=chat_id))["invite_link"] == link
    await http.ok("setChatDescription", chat_id=chat_id)
    assert "description" not in await http.ok("getChat", chat_id=chat_id)


async def test_what_a_person_says_of_herself(http: Client) -> None:
    await http.post("people", {"id": 504, "first_name": "Марина", "bio": "Методист", "started": True})
    assert (await http.ok("getChat", chat_id=504))["bio"] == "Методист"


async def test_leaving(http: Client) -> None:
    chat_id = await place(http)
    await updates(http)
    await http.ok("leaveChat", chat_id=chat_id)
    [(kind, member)] = await told(http)
    assert (kind, member["new_chat_member"]["status"]) == ("my_chat_member", "left")
    assert await http.refused("getChat", chat_id=chat_id) == "Forbidden: bot is not a member of the supergroup chat"
    assert await http.refused("leaveChat", chat_id=-123456) == f"{BAD}chat not found"


async def test_people_bring_the_bot_in_and_take_it_out(http: Client) -> None:
    chat_id = await place(http, bot="left")
    who = {"chat_id": chat_id, "user_id": BOT}
    await http.post(f"people/{ILYA}/member", {**who, "status": "member"})
    await http.post(f"people/{ILYA}/member", {**who, "status": "administrator"}, 409)
    await http.post(f"people/{ANNA}/member", {**who, "status": "administrator", "can_pin_messages": False})
    assert not (await http.ok("getChatMember", chat_id=chat_id, user_id=BOT))["can_pin_messages"]
    await http.post(f"people/{ANNA}/member", {**who, "status": "kicked"})
    news = await told(http)
    assert [kind for kind, _ in news] == ["my_chat_member", "message", "my_chat_member", "my_chat_member", "message"]
    assert news[0][1]["from"]["id"] == ILYA
    assert news[1][1]["new_chat_members"][0]["id"] == BOT
    assert news[4][1]["left_chat_member"]["id"] == BOT
    assert await http.refused("sendMessage", chat_id=chat_id, text="?") == (
        "Forbidden: bot was kicked from the supergroup chat"
    )


async def test_of_others_it_hears_only_when_it_runs_the_group_and_asked(http: Client) -> None:
    ran, seen = await place(http), await place(http, bot="member")
    for chat_id in (ran, seen):
        await http.post(f"people/{ILYA}/leave", {"chat_id": chat_id})
    assert [kind for kind, _ in await told(http)] == ["message", "message"]
    await updates(http, *ALL)
    for chat_id in (ran, seen):
        await http.post(f"people/{ANNA}/member", {"chat_id": chat_id, "user_id": ILYA, "status": "member"})
    assert [(kind, body["chat"]["id"]) for kind, body in await told(http)] == [
        ("chat_member", ran),
        ("message", ran),
        ("message", seen),
    ]


@pytest.mark.parametrize(
    ("who", "whom", "status", "allowed"),
    [
        (ILYA, VIKTOR, "member", True),  # everybody may bring somebody in
        (ILYA, ANNA, "member", False),
        (ANNA, ANNA, "member", False),
        (ILYA, BOT, "member", False),  # it runs the group
        (ANNA, BOT, "member", True),
        (ILYA, VIKTOR, "kicked", False),
        (ANNA, VIKTOR, "creator", False),
    ],
)
async def test_what_people_may_make_of_each_other(
    http: Client, who: int, whom: int, status: str, allowed: bool
) -> None:
    chat_id = await place(http)
    act = {"chat_id": chat_id, "user_id": whom, "status": status}
    await http.post(f"people/{who}/member", act, 200 if allowed else 409)


async def test_readers_of_a_channel_change_nothing_in_it(http: Client) -> None:
    channel = await place(http, "channel")
    await http.post(f"people/{ILYA}/title", {"chat_id": channel, "title": "Моё"}, 409)
    bring = {"chat_id": channel, "user_id": VIKTOR, "status": "member"}
    await http.post(f"people/{ILYA}/member", bring, 409)
