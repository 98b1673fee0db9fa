"""Reactions to messages: of people by name where they are seen, in channels only counted."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.world.chat import Chat
from sandbox.world.members import administrates
from sandbox.world.person import Person
from sandbox.world.world import World

EMOJI = frozenset([
    "❤", "👍", "👎", "🔥", "🥰", "👏", "😁", "🤔", "🤯", "😱", "🤬", "😢", "🎉", "🤩", "🤮", "💩", "🙏", "👌", "🕊",
    "🤡", "🥱", "🥴", "😍", "🐳", "❤\u200d🔥", "🌚", "🌭", "💯", "🤣", "⚡", "🍌", "🏆", "💔", "🤨", "😐", "🍓",
    "🍾", "💋", "🖕", "😈", "😴", "😭", "🤓", "👻", "👨\u200d💻", "👀", "🎃", "🙈", "😇", "😨", "🤝", "✍", "🤗",
    "🫡", "🎅", "🎄", "☃", "💅", "🤪", "🗿", "🆒", "💘", "🙉", "🦄", "😘", "💊", "🙊", "😎", "👾", "🤷\u200d♂",
    "🤷", "🤷\u200d♀", "😡",
])  # fmt: skip
"""What one may react with. Source: https://core.telegram.org/bots/api#reactiontypeemoji."""


def spelled(emoji: str) -> str:
    """An emoji as it is kept: many write it with a mark that asks for colour."""
    return emoji.replace("\ufe0f", "")


def reactions(world: World, chat: Chat, message_id: int) -> dict[int, list[Json]]:
    """The reactions to a message: lists of `ReactionType` by the id of the user."""
    kept = world.shelf("reaction").get(f"{chat.id}:{message_id}") or {}
    return {int(user_id): chosen for user_id, chosen in kept.items()}


def reacted(world: World, chat: Chat) -> dict[int, list[Json]]:
    """All messages of the chat that somebody reacted to: [{user_id, reaction}] by the id of the message."""
    found: dict[int, list[Json]] = {}
    for message_id in chat.messages:
        by_user = reactions(world, chat, message_id)
        if by_user:
            found[message_id] = [{"user_id": user_id, "reaction": chosen} for user_id, chosen in by_user.items()]
    return found


def react(world: World, chat: Chat, message_id: int, *, by: Person | None, chosen: list[Json]) -> int | None:
    """Put these reactions of a person (None: the bot) in the place of her old ones; the id of the update.

    The bot hears of people in private chats and, as an administrator, in others; never of itself.
    """
    user_id = by.id if by else world.profile.id
    all_of_them = reactions(world, chat, message_id)
    old = all_of_them.pop(user_id, [])
    if old == chosen:
        return None
    if chosen:
        all_of_them[user_id] = chosen
    _keep(world, chat, message_id, all_of_them)
    if by is None or not (chat.person or administrates(chat.member(world.profile.id))):
        return None
    about: Json = {"chat": chat.body(), "message_id": message_id}
    if chat.type == "channel":
        counts = {"reactions": _counted(all_of_them)}
        return world.updates.add("message_reaction_count", {**about, "date": world.unix(), **counts})
    about |= {"user": by.user(), "date": world.unix(), "old_reaction": old, "new_reaction": chosen}
    return world.updates.add("message_reaction", about)


def forget(world: World, chat: Chat, message_ids: list[int], user_id: int) -> None:
    """Take away what this user reacted to these messages with."""
    for message_id in message_ids:
        by_user = reactions(world, chat, message_id)
        if by_user.pop(user_id, None):
            _keep(world, chat, message_id, by_user)


def _counted(by_user: dict[int, list[Json]]) -> list[Json]:
    """`ReactionCount`s, the most frequent first."""
    counts: list[Json] = []
    for kind in (kind for chosen in by_user.values() for kind in chosen):
        count = next((count for count in counts if count["type"] == kind), None)
        if count is None:
            counts.append({"type": kind, "total_count": 1})
        else:
            count["total_count"] += 1
    return sorted(counts, key=lambda count: -int(count["total_count"]))


def _keep(world: World, chat: Chat, message_id: int, by_user: dict[int, list[Json]]) -> None:
    shelf, key = world.shelf("reaction"), f"{chat.id}:{message_id}"
    if by_user:
        shelf.put(key, {str(user_id): chosen for user_id, chosen in by_user.items()})
    else:
        shelf.drop(key)
    shown = [{"user_id": user_id, "reaction": chosen} for user_id, chosen in by_user.items()]
    world.tell("reaction", chat.id, {"message_id": message_id, "reactions": shown})
