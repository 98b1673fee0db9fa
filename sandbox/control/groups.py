"""Groups and channels by the control API: made, listed, read, and who is in them."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from sandbox.control import body
from sandbox.control.acts import CannotAct
from sandbox.control.comings import sayable
from sandbox.control.rendering import shown
from sandbox.shapes import Json
from sandbox.world import Chat, World
from sandbox.world.chat import GROUP_TYPES
from sandbox.world.members import ADMINISTRATOR, MEMBER, STATUSES, member
from sandbox.world.reactions import reacted


class Groups:
    """A trainer's or a test's hand in groups; people act in them by their own requests with `chat_id`."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def all(self, request: web.Request) -> web.Response:
        """Every group and channel."""
        return web.json_response({"chats": [_card(chat) for chat in self._world.chats.values() if chat.group]})

    async def create(self, request: web.Request) -> web.Response:
        """{type, title, id?, username?, is_forum?, members?: [member…], bot?: status or member}.

        A member is {user_id, status} and what differs from all rights of an administrator, or from no permission
        of a restricted one; `user` in the place of `user_id` is the Bot API `User` of another bot.
        """
        given = await body.read_body(request)
        bot = given.get("bot") or ADMINISTRATOR
        bot = {"status": bot} if isinstance(bot, str) else bot
        listed = [*body.maybe_list(given, "members"), {**bot, "user": self._world.profile.user()}]
        group_type = body.text(given, "type")
        members = [self._member(one, group_type) for one in listed]
        try:
            chat = self._world.add_group(
                group_type,
                body.text(given, "title"),
                id=body.maybe_number(given, "id"),
                username=body.maybe_text(given, "username"),
                is_forum=body.truth(given, "is_forum"),
            )
        except ValueError as problem:
            raise CannotAct(409, str(problem)) from None
        assert chat.group is not None
        chat.group.members = {one["user"]["id"]: one for one in members}
        return web.json_response(_card(chat))

    async def privacy(self, request: web.Request) -> web.Response:
        """{enabled}: whether the bot hears in groups only what is meant for it, as after BotFather's /setprivacy."""
        given = await body.read_body(request)
        self._world.profile.reads_groups = not body.truth(given, "enabled", True)
        self._world.touch("profile", "")
        return web.json_response({"enabled": not self._world.profile.reads_groups})

    async def read(self, request: web.Request) -> web.Response:
        """What stands in the group now."""
        chat = self.named(int(request.match_info["id"]))
        messages = [shown(message) for message in chat.messages.values()]
        return web.json_response({**_card(chat), "messages": messages, "reactions": reacted(self._world, chat)})

    def _member(self, given: Any, group_type: str) -> Json:
        if not isinstance(given, dict) or not ("user" in given or isinstance(given.get("user_id"), int)):
            raise CannotAct(400, "members: [{user_id, status}] is needed")
        status = given.get("status") or MEMBER
        if status not in STATUSES or group_type not in GROUP_TYPES:
            raise CannotAct(400, f"type: one of {', '.join(GROUP_TYPES)}; status: one of {', '.join(STATUSES)}")
        person = self._world.people.get(given.get("user_id", 0))
        if person is None and "user" not in given:
            raise CannotAct(404, f"no such person: {given['user_id']}")
        user = person.user() if person else given["user"]
        own_words = {name: given[name] for name in sayable(status, group_type) if name in given}
        return {**member(user, status, group_type), **own_words}

    def named(self, chat_id: int) -> Chat:
        """The group with this id; 404 when there is none."""
        chat = self._world.chats.get(chat_id)
        if chat is None or chat.group is None:
            raise CannotAct(404, "no such group")
        return chat


def _card(chat: Chat) -> Json:
    assert chat.group is not None
    return {**chat.body(), "members": list(chat.group.members.values()), "pinned": chat.pinned}
