"""Administrators: their rights and titles, the tags of members, the rights that the bot asks for itself."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.groups import group_errors as words
from sandbox.telegram.groups.rights import group_of, need, participant, user_id
from sandbox.telegram.text import utf16
from sandbox.world.members import administrates, may, rights_in
from sandbox.world.membership import change

LONGEST_RANK = 16
OWN_RIGHTS = "default_rights"
"""The shelf of the rights that the bot suggests when it is added: under «groups» and «channels»."""


def promote_chat_member(call: Call) -> bool:
    """Without any right the administrator is a member again. The bot gives only what it has itself."""
    wanted = user_id(call)
    chat, _, own = group_of(call, private=words.SUPERGROUPS_AND_CHANNELS, only=("supergroup", "channel"))
    member = participant(call, chat, own, wanted)
    if member["status"] == "creator":
        raise bad_request(words.OWNER_STAYS)
    if wanted == call.world.profile.id:
        raise bad_request(words.PROMOTE_SELF)
    need(own, "can_promote_members", words.NOT_ENOUGH)
    rights = _rights(call.params, chat.type)
    if not any(rights.values()):
        return _demote(call, member)
    if not all(may(own, right) for right in rights if rights[right] and right != "is_anonymous"):
        raise bad_request(words.RIGHT_FORBIDDEN)
    if administrates(member) and not member["can_be_edited"]:
        raise bad_request(words.ADMIN_NEEDED)
    if not chat.holds(wanted):
        raise bad_request(words.NOT_THERE)
    title = {"custom_title": member["custom_title"]} if "custom_title" in member else {}
    fresh = {"status": "administrator", "user": member["user"], "can_be_edited": True, **rights, **title}
    change(call.world, chat, fresh, by=None)
    return True


def set_chat_administrator_custom_title(call: Call) -> bool:
    wanted = user_id(call)
    chat, _, own = group_of(call, private=words.GROUPS_ONLY, only=("group", "supergroup"))
    member = participant(call, chat, own, wanted)
    if member["status"] == "creator":
        raise bad_request(words.OWNER_TITLE)
    if member["status"] != "administrator":
        raise bad_request(words.NOT_ADMIN)
    if not member["can_be_edited"]:
        raise bad_request(words.TITLE_RIGHTS)
    change(call.world, chat, {**member, "custom_title": _rank(call.params["custom_title"])}, by=None)
    return True


def set_chat_member_tag(call: Call) -> bool:
    """For regular members; an empty tag takes it away."""
    wanted = user_id(call)
    chat, _, own = group_of(call, private=words.GROUPS_ONLY, only=("group", "supergroup"))
    member = participant(call, chat, own, wanted)
    need(own, "can_manage_tags", words.NOT_ENOUGH)
    if administrates(member):
        raise bad_request(words.IS_ADMIN)
    if not chat.holds(wanted):
        raise bad_request(words.USER_UNKNOWN)
    tag = _rank(call.get("tag", ""))
    fresh = {name: value for name, value in member.items() if name != "tag"}
    change(call.world, chat, {**fresh, "tag": tag} if tag else fresh, by=None)
    return True


def set_my_default_administrator_rights(call: Call) -> bool:
    """Without rights they are taken back. Nobody is anonymous in a channel."""
    place = "channels" if call.get("for_channels") else "groups"
    if "rights" in call.params:
        call.world.shelf(OWN_RIGHTS).put(place, _default(call.params["rights"], place))
    else:
        call.world.shelf(OWN_RIGHTS).drop(place)
    return True


def get_my_default_administrator_rights(call: Call) -> Json:
    place = "channels" if call.get("for_channels") else "groups"
    return call.world.shelf(OWN_RIGHTS).get(place) or _default({}, place)


def _default(asked: Json, place: str) -> Json:
    return _rights(asked, "channel" if place == "channels" else "supergroup")


def _rights(asked: Json, chat_type: str) -> Json:
    """Every right of a chat of this type, given or not; any of them implies `can_manage_chat`."""
    rights = {right: bool(asked.get(right)) for right in rights_in(chat_type)}
    if chat_type == "channel" and "can_restrict_members" not in asked and any(rights.values()):
        rights["can_restrict_members"] = True  # as it was before channels had the right
    rights["can_manage_chat"] = any(rights.values())
    rights["is_anonymous"] = bool(asked.get("is_anonymous")) and chat_type != "channel"
    rights["can_manage_chat"] |= rights["is_anonymous"]
    return rights


def _demote(call: Call, member: Json) -> bool:
    if not administrates(member):
        return True
    if not member["can_be_edited"]:
        raise bad_request(words.ADMIN_NEEDED)
    change(call.world, call.chat(), {"status": "member", "user": member["user"]}, by=None)
    return True


def _rank(text: str) -> str:
    """A title or tag: up to 16 characters, no emoji."""
    if utf16.length(text) > LONGEST_RANK:
        raise bad_request(words.RANK_LONG)
    if any(ord(char) >= 0x1F000 or 0x2600 <= ord(char) < 0x27C0 for char in text):
        raise bad_request(words.RANK_EMOJI)
    return text.strip()
