"""The requests by which people act in groups and on messages: `POST /sandbox/people/{id}/{act}`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web

from sandbox.control import body, comings, deeds
from sandbox.control.acts import CannotAct, Done
from sandbox.control.groups import Groups
from sandbox.shapes import Json
from sandbox.world import Chat, Person, World

Act = Callable[[Person, web.Request], Awaitable[Done]]


class GroupActs:
    """Reads the bodies of the acts; without `chat_id` an act on a message is one in the private chat."""

    def __init__(self, world: World, groups: Groups) -> None:
        self._world = world
        self._groups = groups

    def all(self) -> dict[str, Act]:
        """The acts by the last part of their address."""
        return {
            "join": self._join, "leave": self._leave, "member": self._member, "title": self._title,
            "upgrade": self._upgrade,
            "edit": self._edit, "delete": self._delete, "react": self._react, "pin": self._pin, "topic": self._topic,
        }  # fmt: skip

    async def _join(self, person: Person, request: web.Request) -> Done:
        given = await body.read_body(request)
        return comings.come(
            self._world, person, link=body.maybe_text(given, "link"), name=body.maybe_text(given, "chat")
        )

    async def _leave(self, person: Person, request: web.Request) -> Done:
        return comings.go(self._world, person, self._group(await body.read_body(request)))

    async def _member(self, person: Person, request: web.Request) -> Done:
        given = await body.read_body(request)
        user_id, status = _number(given, "user_id"), body.text(given, "status")
        return comings.set_status(self._world, person, self._group(given), user_id, status, given)

    async def _title(self, person: Person, request: web.Request) -> Done:
        given = await body.read_body(request)
        return comings.retitle(self._world, person, self._group(given), body.text(given, "title"))

    async def _upgrade(self, person: Person, request: web.Request) -> Done:
        return comings.upgrade(self._world, person, self._group(await body.read_body(request)))

    async def _edit(self, person: Person, request: web.Request) -> Done:
        given = await body.read_body(request)
        chat, text = self._perhaps_group(given), body.maybe_text(given, "text") or ""
        return deeds.edit(self._world, person, chat, _number(given, "message_id"), text)

    async def _delete(self, person: Person, request: web.Request) -> Done:
        given = await body.read_body(request)
        return deeds.delete(self._world, person, self._perhaps_group(given), _number(given, "message_id"))

    async def _react(self, person: Person, request: web.Request) -> Done:
        given = await body.read_body(request)
        chosen = [str(one) for one in body.maybe_list(given, "reaction")]
        return deeds.react_to(self._world, person, self._perhaps_group(given), _number(given, "message_id"), chosen)

    async def _pin(self, person: Person, request: web.Request) -> Done:
        given = await body.read_body(request)
        chat, pinned = self._perhaps_group(given), body.truth(given, "pinned", True)
        return deeds.pin_it(self._world, person, chat, _number(given, "message_id"), pinned=pinned)

    async def _topic(self, person: Person, request: web.Request) -> Done:
        given = await body.read_body(request)
        return deeds.topic(self._world, person, self._group(given), body.text(given, "name"))

    def _group(self, given: Json) -> Chat:
        return self._groups.named(_number(given, "chat_id"))

    def _perhaps_group(self, given: Json) -> Chat | None:
        return self._group(given) if "chat_id" in given else None


def _number(given: Json, name: str) -> int:
    value = body.maybe_number(given, name)
    if value is None:
        raise CannotAct(400, f"{name}: a whole number is needed")
    return value
