"""Reading `permissions`: what one implies, and what is meant by one that is left out."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram.call import Call
from sandbox.world.members import PERMISSIONS

_MEDIA = (
    "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos", "can_send_video_notes",
    "can_send_voice_notes",
)  # fmt: skip


def given_permissions(call: Call) -> Json:
    """All permissions, granted or not, as `use_independent_chat_permissions` says.

    Source: https://core.telegram.org/bots/api#restrictchatmember and #chatpermissions.
    """
    asked: Json = call.params["permissions"]
    granted = {name: bool(asked.get(name)) for name in PERMISSIONS}
    if not call.get("use_independent_chat_permissions"):
        if granted["can_send_other_messages"] or granted["can_add_web_page_previews"]:
            granted |= dict.fromkeys(("can_send_messages", *_MEDIA), True)
        granted["can_send_messages"] |= granted["can_send_polls"]
    for name, model in (
        ("can_react_to_messages", "can_send_messages"),
        ("can_edit_tag", "can_pin_messages"),
        ("can_manage_topics", "can_pin_messages"),
    ):
        if name not in asked:
            granted[name] = granted[model]
    return granted
