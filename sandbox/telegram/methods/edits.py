"""Changing and deleting messages that stand in a chat."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.media_edits import REPLACED, WITHOUT_CAPTION, edited_media
from sandbox.telegram.sending import edited_markup
from sandbox.world import Chat, Message

DELETED_WITHIN_SECONDS = 48 * 60 * 60
TEXT_KEYS = ("text", "entities", "link_preview_options")
CAPTION_KEYS = ("caption", "caption_entities", "show_caption_above_media")


def edit_message_text(call: Call) -> Json:
    """Without `reply_markup` the keyboard goes away."""
    chat, message = _own_message(call)
    if "text" not in message.body:
        raise bad_request(errors.EDIT_NO_TEXT)
    content = call.text()
    preview = call.get("link_preview_options")
    if preview:
        content["link_preview_options"] = preview
    return _rewrite(call, chat, message, TEXT_KEYS, content)


def edit_message_caption(call: Call) -> Json:
    chat, message = _own_message(call)
    if message.media in WITHOUT_CAPTION:
        raise bad_request(errors.EDIT_NO_CAPTION)
    return _rewrite(call, chat, message, CAPTION_KEYS, call.caption())


def edit_message_media(call: Call) -> Json:
    chat, message = _own_message(call)
    return _rewrite(call, chat, message, REPLACED, edited_media(call, message))


def edit_message_reply_markup(call: Call) -> Json:
    chat, message = _own_message(call)
    return _rewrite(call, chat, message, (), {})


def delete_message(call: Call) -> bool:
    """Within 48 hours of the play, own messages and those of the person alike."""
    chat = call.chat()
    message = call.message(chat, gone=errors.DELETE_GONE)
    _check_age(call, message)
    call.world.remove(chat, message.id)
    return True


def delete_messages(call: Call) -> bool:
    """Messages that are not there are passed over."""
    chat = call.chat()
    wanted: list[int] = call.params["message_ids"]
    if not wanted:
        raise bad_request(errors.IDS_EMPTY)
    if len(wanted) > 100:
        raise bad_request(errors.IDS_MANY)
    messages = chat.messages
    there = [messages[message_id] for message_id in dict.fromkeys(wanted) if message_id in messages]
    for message in there:
        _check_age(call, message)
    for message in there:
        call.world.remove(chat, message.id)
    return True


def _own_message(call: Call) -> tuple[Chat, Message]:
    """The message to edit: there, sent by the bot, and without a reply keyboard."""
    if "inline_message_id" in call.params:
        raise bad_request("MESSAGE_ID_INVALID")
    chat = call.recipient()
    message = call.message(chat, gone=errors.EDIT_GONE)
    if not message.out or message.sealed or "forward_origin" in message.body:
        raise bad_request(errors.EDIT_DENIED)
    return chat, message


def _rewrite(call: Call, chat: Chat, message: Message, keys: tuple[str, ...], content: Json) -> Json:
    """Replace the parts under `keys` by `content`, and the keyboard; refused when nothing changes."""
    kept = {key: value for key, value in message.body.items() if key not in keys and key != "reply_markup"}
    body = {**kept, **content, **edited_markup(call)}
    if body == message.body:
        raise bad_request(errors.UNCHANGED)
    visibly = any(body.get(key) != message.body.get(key) for key in keys)
    return call.world.rewrite(chat, message, body, visibly=visibly).body


def _check_age(call: Call, message: Message) -> None:
    if call.world.unix() - int(message.body["date"]) > DELETED_WITHIN_SECONDS:
        raise bad_request(errors.DELETE_OLD)
