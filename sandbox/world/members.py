"""The Bot API `ChatMember` of somebody in a group: one shape for each status."""

from __future__ import annotations

from sandbox.shapes import Json

ADMINISTRATOR = "administrator"
MEMBER = "member"
STATUSES = ("creator", ADMINISTRATOR, MEMBER, "restricted", "left", "kicked")

RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_promote_members",
    "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
    "can_send_welcome_messages",
)  # fmt: skip
"""What an administrator may, in a chat of any type."""
RIGHTS_IN = {
    "group": ("can_pin_messages", "can_manage_tags"),
    "supergroup": ("can_pin_messages", "can_manage_topics", "can_manage_tags"),
    "channel": ("can_post_messages", "can_edit_messages", "can_manage_direct_messages"),
}
PERMISSIONS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
    "can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages",
    "can_add_web_page_previews", "can_react_to_messages", "can_edit_tag", "can_change_info", "can_invite_users",
    "can_pin_messages", "can_manage_topics",
)  # fmt: skip
"""What everybody may, unless it is taken from all or from one."""


def member(user: Json, status: str, chat_type: str) -> Json:
    """A member with all that the status allows, or nothing of it when it is restricted."""
    body: Json = {"status": status, "user": user}
    match status:
        case "creator":
            body["is_anonymous"] = False
        case "administrator":
            body |= {"can_be_edited": False, "is_anonymous": False}
            body |= dict.fromkeys(rights_in(chat_type), True)
        case "restricted":
            body |= {"is_member": True, "until_date": 0, **dict.fromkeys(PERMISSIONS, False)}
        case "kicked":
            body["until_date"] = 0
    return body


def rights_in(chat_type: str) -> tuple[str, ...]:
    """The rights that an administrator can have in a chat of this type."""
    return (*RIGHTS, *RIGHTS_IN[chat_type])


def administrates(member: Json | None) -> bool:
    """Whether this is the owner or an administrator."""
    return member is not None and member["status"] in ("creator", ADMINISTRATOR)


def may(member: Json | None, right: str) -> bool:
    """Whether this member has a right of administrators: the owner has every one."""
    if member is None or not administrates(member):
        return False
    return member["status"] == "creator" or bool(member.get(right))
