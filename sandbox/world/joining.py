"""People come into groups: by a link, by their public name, or after they asked."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.world.chat import Chat
from sandbox.world.links import ASKED, shown_link
from sandbox.world.members import may, member
from sandbox.world.membership import change, member_now
from sandbox.world.person import Person
from sandbox.world.world import World


def join(world: World, chat: Chat, person: Person, link: Json | None) -> int | None:
    """She is a member now; the id of the update about it."""
    if link:
        link["joined"] = link.get("joined", 0) + 1
        world.touch("chat", str(chat.id))
    fresh = inside(world, chat, person)
    if link and "subscription_period" in link:
        fresh["until_date"] = world.unix() + link["subscription_period"]
    return change(world, chat, fresh, by=person, link=shown_link(world, chat, link) if link else None)


def ask(world: World, chat: Chat, person: Person, link: Json) -> int | None:
    """She asks to be let in. The bot is told when it is an administrator who may invite."""
    asked: Json = {"date": world.unix(), "link": link["invite_link"]}
    world.shelf(ASKED).put(f"{chat.id}:{person.id}", asked)
    if not may(chat.member(world.profile.id), "can_invite_users"):
        return None
    update: Json = {
        "chat": chat.body(),
        "from": person.user(),
        "user_chat_id": person.id,
        "date": world.unix(),
        "invite_link": shown_link(world, chat, link),
    }
    if person.bio:
        update["bio"] = person.bio
    return world.updates.add("chat_join_request", update)


def let_in(world: World, chat: Chat, person: Person, asked: Json) -> None:
    """The bot grants her request."""
    world.shelf(ASKED).drop(f"{chat.id}:{person.id}")
    link = chat.group.links.get(asked["link"]) if chat.group else None
    shown = shown_link(world, chat, link) if link else None
    change(world, chat, inside(world, chat, person), by=None, link=shown, approved=True)


def inside(world: World, chat: Chat, person: Person) -> Json:
    """The `ChatMember` that she will be; a restriction holds on."""
    now = member_now(world, chat, person.id)
    if now is not None and now["status"] == "restricted":
        return {**now, "is_member": True}
    return member(person.user(), "member", chat.type)
