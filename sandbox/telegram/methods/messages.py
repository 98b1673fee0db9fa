"""Texts, and what clients show while the bot is busy."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.groups.threads import thread_place
from sandbox.telegram.messages.sending import send
from sandbox.telegram.text.link_previews import with_preview

ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
})  # fmt: skip


def send_message(call: Call) -> Json:
    chat = call.recipient()
    return send(call, chat, with_preview(call.text(), call.get("link_preview_options")))


def send_chat_action(call: Call) -> bool:
    chat = call.recipient()
    if call.params["action"] not in ACTIONS:
        raise bad_request(errors.ACTION_WRONG)
    thread_place(call, chat, None)
    call.world.tell("action", chat.id, call.params["action"])
    return True
