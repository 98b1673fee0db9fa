"""What of the talk in a chat reaches the bot: in groups the privacy mode of Telegram.

Source: https://core.telegram.org/bots/features#privacy-mode. With one bot in the play, a command without a name
is always meant for it.
"""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.world.chat import Chat
from sandbox.world.members import administrates
from sandbox.world.world import World


def hears(world: World, chat: Chat, body: Json) -> bool:
    """Whether the bot is told of this message of a person."""
    if chat.person:
        return True
    if not chat.holds(world.profile.id):
        return False
    if chat.type == "channel" or world.profile.reads_groups or administrates(chat.member(world.profile.id)):
        return True
    return _meant_for_the_bot(world, body)


def _meant_for_the_bot(world: World, body: Json) -> bool:
    if body.get("via_bot", {}).get("id") == world.profile.id:
        return True
    if body.get("reply_to_message", {}).get("from", {}).get("id") == world.profile.id:
        return True
    text = str(body.get("text") or body.get("caption") or "").encode("utf-16-le")
    name = world.profile.username.lower()
    for entity in body.get("entities") or body.get("caption_entities") or []:
        start = 2 * entity["offset"]
        piece = text[start : start + 2 * entity["length"]].decode("utf-16-le").lower()
        if entity["type"] == "bot_command" and piece.partition("@")[2] in ("", name):
            return True
        if entity["type"] == "mention" and piece == f"@{name}":
            return True
        if entity["type"] == "text_mention" and entity["user"]["id"] == world.profile.id:
            return True
    return False
