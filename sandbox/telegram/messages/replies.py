"""Answers to messages: of this chat, of another one, and to a quoted part."""

from __future__ import annotations

from dataclasses import dataclass, field

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call, find_chat
from sandbox.telegram.errors import bad_request
from sandbox.telegram.groups import group_errors as words
from sandbox.telegram.groups.threads import place_of
from sandbox.telegram.messages.forwarding import origin
from sandbox.telegram.text import utf16
from sandbox.telegram.text.entities import read_text
from sandbox.world import Chat, Message, World

QUOTED_ENTITIES = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji", "date_time"})
EXTERNAL = (
    "link_preview_options", "animation", "audio", "document", "live_photo", "paid_media", "photo", "sticker", "story",
    "video", "video_note", "voice", "has_media_spoiler", "checklist", "contact", "dice", "game", "giveaway",
    "giveaway_winners", "invoice", "location", "poll", "venue",
)  # fmt: skip
"""What `ExternalReplyInfo` shows of a message: all but its text."""
LONGEST_QUOTE = 1024


@dataclass(slots=True, frozen=True)
class Reply:
    """What the new message carries, and the answered message when it is of the same chat and topic."""

    content: Json = field(default_factory=dict)
    target: Message | None = None


def reply_of(call: Call, chat: Chat) -> Reply:
    """What `reply_parameters` ask for; refused when the message is not there, unless it may be missing."""
    asked = call.get("reply_parameters")
    if not asked or not asked.get("message_id"):
        return Reply()
    source = _source(call, chat, asked)
    target = source.messages.get(asked["message_id"])
    if target is None:
        if asked.get("allow_sending_without_reply") and source is chat:
            return Reply()
        raise bad_request(errors.REPLY_GONE)
    thread_id = call.get("message_thread_id")
    elsewhere = chat.group is not None and chat.group.is_forum and thread_id and thread_id != place_of(target)
    if source is chat and not elsewhere:
        return Reply({**quoted(target), **_quote(target, asked)}, target)
    return Reply({"external_reply": _external(call.world, source, target), **_quote(target, asked)})


def quoted(target: Message) -> Json:
    """The replied message inside a reply: never nested deeper."""
    return {"reply_to_message": {key: value for key, value in target.body.items() if key != "reply_to_message"}}


def _source(call: Call, chat: Chat, asked: Json) -> Chat:
    if "chat_id" not in asked:
        return chat
    source = find_chat(call.world, asked["chat_id"])
    if source is None:
        raise bad_request(errors.CHAT_NOT_FOUND)
    return source


def _external(world: World, source: Chat, target: Message) -> Json:
    """Chat and message are named only of supergroups and channels."""
    about: Json = {"origin": origin(world, source, target)}
    if source.type in ("supergroup", "channel"):
        about |= {"chat": source.body(), "message_id": target.id}
    return about | {name: target.body[name] for name in EXTERNAL if name in target.body}


def _quote(target: Message, asked: Json) -> Json:
    """The quoted part: it must stand in the message as it is, with its entities, near `quote_position`."""
    source = asked.get("quote")
    if not source:
        return {}
    text, entities = read_text(source, asked.get("quote_parse_mode"), asked.get("quote_entities"))
    entities = [entity for entity in entities if entity["type"] in QUOTED_ENTITIES]
    whole = str(target.body.get("text") or target.body.get("caption") or "")
    marks = target.body.get("entities") or target.body.get("caption_entities") or []
    found = [at for at in _places(whole, text) if _marks(marks, at, utf16.length(text)) == _marks(entities, 0, None)]
    if not text or not found or utf16.length(text) > LONGEST_QUOTE:
        raise bad_request(words.QUOTE_WRONG)
    wanted = asked.get("quote_position", 0)
    quote: Json = {"text": text, "position": min(found, key=lambda at: abs(at - wanted)), "is_manual": True}
    if entities:
        quote["entities"] = entities
    return {"quote": quote}


def _places(whole: str, part: str) -> list[int]:
    """Where the part stands in the whole, in UTF-16 units."""
    places, at = [], whole.find(part)
    while part and at >= 0:
        places.append(utf16.length(whole[:at]))
        at = whole.find(part, at + 1)
    return places


def _marks(entities: list[Json], start: int, length: int | None) -> list[tuple[str, int, int]]:
    """Type, offset and length of the entities that count in a quote, cut to the part that is quoted."""
    marks = []
    for entity in entities:
        begin, end = entity["offset"] - start, entity["offset"] + entity["length"] - start
        if length is not None:
            begin, end = max(begin, 0), min(end, length)
        if entity["type"] in QUOTED_ENTITIES and begin < end:
            marks.append((entity["type"], begin, end - begin))
    return sorted(marks)
