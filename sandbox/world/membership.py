"""Changes of membership: the member herself, the update of the bot, the service message in the group."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.world.chat import Chat
from sandbox.world.members import administrates
from sandbox.world.notices import announce
from sandbox.world.person import Person
from sandbox.world.world import World

SHORTEST_SECONDS = 30
LONGEST_SECONDS = 366 * 24 * 60 * 60


def member_now(world: World, chat: Chat, user_id: int) -> Json | None:
    """The member as she stands now: a ban or restriction ends by itself, without a word to anybody."""
    member = chat.member(user_id)
    if member is None or not 0 < member.get("until_date", 0) <= world.unix():
        return member
    stays = member["status"] == "restricted" and member["is_member"]
    return _keep(world, chat, {"status": "member" if stays else "left", "user": member["user"], **tagged(member)})


def until(world: World, date: int) -> int:
    """The end of a ban or restriction; 0 is forever, as anything under 30 seconds or over 366 days is."""
    left = date - world.unix()
    return date if SHORTEST_SECONDS <= left <= LONGEST_SECONDS else 0


def change(
    world: World,
    chat: Chat,
    fresh: Json,
    *,
    by: Person | None,
    link: Json | None = None,
    approved: bool = False,
) -> int | None:
    """Put the new `ChatMember` in the place of the old one; the id of the update about it, if one was made.

    `by`: who did it (None: the bot). The bot always hears of itself; of others only as an administrator, and
    when it asked for `chat_member`. `link`: by which invite link she came; `approved`: her request was granted.
    """
    user = fresh["user"]
    old = member_now(world, chat, user["id"]) or {"status": "left", "user": user}
    if old == fresh:
        return None
    was_there, own = chat.holds(user["id"]), user["id"] == world.profile.id
    hears = own or administrates(chat.member(world.profile.id))
    _keep(world, chat, fresh)
    update: Json = {
        "chat": chat.body(),
        "from": by.user() if by else world.profile.user(),
        "date": world.unix(),
        "old_chat_member": old,
        "new_chat_member": fresh,
    }
    if link:
        update["invite_link"] = link
    if approved:
        update["via_join_request"] = True
    update_id = world.updates.add("my_chat_member" if own else "chat_member", update) if hears else None
    is_there = chat.holds(user["id"])
    if chat.type != "channel" and was_there != is_there:
        about = {"new_chat_members": [user]} if is_there else {"left_chat_member": user}
        announce(world, chat, about, by=by, told=by is not None if own else None)
    return update_id


def gone(member: Json) -> Json:
    """The same member outside the chat: a restriction waits for her there."""
    if member["status"] == "restricted":
        return {**member, "is_member": False}
    return {"status": "left", "user": member["user"]}


def tagged(member: Json) -> Json:
    """Her tag, which stays with her when her status changes."""
    return {"tag": member["tag"]} if "tag" in member and member["status"] in ("member", "restricted") else {}


def _keep(world: World, chat: Chat, member: Json) -> Json:
    assert chat.group is not None, "only groups and channels have members"
    chat.group.members[member["user"]["id"]] = member
    world.touch("chat", str(chat.id))
    return member
