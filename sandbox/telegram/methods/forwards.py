"""Copying and forwarding, one message or many."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.messages.forwarding import CAPTION, content_of, copied, guarded, origin
from sandbox.telegram.messages.sending import send
from sandbox.world import Chat, Message

MOST = 100


def copy_message(call: Call) -> Json:
    chat = call.recipient()
    from_chat = call.chat("from_chat_id")
    source = call.message(from_chat, gone=errors.COPY_GONE)
    content = None if guarded(from_chat, source) else copied(call.world, source)
    if content is None:
        raise bad_request(errors.NO_COPY)
    if source.media and source.media != "sticker" and "caption" in call.params:
        content = {**_without_caption(content), **call.caption()}
    return {"message_id": send(call, chat, content)["message_id"]}


def forward_message(call: Call) -> Json:
    chat = call.recipient()
    from_chat = call.chat("from_chat_id")
    source = call.message(from_chat, gone=errors.FORWARD_GONE)
    content = _forwarded(call, from_chat, source)
    if content is None:
        raise bad_request(errors.NO_FORWARD)
    return send(call, chat, content)


def copy_messages(call: Call) -> list[Json]:
    """Those that can't be found or copied are passed over; albums stay together."""
    chat = call.recipient()
    from_chat, sources = _sources(call)
    contents: list[tuple[Message, Json]] = []
    for source in sources:
        content = None if guarded(from_chat, source) else copied(call.world, source)
        if content is not None:
            contents.append((source, _without_caption(content) if call.get("remove_caption") else content))
    return _send_all(call, chat, contents)


def forward_messages(call: Call) -> list[Json]:
    """Those that can't be found or forwarded are passed over; albums stay together."""
    chat = call.recipient()
    from_chat, sources = _sources(call)
    contents = [(source, _forwarded(call, from_chat, source)) for source in sources]
    return _send_all(call, chat, [(source, content) for source, content in contents if content is not None])


def _forwarded(call: Call, from_chat: Chat, source: Message) -> Json | None:
    content = content_of(source)
    if not content or guarded(from_chat, source):
        return None
    if "via_bot" in source.body:
        content["via_bot"] = source.body["via_bot"]
    return {**content, "forward_origin": origin(call.world, from_chat, source)}


def _sources(call: Call) -> tuple[Chat, list[Message]]:
    """The messages that are there, in order."""
    wanted: list[int] = call.params["message_ids"]
    if not wanted:
        raise bad_request(errors.IDS_EMPTY)
    if len(wanted) > MOST:
        raise bad_request(errors.IDS_MANY)
    if min(wanted) <= 0:
        raise bad_request("Invalid message identifier specified")
    if sorted(set(wanted)) != wanted:
        raise bad_request("Message identifiers must be in a strictly increasing order")
    from_chat = call.chat("from_chat_id")
    return from_chat, [from_chat.messages[message_id] for message_id in wanted if message_id in from_chat.messages]


def _send_all(call: Call, chat: Chat, contents: list[tuple[Message, Json]]) -> list[Json]:
    if not contents:
        raise bad_request("There are no messages to forward")
    albums: dict[str, str] = {}
    sent = []
    for source, content in contents:
        group = source.body.get("media_group_id")
        if group is not None:
            fresh = albums.setdefault(group, str(13_000_000_000_000_000 + call.world.last_message_id))
            content = {"media_group_id": fresh, **content}
        sent.append({"message_id": send(call, chat, content)["message_id"]})
    return sent


def _without_caption(content: Json) -> Json:
    return {name: value for name, value in content.items() if name not in CAPTION}
