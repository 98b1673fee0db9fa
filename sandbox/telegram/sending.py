"""What every sending method does: rights, reply, thread, keyboard, then the message itself."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram.call import Call
from sandbox.telegram.markup import inline_keyboard, reply_keyboard
from sandbox.telegram.replies import reply_of
from sandbox.telegram.rights import check_content
from sandbox.telegram.threads import thread_place
from sandbox.world import Chat


def send(call: Call, chat: Chat, content: Json) -> Json:
    """Put `content` into the chat and return the Bot API message."""
    check_content(call, chat, content)
    reply = reply_of(call, chat)
    extra = {**thread_place(call, chat, reply.target), **reply.content}
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


def edited_markup(call: Call) -> Json:
    """The keyboard after an edit: without `reply_markup` it is taken away."""
    markup = call.get("reply_markup")
    inline = inline_keyboard(markup, call.lint) if markup else None
    return {"reply_markup": inline} if inline else {}
