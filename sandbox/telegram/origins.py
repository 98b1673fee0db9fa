"""Where a message came from: the `MessageOrigin` of forwards and of answers to other chats."""

from __future__ import annotations

from sandbox.shapes import Json


def origin(body: Json) -> Json:
    """The origin of this message, or of the message that it forwards."""
    if "forward_origin" in body:
        forwarded: Json = body["forward_origin"]
        return forwarded
    sender = body.get("sender_chat")
    if sender is None:
        return {"type": "user", "sender_user": body["from"], "date": body["date"]}
    if sender["type"] != "channel":
        return {"type": "chat", "sender_chat": sender, "date": body["date"]}
    return {"type": "channel", "chat": sender, "message_id": body["message_id"], "date": body["date"]}
