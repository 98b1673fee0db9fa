"""What every sending method does: rights, reply, thread, keyboard, then the message itself."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram.call import Call
from sandbox.telegram.groups.rights import check_content
from sandbox.telegram.groups.threads import thread_place
from sandbox.telegram.messages.markup import check_reply_interface, inline_keyboard, reply_keyboard
from sandbox.telegram.messages.replies import reply_of
from sandbox.world import Chat, Message, World


def send(call: Call, chat: Chat, content: Json) -> Json:
    """Put `content` into the chat and return the Bot API message."""
    check_content(call, chat, content)
    reply = reply_of(call, chat)
    extra = {**thread_place(call, chat, reply.target), **reply.content}
    markup = call.get("reply_markup") or {}
    keyboard = None
    if "inline_keyboard" in markup:
        inline = inline_keyboard(markup, call.lint, chat)
        if inline:
            extra["reply_markup"] = inline
    elif "keyboard" in markup:
        keyboard = reply_keyboard(markup, call.lint, chat)
    if call.get("protect_content"):
        extra["has_protected_content"] = True
    if call.get("message_effect_id"):
        extra["effect_id"] = call.params["message_effect_id"]
    elif markup:
        check_reply_interface(markup, call.lint, chat)
    sealed = bool(markup) and "inline_keyboard" not in markup
    message = call.world.post(chat, {**content, **extra}, sealed=sealed)
    if keyboard is not None:
        call.world.set_keyboard(chat, for_whom(call.world, keyboard, message))
    elif markup.get("remove_keyboard"):
        call.world.set_keyboard(chat, None)
    if markup.get("force_reply"):
        call.world.set_forced_reply(chat, for_whom(call.world, forced_reply(markup, message), message))
    return message.body


def forced_reply(markup: Json, message: Message) -> Json:
    """What clients need to open the reply to this message."""
    kept: Json = {name: markup[name] for name in ("input_field_placeholder", "selective") if name in markup}
    return {"message_id": message.id, **kept}


def for_whom(world: World, interface: Json, message: Message) -> Json:
    """A selective keyboard or reply names in `user_ids` whom it is for: those mentioned, and who is replied to."""
    if not interface.get("selective"):
        return interface
    body = message.body
    text = body.get("text") or body.get("caption") or ""
    wanted = {entity["user"]["id"] for entity in body.get("entities", []) if entity["type"] == "text_mention"}
    wanted |= {
        person.id for person in world.people.values() if person.username and f"@{person.username}" in text.split()
    }
    replied = body.get("reply_to_message", {}).get("from")
    if replied and not replied["is_bot"]:
        wanted.add(replied["id"])
    return {**interface, "user_ids": sorted(wanted)}


def edited_markup(call: Call, chat: Chat) -> Json:
    """The keyboard after an edit: without `reply_markup` it is taken away."""
    markup = call.get("reply_markup")
    inline = inline_keyboard(markup, call.lint, chat) if markup else None
    return {"reply_markup": inline} if inline else {}
