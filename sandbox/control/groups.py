"""Groups and channels by the control API: made, listed, read, and who is in them."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from sandbox.control import body
from sandbox.control.acts import CannotAct
from sandbox.control.rendering import shown
from sandbox.shapes import Json
from sandbox.world import Chat, World
from sandbox.world.members import ADMINISTRATOR, MEMBER, STATUSES, member


class Groups:
    """A trainer's or a test's hand in groups; people act in them by their own requests with `chat_id`."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def all(self, request: web.Request) -> web.Response:
        """Every group and channel."""
        return web.json_response({"chats": [_card(chat) for chat in self._world.chats.values() if chat.group]})

    async def create(self, request: web.Request) -> web.Response:
        """{type, title, id?, username?, is_forum?, members?: [{user_id, status}], bot?: status}."""
        given = await body.read_body(request)
        members = [_given_member(one) for one in body.maybe_list(given, "members")]
        bot = body.maybe_text(given, "bot") or ADMINISTRATOR
        for user_id, status in [*members, (self._world.profile.id, bot)]:
            if status not in STATUSES:
                raise CannotAct(400, f"status: one of {', '.join(STATUSES)}")
            if user_id != self._world.profile.id and user_id not in self._world.people:
                raise CannotAct(404, f"no such person: {user_id}")
        try:
            chat = self._world.add_group(
                body.text(given, "type"),
                body.text(given, "title"),
                id=body.maybe_number(given, "id"),
                username=body.maybe_text(given, "username"),
                is_forum=body.truth(given, "is_forum"),
            )
        except ValueError as problem:
            raise CannotAct(409, str(problem)) from None
        assert chat.group is not None
        for user_id, status in members:
            chat.group.members[user_id] = member(self._world.people[user_id].user(), status, chat.type)
        chat.group.members[self._world.profile.id] = member(self._world.profile.user(), bot, chat.type)
        return web.json_response(_card(chat))

    async def read(self, request: web.Request) -> web.Response:
        """What stands in the group now."""
        chat = self.named(int(request.match_info["id"]))
        return web.json_response({**_card(chat), "messages": [shown(message) for message in chat.messages.values()]})

    def named(self, chat_id: int) -> Chat:
        """The group with this id; 404 when there is none."""
        chat = self._world.chats.get(chat_id)
        if chat is None or chat.group is None:
            raise CannotAct(404, "no such group")
        return chat


def _given_member(given: Any) -> tuple[int, str]:
    if not isinstance(given, dict) or not isinstance(given.get("user_id"), int):
        raise CannotAct(400, "members: [{user_id, status}] is needed")
    return given["user_id"], str(given.get("status") or MEMBER)


def _card(chat: Chat) -> Json:
    assert chat.group is not None
    return {**chat.body(), "members": list(chat.group.members.values()), "pinned": chat.pinned}
