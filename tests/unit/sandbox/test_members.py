"""Members of groups and channels: who is there, what the bot may do to them, and what it hears."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from sandbox import TurnableClock
from tests.unit.sandbox.client import Client
from tests.unit.sandbox.places import ANNA, BAD, BOT, ILYA, VIKTOR, Call, people, place, told, updates, without

ALL = ["message", "channel_post", "my_chat_member", "chat_member"]
NOTHING = {"can_send_messages": False}


@pytest.fixture(autouse=True)
async def cast(http: Client) -> None:
    await people(http)


IN_A_SUPERGROUP: list[Call] = [
    ("banChatMember", {"user_id": ANNA}, "can't remove chat owner"),
    ("banChatMember", {"user_id": BOT}, "can't restrict self"),
    ("banChatMember", {"user_id": 999}, "PARTICIPANT_ID_INVALID"),
    ("banChatMember", {"user_id": 0}, "invalid user_id specified"),
    ("banChatMember", {}, "invalid user_id specified"),
    ("restrictChatMember", {"user_id": ANNA, "permissions": NOTHING}, "can't remove chat owner"),
    ("restrictChatMember", {"user_id": ILYA}, 'parameter "permissions" is required'),
    ("restrictChatMember", {"user_id": ILYA, "permissions": "{"}, "can't parse permissions JSON object"),
    ("promoteChatMember", {"user_id": BOT, "can_pin_messages": True}, "can't promote self"),
    ("promoteChatMember", {"user_id": ANNA, "can_pin_messages": True}, "can't remove chat owner"),
    ("promoteChatMember", {"user_id": VIKTOR, "can_pin_messages": True}, "USER_NOT_MUTUAL_CONTACT"),
    (
        "setChatAdministratorCustomTitle",
        {"user_id": ANNA, "custom_title": "x"},
        "only the owner can edit their custom title",
    ),
    ("setChatAdministratorCustomTitle", {"user_id": ILYA, "custom_title": "x"}, "user is not an administrator"),
    ("setChatMemberTag", {"user_id": ANNA, "tag": "x"}, "user is an administrator of the chat"),
    ("setChatMemberTag", {"user_id": ILYA, "tag": "ж" * 17}, "ADMIN_RANK_INVALID"),
    ("setChatMemberTag", {"user_id": ILYA, "tag": "🔥"}, "ADMIN_RANK_EMOJI_NOT_ALLOWED"),
    ("banChatSenderChat", {}, "sender_chat_id is empty"),
    ("banChatSenderChat", {"sender_chat_id": -100123}, "chat not found"),
    ("setChatTitle", {"title": " "}, "title must be non-empty"),
    ("setChatDescription", {}, "chat description is not modified"),
    ("setChatStickerSet", {}, "sticker_set_name is empty"),
    ("setChatStickerSet", {"sticker_set_name": "Cats"}, "can't set supergroup sticker set"),
]


@pytest.mark.parametrize(("method", "params", "words"), IN_A_SUPERGROUP)
async def test_refused_in_a_supergroup(http: Client, method: str, params: dict[str, Any], words: str) -> None:
    assert await http.refused(method, chat_id=await place(http), **params) == BAD + words


WITHOUT_RIGHTS: list[Call] = [
    ("banChatMember", {"user_id": ILYA}, "not enough rights to restrict/unrestrict chat member"),
    ("banChatMember", {"user_id": ANNA}, "can't remove chat owner"),
    (
        "restrictChatMember",
        {"user_id": ILYA, "permissions": {}},
        "not enough rights to restrict/unrestrict chat member",
    ),
    ("unbanChatMember", {"user_id": ILYA}, "not enough rights to restrict/unrestrict chat member"),
    ("promoteChatMember", {"user_id": ILYA, "can_pin_messages": True}, "not enough rights"),
    ("setChatMemberTag", {"user_id": ILYA, "tag": "x"}, "not enough rights"),
    ("setChatTitle", {"title": "Иначе"}, "not enough rights to change chat title"),
    ("setChatDescription", {"description": "Иначе"}, "not enough rights to set chat description"),
    ("setChatPermissions", {"permissions": {}}, "not enough rights to change chat permissions"),
    ("deleteChatStickerSet", {}, "not enough rights to change supergroup sticker set"),
    ("createChatInviteLink", {}, "not enough rights to manage chat invite link"),
    ("approveChatJoinRequest", {"user_id": VIKTOR}, "not enough rights to manage chat join requests"),
    ("unpinAllChatMessages", {}, "not enough rights to manage pinned messages in the chat"),
    ("deleteAllMessageReactions", {"user_id": ILYA}, "CHAT_ADMIN_REQUIRED"),
]


@pytest.mark.parametrize(("method", "params", "words"), WITHOUT_RIGHTS)
@pytest.mark.parametrize("status", ["member", "administrator"])
async def test_refused_without_the_right(
    http: Client, method: str, params: dict[str, Any], words: str, status: str
) -> None:
    rights = (
        "can_restrict_members can_promote_members can_change_info can_invite_users can_pin_messages "
        "can_delete_messages can_manage_tags"
    )
    bot: dict[str, Any] = without(*rights.split()) if status == "administrator" else {"status": "member"}
    assert await http.refused(method, chat_id=await place(http, bot=bot), **params) == BAD + words


ELSEWHERE: list[tuple[str, str, dict[str, Any], str]] = [
    ("private", "banChatMember", {"user_id": ILYA}, "can't ban members in private chats"),
    ("private", "getChatAdministrators", {}, "there are no administrators in the private chat"),
    ("private", "getChatMember", {"user_id": ILYA}, "member not found"),
    ("private", "setChatTitle", {"title": "x"}, "can't change private chat title"),
    ("private", "setChatDescription", {"description": "x"}, "can't change private chat description"),
    ("private", "setChatPermissions", {"permissions": {}}, "can't change private chat permissions"),
    ("private", "leaveChat", {}, "can't leave private chats"),
    ("private", "exportChatInviteLink", {}, "can't invite members to a private chat"),
    ("private", "createForumTopic", {"name": "x"}, "the chat is not a forum"),
    ("group", "restrictChatMember", {"user_id": ILYA, "permissions": {}}, "method is available only for supergroups"),
    ("group", "unbanChatMember", {"user_id": ILYA}, "method is available for supergroup and channel chats only"),
    ("group", "promoteChatMember", {"user_id": ILYA}, "method is available for supergroup and channel chats only"),
    ("group", "setChatStickerSet", {"sticker_set_name": "x"}, "method is available only for supergroups"),
    ("group", "banChatSenderChat", {"sender_chat_id": "chat"}, "can't ban chats in basic groups"),
    ("channel", "setChatPermissions", {"permissions": {}}, "can't change channel chat permissions"),
    ("channel", "restrictChatMember", {"user_id": ILYA, "permissions": {}}, "method is available only for supergroups"),
    (
        "channel",
        "setChatMemberTag",
        {"user_id": ILYA, "tag": "x"},
        "method is available only for groups and supergroups",
    ),
    ("channel", "deleteMessageReaction", {"message_id": 1}, "method is available only for groups and supergroups"),
]


@pytest.mark.parametrize(("type", "method", "params", "words"), ELSEWHERE)
async def test_refused_elsewhere(http: Client, type: str, method: str, params: dict[str, Any], words: str) -> None:
    if type == "private":
        await http.post(f"people/{ANNA}/start")
        chat_id = ANNA
    else:
        chat_id = await place(http, type)
    given = {name: chat_id if value == "chat" else value for name, value in params.items()}
    assert await http.refused(method, chat_id=chat_id, **given) == BAD + words


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


async def test_banning_a_channel_that_writes_in_a_group(http: Client) -> None:
    chat_id, channel = await place(http), await place(http, "channel")
    assert await http.ok("banChatSenderChat", chat_id=chat_id, sender_chat_id=channel)
    assert await http.ok("unbanChatSenderChat", chat_id=chat_id, sender_chat_id=channel)


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


async def test_readers_of_a_channel_change_nothing_in_it(http: Client) -> None:
    channel = await place(http, "channel")
    await http.post(f"people/{ILYA}/title", {"chat_id": channel, "title": "Моё"}, 409)
    bring = {"chat_id": channel, "user_id": VIKTOR, "status": "member"}
    await http.post(f"people/{ILYA}/member", bring, 409)
