"""Copies and forwards: what a message is made of, and where a forwarded one comes from."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram.messages.dice import throw
from sandbox.world import Chat, Message, World

KINDS = (
    "text", "rich_message", "animation", "audio", "document", "live_photo", "photo", "sticker", "story", "video",
    "video_note", "voice", "contact", "dice", "game", "poll", "venue", "location", "checklist", "paid_media",
)  # fmt: skip
"""A message with none of these is a service message: it can be neither copied nor forwarded."""
BESIDE = (
    "entities", "link_preview_options", "caption", "caption_entities", "show_caption_above_media", "has_media_spoiler",
)  # fmt: skip
CAPTION = ("caption", "caption_entities", "show_caption_above_media")
NEVER_COPIED = frozenset({"paid_media", "invoice"})


def content_of(message: Message) -> Json:
    """What the message says; empty for a service message."""
    body = message.body
    content = {name: body[name] for name in KINDS if name in body}
    return {**content, **{name: body[name] for name in BESIDE if name in body}} if content else {}


def guarded(chat: Chat, message: Message) -> bool:
    """Whether the message, or its chat, is protected from forwarding and saving."""
    protected = chat.group is not None and chat.group.about.get("has_protected_content")
    return bool(protected or message.body.get("has_protected_content"))


def copied(world: World, message: Message) -> Json | None:
    """The content of a copy; None when it can't be copied. A die is thrown anew, a poll begins anew."""
    content = content_of(message)
    if not content or content.keys() & NEVER_COPIED:
        return None
    if "dice" in content:
        content["dice"] = throw(content["dice"]["emoji"])
    if "poll" in content:
        poll = _begun_anew(world, content["poll"])
        if poll is None:
            return None
        content["poll"] = poll
    return content


def origin(world: World, chat: Chat, message: Message) -> Json:
    """The `MessageOrigin` of a forward; a forward of a forward names the first one."""
    body = message.body
    if "forward_origin" in body:
        return dict(body["forward_origin"])
    signature = {"author_signature": body["author_signature"]} if "author_signature" in body else {}
    date = {"date": body["date"]}
    if chat.type == "channel":
        return {"type": "channel", **date, "chat": chat.body(), "message_id": message.id, **signature}
    if "sender_chat" in body:
        return {"type": "chat", **date, "sender_chat": body["sender_chat"], **signature}
    sender: Json = body["from"]
    person = world.people.get(sender["id"])
    if person and person.hides_forwards:
        name = " ".join(filter(None, (person.first_name, person.last_name)))
        return {"type": "hidden_user", **date, "sender_user_name": name}
    return {"type": "user", **date, "sender_user": sender}


def _begun_anew(world: World, poll: Json) -> Json | None:
    """A new poll of the bot with the same options and no votes. A quiz only when the bot knows its solution."""
    if poll["type"] == "quiz" and not poll.get("correct_option_ids"):
        return None
    options = [
        {key: option[key] for key in option if key not in ("added_by_user", "addition_date")} | {"voter_count": 0}
        for option in poll["options"]
    ]
    fresh = {key: value for key, value in poll.items() if key not in ("id", "close_date")}
    fresh |= {"options": options, "total_voter_count": 0, "is_closed": False}
    if "open_period" in fresh:
        fresh["close_date"] = world.unix() + fresh["open_period"]
    record = world.polls.record(poll["id"])
    return world.polls.create(fresh, mine=True, ways=record["ways"] if record else None)
