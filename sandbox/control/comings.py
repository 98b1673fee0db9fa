"""People come to groups and go, let others in and out, and make a supergroup of a group."""

from __future__ import annotations

from sandbox.control.acts import CannotAct, Done, place
from sandbox.shapes import Json
from sandbox.world import Chat, Person, World
from sandbox.world.joining import ask, join
from sandbox.world.links import find_link, spent
from sandbox.world.members import PERMISSIONS, STATUSES, may, member, rights_in
from sandbox.world.membership import change, gone, member_now
from sandbox.world.migration import migrate
from sandbox.world.notices import announce
from sandbox.world.permissions import permits


def come(world: World, person: Person, *, link: str | None = None, name: str | None = None) -> Done:
    """Join by an invite link, or ask to be let in when the link says so; or a public chat by its name."""
    found = find_link(world, link) if link else None
    chat = found[0] if found else world.chat_called(name) if name else None
    if chat is None:
        raise CannotAct(404, "no such link or chat")
    now = member_now(world, chat, person.id)
    if chat.holds(person.id):
        raise CannotAct(409, "the person is there already")
    if now is not None and now["status"] == "kicked":
        raise CannotAct(409, "the person is banned there")
    if found and spent(world, found[1]):
        raise CannotAct(409, "the link has expired")
    if found and found[1]["creates_join_request"]:
        return Done(ask(world, chat, person, found[1]))
    return Done(join(world, chat, person, found[1] if found else None))


def go(world: World, person: Person, chat: Chat) -> Done:
    """Leave the chat."""
    place(world, person, chat)
    return Done(change(world, chat, gone(member_now(world, chat, person.id) or {}), by=person))


def set_status(world: World, person: Person, chat: Chat, user_id: int, status: str, rights: Json) -> Done:
    """Add, remove, ban, restrict or promote somebody, the bot too. `rights`: what differs from all (or nothing)."""
    place(world, person, chat)
    if status not in STATUSES:
        raise CannotAct(400, f"status: one of {', '.join(STATUSES)}")
    if user_id != world.profile.id and user_id not in world.people:
        raise CannotAct(404, f"no such person: {user_id}")
    now = member_now(world, chat, user_id) or {"status": "left"}
    own, new_here = chat.member(person.id), now["status"] in ("left", "member")
    if "creator" in (status, now["status"]):
        allowed = False
    elif "administrator" in (status, now["status"]):
        allowed = may(own, "can_promote_members")
    elif status == "member" and new_here:
        allowed = permits(chat, own, "can_invite_users")
    else:
        allowed = may(own, "can_restrict_members")
    if not allowed:
        raise CannotAct(409, "the person has no right to do this")
    user = world.profile.user() if user_id == world.profile.id else world.people[user_id].user()
    known = {name: value for name, value in rights.items() if name in sayable(status, chat.type)}
    return Done(change(world, chat, {**member(user, status, chat.type), **known}, by=person))


def retitle(world: World, person: Person, chat: Chat, title: str) -> Done:
    """Call the chat otherwise."""
    place(world, person, chat)
    if chat.group is None or not permits(chat, chat.member(person.id), "can_change_info"):
        raise CannotAct(409, "the person may not do this")
    chat.group.title = title
    world.touch("chat", str(chat.id))
    notice, update_id = announce(world, chat, {"new_chat_title": title}, by=person)
    return Done(update_id, notice)


def upgrade(world: World, person: Person, chat: Chat) -> Done:
    """Make a supergroup of a group; only its owner can."""
    place(world, person, chat)
    member_of_it = chat.member(person.id)
    if chat.type != "group" or member_of_it is None or member_of_it["status"] != "creator":
        raise CannotAct(409, "only the owner of a group can do this")
    fresh, update_id = migrate(world, chat, by=person)
    return Done(update_id, next(iter(fresh.messages.values())))


def sayable(status: str, chat_type: str) -> tuple[str, ...]:
    """What can be said of a member with this status."""
    match status:
        case "administrator":
            return (*rights_in(chat_type), "is_anonymous", "can_be_edited", "custom_title")
        case "restricted":
            return (*PERMISSIONS, "is_member", "until_date", "tag")
    return {"kicked": ("until_date",), "member": ("tag",), "creator": ("is_anonymous", "custom_title")}.get(status, ())
