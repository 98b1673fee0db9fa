"""Chats: what the bot may know of one, its title, description, permissions and stickers."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.groups import group_errors as words
from sandbox.telegram.groups.permissions import given_permissions
from sandbox.telegram.groups.rights import group_of, need
from sandbox.world import Chat, Group
from sandbox.world.links import primary_link
from sandbox.world.members import may
from sandbox.world.notices import announce
from sandbox.world.permissions import of_all, permits
from sandbox.world.pins import newest_pinned
from sandbox.world.portraits import chat_photo, portraits

LONGEST_TITLE = 128
LONGEST_DESCRIPTION = 255
STICKERS_FROM_MEMBERS = 100
GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def get_chat(call: Call) -> Json:
    """Works for those who blocked the bot and for public chats that it is not in, too."""
    chat = call.chat()
    if chat.group and not chat.group.username:
        call.own_member(chat)
    body: Json = {
        **chat.body(),
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(GIFTS, False),
    }
    if "username" in body:
        body["active_usernames"] = [body["username"]]
    if chat.person and chat.person.bio:
        body["bio"] = chat.person.bio
    if chat.group:
        body |= _about(call, chat, chat.group)
    photos = portraits(call.world, chat.id)["photos"] if chat.person else []
    if photos:
        body["photo"] = chat_photo(photos[0])
    pinned = newest_pinned(chat)
    return {**body, "pinned_message": pinned} if pinned else body


def _about(call: Call, chat: Chat, group: Group) -> Json:
    """What a group says of itself; the invite link is shown to those who may invite."""
    about: Json = dict(group.about)
    if chat.type != "channel":
        about["permissions"] = of_all(chat)
    link = primary_link(chat)
    if link and may(chat.member(call.world.profile.id), "can_invite_users"):
        about["invite_link"] = link["invite_link"]
    return about


def set_chat_title(call: Call) -> bool:
    """The same title again is fine and nobody is told."""
    chat, group, own = group_of(call, private=words.TITLE_PRIVATE)
    title = " ".join(call.params["title"].split())[:LONGEST_TITLE]
    if not title:
        raise bad_request(words.TITLE_EMPTY)
    if not permits(chat, own, "can_change_info"):
        raise bad_request(words.CHAT_TITLE_RIGHTS)
    if title != group.title:
        group.title = title
        call.world.touch("chat", str(chat.id))
        announce(call.world, chat, {"new_chat_title": title}, by=None)
    return True


def set_chat_description(call: Call) -> bool:
    """At most 255 characters are kept; an empty one is taken away."""
    chat, group, own = group_of(call, private=words.DESCRIPTION_PRIVATE)
    if not permits(chat, own, "can_change_info"):
        raise bad_request(words.DESCRIPTION_RIGHTS)
    description = call.get("description", "").strip()[:LONGEST_DESCRIPTION]
    if description == group.about.get("description", ""):
        raise bad_request(words.DESCRIPTION_SAME)
    group.about.pop("description", None)
    if description:
        group.about["description"] = description
    call.world.touch("chat", str(chat.id))
    return True


def set_chat_permissions(call: Call) -> bool:
    chat, group, own = group_of(call, private=words.PERMISSIONS_PRIVATE)
    if chat.type == "channel":
        raise bad_request(words.PERMISSIONS_CHANNEL)
    need(own, "can_restrict_members", words.PERMISSIONS_RIGHTS)
    group.about["permissions"] = given_permissions(call)
    call.world.touch("chat", str(chat.id))
    return True


def set_chat_sticker_set(call: Call) -> bool:
    """Only groups of a hundred and more have one; `about["can_set_sticker_set"]` lets a smaller one."""
    chat, group = _stickered(call)
    large = len([1 for user_id in group.members if chat.holds(user_id)]) >= STICKERS_FROM_MEMBERS
    if not large and not group.about.get("can_set_sticker_set"):
        raise bad_request(words.STICKERS_SMALL)
    group.about |= {"can_set_sticker_set": True, "sticker_set_name": call.params["sticker_set_name"]}
    call.world.touch("chat", str(chat.id))
    return True


def delete_chat_sticker_set(call: Call) -> bool:
    chat, group = _stickered(call)
    group.about.pop("sticker_set_name", None)
    call.world.touch("chat", str(chat.id))
    return True


def _stickered(call: Call) -> tuple[Chat, Group]:
    chat, group, own = group_of(call, private=words.SUPERGROUPS_ONLY, only=("supergroup",))
    need(own, "can_change_info", words.STICKERS_RIGHTS)
    return chat, group
