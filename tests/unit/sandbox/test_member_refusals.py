"""What the bot may not do to members, in the words of the server."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.sandbox.client import Client
from tests.unit.sandbox.places import ANNA, BAD, BOT, ILYA, VIKTOR, Call, people, place, without

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
