"""Who is in a chat, and leaving it."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.groups import group_errors as words
from sandbox.telegram.groups.rights import group_of, participant, user_id
from sandbox.world.members import administrates
from sandbox.world.membership import change, gone, member_now


def get_chat_member(call: Call) -> Json:
    wanted, chat = user_id(call), call.chat()
    if chat.person:
        for user in (chat.person.user(), call.world.profile.user()):
            if user["id"] == wanted:
                return {"status": "member", "user": user}
        raise bad_request(words.MEMBER_UNKNOWN)
    return participant(call, chat, call.own_member(chat), wanted)


def get_chat_member_count(call: Call) -> int:
    chat = call.chat()
    if chat.person:
        return 2
    call.own_member(chat)
    assert chat.group is not None, "a chat is private or a group"
    for member_id in chat.group.members:
        member_now(call.world, chat, member_id)
    return sum(1 for member_id in chat.group.members if chat.holds(member_id))


def get_chat_administrators(call: Call) -> list[Json]:
    """The owner first; other bots only when they are asked for. A channel shows its members to administrators."""
    chat, group, own = group_of(call, private=words.NO_ADMINS)
    if chat.type == "channel" and not administrates(own):
        raise bad_request(words.LIST_HIDDEN)
    found = [member for member in group.members.values() if administrates(member)]
    if not call.get("return_bots"):
        own_id = call.world.profile.id
        found = [member for member in found if not member["user"]["is_bot"] or member["user"]["id"] == own_id]
    return sorted(found, key=lambda member: member["status"] != "creator")


def get_user_chat_boosts(call: Call) -> Json:
    """Nobody boosts a chat in the play. Only administrators may ask."""
    wanted = user_id(call)
    chat, _, own = group_of(call, private=words.BOOSTS_PRIVATE)
    if not administrates(own):
        raise bad_request(words.ADMIN_NEEDED)
    participant(call, chat, own, wanted)
    return {"boosts": []}


def leave_chat(call: Call) -> bool:
    chat, _, own = group_of(call, private=words.LEAVE_PRIVATE)
    change(call.world, chat, gone(own), by=None)
    return True
