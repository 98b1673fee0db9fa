"""The methods for groups, channels, topics, pins and reactions: their part of the dispatch table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sandbox.telegram.call import Call
from sandbox.telegram.methods import (
    bans,
    chats,
    invites,
    join_requests,
    members,
    pins,
    promotions,
    reactions,
    topics,
)

GROUPS: dict[str, Callable[[Call], Any]] = {
    "getChat": chats.get_chat,
    "setChatTitle": chats.set_chat_title,
    "setChatDescription": chats.set_chat_description,
    "setChatPermissions": chats.set_chat_permissions,
    "setChatStickerSet": chats.set_chat_sticker_set,
    "deleteChatStickerSet": chats.delete_chat_sticker_set,
    "getChatMember": members.get_chat_member,
    "getChatMemberCount": members.get_chat_member_count,
    "getChatAdministrators": members.get_chat_administrators,
    "getUserChatBoosts": members.get_user_chat_boosts,
    "leaveChat": members.leave_chat,
    "banChatMember": bans.ban_chat_member,
    "unbanChatMember": bans.unban_chat_member,
    "restrictChatMember": bans.restrict_chat_member,
    "banChatSenderChat": bans.ban_chat_sender_chat,
    "unbanChatSenderChat": bans.unban_chat_sender_chat,
    "promoteChatMember": promotions.promote_chat_member,
    "setChatAdministratorCustomTitle": promotions.set_chat_administrator_custom_title,
    "setChatMemberTag": promotions.set_chat_member_tag,
    "setMyDefaultAdministratorRights": promotions.set_my_default_administrator_rights,
    "getMyDefaultAdministratorRights": promotions.get_my_default_administrator_rights,
    "exportChatInviteLink": invites.export_chat_invite_link,
    "createChatInviteLink": invites.create_chat_invite_link,
    "editChatInviteLink": invites.edit_chat_invite_link,
    "createChatSubscriptionInviteLink": invites.create_chat_subscription_invite_link,
    "editChatSubscriptionInviteLink": invites.edit_chat_subscription_invite_link,
    "revokeChatInviteLink": invites.revoke_chat_invite_link,
    "approveChatJoinRequest": join_requests.approve_chat_join_request,
    "declineChatJoinRequest": join_requests.decline_chat_join_request,
    "createForumTopic": topics.create_forum_topic,
    "editForumTopic": topics.edit_forum_topic,
    "closeForumTopic": topics.close_forum_topic,
    "reopenForumTopic": topics.reopen_forum_topic,
    "deleteForumTopic": topics.delete_forum_topic,
    "editGeneralForumTopic": topics.edit_general_forum_topic,
    "closeGeneralForumTopic": topics.close_general_forum_topic,
    "reopenGeneralForumTopic": topics.reopen_general_forum_topic,
    "hideGeneralForumTopic": topics.hide_general_forum_topic,
    "unhideGeneralForumTopic": topics.unhide_general_forum_topic,
    "pinChatMessage": pins.pin_chat_message,
    "unpinChatMessage": pins.unpin_chat_message,
    "unpinAllChatMessages": pins.unpin_all_chat_messages,
    "unpinAllForumTopicMessages": pins.unpin_all_forum_topic_messages,
    "unpinAllGeneralForumTopicMessages": pins.unpin_all_general_forum_topic_messages,
    "setMessageReaction": reactions.set_message_reaction,
    "deleteMessageReaction": reactions.delete_message_reaction,
    "deleteAllMessageReactions": reactions.delete_all_message_reactions,
}
