"""What the bot asks of a group before it acts: that it is there, and that it has the right."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.groups import group_errors as words
from sandbox.world import Chat, Group, Person
from sandbox.world.chat import GROUP_TYPES
from sandbox.world.members import administrates, may
from sandbox.world.membership import member_now
from sandbox.world.permissions import refused_content


def group_of(call: Call, *, private: str, only: tuple[str, ...] = GROUP_TYPES) -> tuple[Chat, Group, Json]:
    """The chat of the call, its group and the bot's own membership.

    `private` are the words for a private chat, and for one that is not of the types in `only`.
    """
    chat = call.chat()
    if chat.group is None:
        raise bad_request(private)
    own = call.own_member(chat)
    if chat.type not in only:
        raise bad_request(private)
    return chat, chat.group, own


def need(own: Json, right: str, refusal: str) -> None:
    """Refuse unless the bot is an administrator with this right."""
    if not may(own, right):
        raise bad_request(refusal)


def user_id(call: Call, name: str = "user_id") -> int:
    """A user's id: above zero."""
    wanted = int(call.params[name])
    if wanted <= 0:
        raise bad_request(words.USER_INVALID)
    return wanted


def participant(call: Call, chat: Chat, own: Json, wanted: int) -> Json:
    """The `ChatMember` of a user that the bot can know: left, when she was never there.

    Members of a channel are shown to administrators only.
    """
    if chat.type == "channel" and wanted != call.world.profile.id and not administrates(own):
        raise bad_request(words.ADMIN_NEEDED)
    member = member_now(call.world, chat, wanted)
    if member is not None:
        return member
    return {"status": "left", "user": known_person(call, wanted).user()}


def known_person(call: Call, wanted: int) -> Person:
    """Somebody of the play."""
    person = call.world.people.get(wanted)
    if person is None:
        raise bad_request(words.USER_UNKNOWN)
    return person


def check_content(call: Call, chat: Chat, content: Json) -> None:
    """Refuse what the bot may not send to this chat."""
    if chat.group is None:
        return
    own = member_now(call.world, chat, call.world.profile.id)
    if chat.type == "channel":
        if not may(own, "can_post_messages"):
            raise bad_request(words.CHANNEL_FORBIDDEN)
        return
    name = refused_content(chat, own, content)
    if name is not None:
        raise bad_request(words.CONTENT_FORBIDDEN.format(name))
