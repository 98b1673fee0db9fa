"""Sending and copying messages that carry no upload."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.sending import send
from sandbox.world import Message

ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
})  # fmt: skip
CONTENT = (
    "text", "entities", "link_preview_options", "photo", "document", "video", "voice", "sticker",
    "animation", "audio", "video_note", "live_photo",
    "caption", "caption_entities", "show_caption_above_media", "has_media_spoiler", "contact", "location",
)  # fmt: skip


def send_message(call: Call) -> Json:
    chat = call.recipient()
    content = call.text()
    preview = call.get("link_preview_options")
    if preview:
        content["link_preview_options"] = preview
    return send(call, chat, content)


def send_location(call: Call) -> Json:
    chat = call.recipient()
    place = {"latitude": call.params["latitude"], "longitude": call.params["longitude"]}
    if not (-90 <= place["latitude"] <= 90 and -180 <= place["longitude"] <= 180):
        raise bad_request("Wrong location specified")
    return send(call, chat, {"location": place})


def send_contact(call: Call) -> Json:
    chat = call.recipient()
    names = ("phone_number", "first_name", "last_name", "vcard")
    return send(call, chat, {"contact": {name: call.params[name] for name in names if name in call.params}})


def copy_message(call: Call) -> Json:
    chat = call.recipient()
    source = _source(call, gone=errors.COPY_GONE)
    content = {key: source.body[key] for key in CONTENT if key in source.body}
    if not content:
        raise bad_request(errors.NO_COPY)
    if source.media and source.media not in ("sticker", "video_note") and "caption" in call.params:
        for key in ("caption", "caption_entities", "show_caption_above_media"):
            content.pop(key, None)
        content |= call.caption()
    return {"message_id": send(call, chat, content)["message_id"]}


def forward_message(call: Call) -> Json:
    chat = call.recipient()
    source = _source(call, gone=errors.FORWARD_GONE)
    content = {key: source.body[key] for key in CONTENT if key in source.body}
    if not content or source.body.get("has_protected_content"):
        raise bad_request(errors.NO_FORWARD)
    content["forward_origin"] = source.body.get("forward_origin") or {
        "type": "user", "sender_user": source.body["from"], "date": source.body["date"],
    }  # fmt: skip
    return send(call, chat, content)


def send_chat_action(call: Call) -> bool:
    chat = call.recipient()
    if call.params["action"] not in ACTIONS:
        raise bad_request(errors.ACTION_WRONG)
    call.world.tell("action", chat.id, call.params["action"])
    return True


def _source(call: Call, *, gone: str) -> Message:
    return call.message(call.chat("from_chat_id"), gone=gone)
