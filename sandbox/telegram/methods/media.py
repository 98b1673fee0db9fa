"""Sending one file: a photo, document, video, animation, audio, voice message, video note, sticker, live photo."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram.call import Call
from sandbox.telegram.media.uploads import media_content
from sandbox.telegram.messages.sending import send


def send_photo(call: Call) -> Json:
    return _send(call, "photo")


def send_document(call: Call) -> Json:
    return _send(call, "document")


def send_video(call: Call) -> Json:
    return _send(call, "video")


def send_animation(call: Call) -> Json:
    return _send(call, "animation")


def send_audio(call: Call) -> Json:
    return _send(call, "audio")


def send_voice(call: Call) -> Json:
    return _send(call, "voice")


def send_video_note(call: Call) -> Json:
    return _send(call, "video_note")


def send_live_photo(call: Call) -> Json:
    return _send(call, "live_photo")


def send_sticker(call: Call) -> Json:
    """`emoji` goes with a new upload only."""
    return _send(call, "sticker")


def _send(call: Call, kind: str) -> Json:
    chat = call.recipient()
    content = {**media_content(call, kind, call.params[kind], call.params), **call.caption()}
    if call.get("has_spoiler"):
        content["has_media_spoiler"] = True
    return send(call, chat, content)
