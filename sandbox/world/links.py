"""Invite links and requests to join: made by the bot, used by people."""

from __future__ import annotations

import hashlib

from sandbox.shapes import Json
from sandbox.world.chat import Chat
from sandbox.world.world import World

MOST_MEMBERS = 99_999
ASKED = "join_request"
"""The shelf of requests to join: {date, link?} by «chat:user»."""
WRITE_WITHIN_SECONDS = 5 * 60
"""How long the bot may write to somebody who asked to join and never started it."""


def new_link(world: World, chat: Chat, *, primary: bool = False, **fields: object) -> Json:
    """A new invite link of the bot; empty fields are left out."""
    assert chat.group is not None, "a private chat has no invite links"
    digest = hashlib.blake2b(f"{chat.id}/{len(chat.group.links)}/{world.profile.id}".encode(), digest_size=8)
    address = f"https://t.me/+{digest.hexdigest()}"
    link: Json = {
        "invite_link": address,
        "creator": world.profile.user(),
        "creates_join_request": False,
        "is_primary": primary,
        "is_revoked": False,
        **{name: value for name, value in fields.items() if value},
    }
    chat.group.links[address] = link
    world.touch("chat", str(chat.id))
    return link


def primary_link(chat: Chat) -> Json | None:
    """The primary link that holds now."""
    links = chat.group.links.values() if chat.group else ()
    return next((link for link in links if link["is_primary"] and not link["is_revoked"]), None)


def shown_link(world: World, chat: Chat, link: Json) -> Json:
    """The Bot API `ChatInviteLink`: without the count of those who came by it, with those who wait."""
    body = {name: value for name, value in link.items() if name != "joined"}
    waiting = sum(1 for _, asked in requests(world, chat).items() if asked.get("link") == link["invite_link"])
    return {**body, "pending_join_request_count": waiting} if waiting else body


def find_link(world: World, address: str) -> tuple[Chat, Json] | None:
    """The chat that this link leads to, and the link."""
    found = ((chat, chat.group.links.get(address)) for chat in world.chats.values() if chat.group)
    return next(((chat, link) for chat, link in found if link is not None), None)


def spent(world: World, link: Json) -> bool:
    """Whether nobody can come by this link any more."""
    late = 0 < link.get("expire_date", 0) <= world.unix()
    full = 0 < link.get("member_limit", 0) <= link.get("joined", 0)
    return bool(link["is_revoked"] or late or full)


def requests(world: World, chat: Chat) -> dict[int, Json]:
    """Who asks to join this chat."""
    prefix = f"{chat.id}:"
    return {int(key.removeprefix(prefix)): asked for key, asked in world.shelf(ASKED) if key.startswith(prefix)}


def asked_lately(world: World, user_id: int) -> bool:
    """Whether the bot may write to this person because she has just asked to join a chat of its."""
    since = world.unix() - WRITE_WITHIN_SECONDS
    return any(key.endswith(f":{user_id}") and asked["date"] >= since for key, asked in world.shelf(ASKED))
