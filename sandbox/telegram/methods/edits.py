"""Changing and deleting messages that stand in a chat."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.groups.deleting import check_deletable
from sandbox.telegram.media.media_edits import REPLACED, WITHOUT_CAPTION, edited_media
from sandbox.telegram.messages.editing import edit_target, rewrite
from sandbox.telegram.rich import rich_message
from sandbox.telegram.text.link_previews import with_preview

TEXT_KEYS = ("text", "entities", "link_preview_options", "rich_message")
CAPTION_KEYS = ("caption", "caption_entities", "show_caption_above_media")


def edit_message_text(call: Call) -> Json | bool:
    """A text may become a rich message and the other way round. Without `reply_markup` the keyboard goes away."""
    target = edit_target(call)
    if not {"text", "rich_message"} & target.message.body.keys():
        raise bad_request(errors.EDIT_NO_TEXT)
    if "rich_message" in call.params:
        content = {"rich_message": rich_message(call, call.params["rich_message"])}
    else:
        content = with_preview(call.text(), call.get("link_preview_options"))
    return rewrite(call, target, TEXT_KEYS, content)


def edit_message_caption(call: Call) -> Json | bool:
    target = edit_target(call)
    if target.message.media in WITHOUT_CAPTION:
        raise bad_request(errors.EDIT_NO_CAPTION)
    return rewrite(call, target, CAPTION_KEYS, call.caption())


def edit_message_media(call: Call) -> Json | bool:
    target = edit_target(call)
    return rewrite(call, target, REPLACED, edited_media(call, target.message))


def edit_message_reply_markup(call: Call) -> Json | bool:
    target = edit_target(call)
    return rewrite(call, target, (), {})


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
