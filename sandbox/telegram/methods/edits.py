"""Changing and deleting messages that stand in a chat."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call, caption_of
from sandbox.telegram.deleting import check_deletable
from sandbox.telegram.errors import bad_request
from sandbox.telegram.sending import edited_markup
from sandbox.telegram.uploads import media_content
from sandbox.world import Chat, Message

TEXT_KEYS = ("text", "entities", "link_preview_options")
CAPTION_KEYS = ("caption", "caption_entities", "show_caption_above_media")
EDITABLE_MEDIA = frozenset({"photo", "document", "video", "animation", "audio"})


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
    if message.media is None or message.media == "sticker":
        raise bad_request(errors.EDIT_NO_CAPTION)
    return _rewrite(call, chat, message, CAPTION_KEYS, call.caption())


def edit_message_media(call: Call) -> Json:
    """A text message may get a file, a file another; within an album only of the same type."""
    chat, message = _own_message(call)
    if "text" not in message.body and message.media not in EDITABLE_MEDIA:
        raise bad_request(errors.EDIT_NO_MEDIA)
    media = call.params["media"]
    if "media_group_id" in message.body and media["type"] != message.media:
        raise bad_request(errors.ALBUM_TYPE)
    content = {**media_content(call, media["type"], media["media"], media), **caption_of(call.world, media)}
    if media.get("has_spoiler"):
        content["has_media_spoiler"] = True
    kinds = (*TEXT_KEYS, *CAPTION_KEYS, *EDITABLE_MEDIA, "has_media_spoiler")
    return _rewrite(call, chat, message, kinds, content)


def edit_message_reply_markup(call: Call) -> Json:
    chat, message = _own_message(call)
    return _rewrite(call, chat, message, (), {})


def delete_message(call: Call) -> bool:
    """Within 48 hours of the play; in groups what is not the bot's own only by right."""
    chat = call.chat()
    message = call.message(chat, gone=errors.DELETE_GONE)
    check_deletable(call.world, chat, message)
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
        check_deletable(call.world, chat, message)
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
