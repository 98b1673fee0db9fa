"""Letting in those who asked to join, or not."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.groups import group_errors as words
from sandbox.telegram.groups.rights import group_of, known_person, need, user_id
from sandbox.world import Chat, Person
from sandbox.world.joining import let_in
from sandbox.world.links import ASKED


def approve_chat_join_request(call: Call) -> bool:
    chat, person, asked = _request(call)
    let_in(call.world, chat, person, asked)
    return True


def decline_chat_join_request(call: Call) -> bool:
    chat, person, _ = _request(call)
    call.world.shelf(ASKED).drop(f"{chat.id}:{person.id}")
    return True


def _request(call: Call) -> tuple[Chat, Person, Json]:
    wanted = user_id(call)
    chat, _, own = group_of(call, private=words.REQUEST_PRIVATE)
    need(own, "can_invite_users", words.REQUEST_RIGHTS)
    person = known_person(call, wanted)
    if chat.holds(wanted):
        raise bad_request(words.ALREADY_IN)
    asked = call.world.shelf(ASKED).get(f"{chat.id}:{wanted}")
    if asked is None:
        raise bad_request(words.REQUEST_MISSING)
    return chat, person, asked
