"""A group becomes a supergroup: a new chat with another id takes its members, the old one only points there."""

from __future__ import annotations

from sandbox.world.chat import Chat
from sandbox.world.members import RIGHTS_IN
from sandbox.world.notices import announce
from sandbox.world.person import Person
from sandbox.world.world import World


def migrate(world: World, chat: Chat, *, by: Person) -> tuple[Chat, int | None]:
    """Move a group to a new supergroup; both tell of it by a service message, the new one last."""
    assert chat.group is not None, "only a group can be upgraded"
    fresh = world.add_group("supergroup", chat.group.title)
    assert fresh.group is not None
    fresh.group.about = {**chat.group.about}
    for user_id, member in chat.group.members.items():
        if not chat.holds(user_id):
            continue
        rights = dict.fromkeys(RIGHTS_IN["supergroup"], True) if member["status"] == "administrator" else {}
        fresh.group.members[user_id] = {**rights, **member}
    announce(world, chat, {"migrate_to_chat_id": fresh.id}, by=by)
    _, update_id = announce(world, fresh, {"migrate_from_chat_id": chat.id}, by=by)
    chat.group.migrated_to = fresh.id
    world.touch("chat", str(chat.id))
    world.touch("chat", str(fresh.id))
    return fresh, update_id
