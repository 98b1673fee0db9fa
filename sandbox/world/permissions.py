"""What everybody may in a group: the permissions of all, and of one who is restricted."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.world.chat import Chat
from sandbox.world.members import PERMISSIONS, administrates, may

BY_CONTENT = {
    "text": ("can_send_messages", "text messages"),
    "rich_message": ("can_send_messages", "the rich message"),
    "contact": ("can_send_messages", "contacts"),
    "venue": ("can_send_messages", "venues"),
    "location": ("can_send_messages", "locations"),
    "invoice": ("can_send_messages", "invoice messages"),
    "photo": ("can_send_photos", "photos"),
    "live_photo": ("can_send_photos", "photos"),
    "video": ("can_send_videos", "videos"),
    "video_note": ("can_send_video_notes", "video notes"),
    "voice": ("can_send_voice_notes", "voice notes"),
    "audio": ("can_send_audios", "music"),
    "animation": ("can_send_other_messages", "animations"),
    "document": ("can_send_documents", "documents"),
    "sticker": ("can_send_other_messages", "stickers"),
    "dice": ("can_send_other_messages", "dice"),
    "game": ("can_send_other_messages", "games"),
    "poll": ("can_send_polls", "polls"),
    "checklist": ("can_send_polls", "checklists"),
}
"""The permission that a content needs, and what Telegram calls the content when it refuses."""
NOT_FOR_BOTS = frozenset({"can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics"})
"""What the permissions of all never give to a bot: it must be an administrator with the right."""


def of_all(chat: Chat) -> Json:
    """The default permissions of the group; a new group allows everything."""
    assert chat.group is not None, "a private chat has no permissions"
    permissions: Json = chat.group.about.get("permissions") or dict.fromkeys(PERMISSIONS, True)
    return permissions


def permits(chat: Chat, member: Json | None, permission: str) -> bool:
    """Whether this member may: by her right, or (not in a channel) because neither all nor she are restricted."""
    if administrates(member):
        return permission not in NOT_FOR_BOTS or may(member, permission)
    if member is None or member["status"] in ("left", "kicked") or chat.type == "channel":
        return False
    if not of_all(chat).get(permission):
        return False
    if permission in NOT_FOR_BOTS and member["user"]["is_bot"]:
        return False
    return member["status"] != "restricted" or bool(member.get(permission))


def refused_content(chat: Chat, member: Json | None, content: Json) -> str | None:
    """The name of the content that this member may not send here; None when she may."""
    for kind, (permission, name) in BY_CONTENT.items():
        if kind in content:
            return None if permits(chat, member, permission) else name
    return None
