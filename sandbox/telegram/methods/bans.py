"""Banning, letting in again, restricting."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call, find_chat
from sandbox.telegram.errors import bad_request
from sandbox.telegram.groups import group_errors as words
from sandbox.telegram.groups.permissions import given_permissions
from sandbox.telegram.groups.rights import group_of, need, participant, user_id
from sandbox.world import Chat
from sandbox.world.members import administrates
from sandbox.world.membership import change, tagged, until

BANNED_CHATS = "banned_chat"


def ban_chat_member(call: Call) -> bool:
    """Out of a group one is only taken: there is no list of the banned. Messages stay for the others in any case."""
    wanted = user_id(call)
    chat, _, own = group_of(call, private=words.BAN_PRIVATE)
    member = _within_reach(call, chat, own, wanted)
    fresh: Json = {"status": "left", "user": member["user"]}
    if chat.type != "group":
        fresh = {**fresh, "status": "kicked", "until_date": until(call.world, call.get("until_date", 0))}
    change(call.world, chat, fresh, by=None)
    return True


def unban_chat_member(call: Call) -> bool:
    """Whoever is in the chat is taken out of it, unless `only_if_banned`."""
    wanted = user_id(call)
    chat, _, own = group_of(call, private=words.SUPERGROUPS_AND_CHANNELS, only=("supergroup", "channel"))
    member = participant(call, chat, own, wanted)
    if member["status"] == "left" or (call.get("only_if_banned") and member["status"] != "kicked"):
        return True
    _within_reach(call, chat, own, wanted)
    change(call.world, chat, {"status": "left", "user": member["user"]}, by=None)
    return True


def restrict_chat_member(call: Call) -> bool:
    """All permissions lift the restriction."""
    wanted = user_id(call)
    chat, _, own = group_of(call, private=words.SUPERGROUPS_ONLY, only=("supergroup",))
    member = _within_reach(call, chat, own, wanted)
    granted = given_permissions(call)
    there = chat.holds(wanted)
    fresh: Json = {"status": "member" if there else "left", "user": member["user"], **tagged(member)}
    if not all(granted.values()):
        end = until(call.world, call.get("until_date", 0))
        fresh = {**fresh, "status": "restricted", "is_member": there, **granted, "until_date": end}
    change(call.world, chat, fresh, by=None)
    return True


def ban_chat_sender_chat(call: Call) -> bool:
    chat, sender = _sender_chat(call)
    call.world.shelf(BANNED_CHATS).put(f"{chat.id}:{sender.id}", {"date": call.world.unix()})
    return True


def unban_chat_sender_chat(call: Call) -> bool:
    chat, sender = _sender_chat(call)
    call.world.shelf(BANNED_CHATS).drop(f"{chat.id}:{sender.id}")
    return True


def _within_reach(call: Call, chat: Chat, own: Json, wanted: int) -> Json:
    """The member, when the bot may take something from her; in the order in which Telegram looks."""
    if wanted == call.world.profile.id:
        raise bad_request(words.RESTRICT_SELF)
    member = participant(call, chat, own, wanted)
    if member["status"] == "creator":
        raise bad_request(words.OWNER_STAYS)
    need(own, "can_restrict_members", words.RESTRICT_RIGHTS)
    if administrates(member):
        raise bad_request(words.IS_ADMIN)
    return member


def _sender_chat(call: Call) -> tuple[Chat, Chat]:
    chat, _, own = group_of(call, private=words.BAN_PRIVATE)
    sender = find_chat(call.world, call.params["sender_chat_id"])
    if sender is None:
        raise bad_request(errors.CHAT_NOT_FOUND)
    if chat.type == "group":
        raise bad_request(words.BAN_CHAT_IN_GROUP)
    if sender.type not in ("channel", "supergroup"):
        raise bad_request(words.RESTRICT_CHAT)
    need(own, "can_restrict_members", words.RESTRICT_RIGHTS)
    return chat, sender
