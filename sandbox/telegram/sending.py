"""What every sending method does: recipient, reply, keyboard, then the message itself."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.markup import inline_keyboard, reply_keyboard
from sandbox.world import Chat, Message


def send(call: Call, chat: Chat, content: Json) -> Json:
    """Put `content` into the chat and return the Bot API message."""
    extra = reply_target(call, chat)
    markup = call.get("reply_markup") or {}
    keyboard = None
    if "inline_keyboard" in markup:
        inline = inline_keyboard(markup, call.lint)
        if inline:
            extra["reply_markup"] = inline
    elif "keyboard" in markup:
        keyboard = reply_keyboard(markup)
    if call.get("protect_content"):
        extra["has_protected_content"] = True
    if call.get("message_effect_id"):
        extra["effect_id"] = call.params["message_effect_id"]
    sealed = keyboard is not None or "remove_keyboard" in markup
    message = call.world.post(chat, {**content, **extra}, sealed=sealed)
    if keyboard is not None:
        call.world.set_keyboard(chat, keyboard)
    elif markup.get("remove_keyboard"):
        call.world.set_keyboard(chat, None)
    return message.body


def reply_target(call: Call, chat: Chat) -> Json:
    """`reply_to_message` for the new message, or nothing."""
    reply = call.get("reply_parameters")
    if not reply or not reply.get("message_id"):
        return {}
    target = chat.messages.get(reply["message_id"])
    if target is not None:
        return quoted(target)
    if reply.get("allow_sending_without_reply"):
        return {}
    raise bad_request(errors.REPLY_GONE)


def quoted(target: Message) -> Json:
    """The replied message inside a reply: never nested deeper."""
    return {"reply_to_message": {key: value for key, value in target.body.items() if key != "reply_to_message"}}


def edited_markup(call: Call) -> Json:
    """The keyboard after an edit: without `reply_markup` it is taken away."""
    markup = call.get("reply_markup")
    inline = inline_keyboard(markup, call.lint) if markup else None
    return {"reply_markup": inline} if inline else {}
