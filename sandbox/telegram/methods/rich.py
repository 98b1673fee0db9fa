"""Rich messages, and drafts of messages that are still being made."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram.call import LONGEST_TEXT, Call
from sandbox.telegram.errors import CHAT_NOT_FOUND, TEXT_LONG, bad_request
from sandbox.telegram.messages.sending import send
from sandbox.telegram.rich import rich_message
from sandbox.telegram.text.formatted import formatted
from sandbox.telegram.text.utf16 import length
from sandbox.world import Chat

DRAFT_SECONDS = 30
"""How long clients show a draft."""


def send_rich_message(call: Call) -> Json:
    chat = call.recipient()
    return send(call, chat, {"rich_message": rich_message(call, call.params["rich_message"])})


def send_message_draft(call: Call) -> bool:
    """Without a text people see that the bot is thinking."""
    chat = _draft_chat(call)
    text, entities = formatted(call.world, call.params, "text", "")
    if length(text) > LONGEST_TEXT:
        raise bad_request(TEXT_LONG)
    return _show(call, chat, {"text": text, "entities": entities} if entities else {"text": text})


def send_rich_message_draft(call: Call) -> bool:
    chat = _draft_chat(call)
    return _show(call, chat, {"rich_message": rich_message(call, call.params["rich_message"], draft=True)})


def _draft_chat(call: Call) -> Chat:
    """Drafts are shown in private chats only."""
    chat = call.recipient()
    if chat.type != "private":
        raise bad_request(CHAT_NOT_FOUND)
    if call.params["draft_id"] == 0:
        raise bad_request("DRAFT_ID_INVALID")
    return chat


def _show(call: Call, chat: Chat, content: Json) -> bool:
    """A draft is never saved: the next message, or half a minute, ends it."""
    draft = {
        **content,
        "draft_id": call.params["draft_id"],
        "until": call.world.unix() + DRAFT_SECONDS,
        "can_stop": bool(call.get("can_stop")),
        "keep_on_stop": bool(call.get("keep_on_stop")),
    }
    chat.draft = draft
    call.world.tell("draft", chat.id, draft)
    return True
