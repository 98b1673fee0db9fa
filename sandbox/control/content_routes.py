"""The addresses of what people do with polls, places, inline mode and drafts; and of the bot's switches."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web

from sandbox.control import body, inline, sharing, votes
from sandbox.control.acts import CannotAct, Done
from sandbox.control.groups import Groups
from sandbox.shapes import Json
from sandbox.telegram import schema
from sandbox.telegram.call import Call
from sandbox.telegram.http.polling import Polling
from sandbox.world import Chat, Person, World

Act = Callable[[Person, web.Request], Awaitable[Done]]


class ContentActs:
    """Each act reads its JSON body; `chat_id` in it names a group, without it the person acts in the private chat."""

    def __init__(self, world: World, groups: Groups, polling: Polling) -> None:
        self._world = world
        self._groups = groups
        self._polling = polling

    def acts(self) -> dict[str, Act]:
        """By the last part of the address."""
        return {
            "vote": self._vote, "option": self._option, "poll": self._poll, "location": self._location,
            "share": self._share, "web_app": self._web_app, "web_app_data": self._web_app_data,
            "inline": self._inline, "choose": self._choose, "stop_draft": self._stop_draft,
        }  # fmt: skip

    async def query(self, request: web.Request) -> web.Response:
        """What the bot answered to an inline query."""
        return web.json_response(inline.shown_query(self._world, request.match_info["id"]))

    async def polls(self, request: web.Request) -> web.Response:
        """What this person chose."""
        person = self._world.people.get(int(request.match_info["id"]))
        if person is None:
            raise CannotAct(404, "no such person")
        return web.json_response(votes.choices(self._world, person))

    async def switches(self, request: web.Request) -> web.Response:
        """The switches that a bot's owner turns elsewhere."""
        profile = self._world.profile
        return web.json_response(
            {"supports_inline_queries": profile.inline, "inline_feedback": profile.inline_feedback}
        )

    async def switch(self, request: web.Request) -> web.Response:
        """Turn some of them."""
        given = await body.read_body(request)
        profile = self._world.profile
        profile.inline = body.truth(given, "supports_inline_queries", profile.inline)
        profile.inline_feedback = body.truth(given, "inline_feedback", profile.inline_feedback)
        self._world.touch("profile", "")
        return await self.switches(request)

    async def _vote(self, person: Person, request: web.Request) -> Done:
        given = await body.read_body(request)
        options = body.maybe_list(given, "options")
        if any(not isinstance(number, int) or isinstance(number, bool) for number in options):
            raise CannotAct(400, "options: a list of whole numbers is needed")
        return votes.vote(self._world, person, _message_id(given), options, chat=self._chat(given))

    async def _option(self, person: Person, request: web.Request) -> Done:
        given = await body.read_body(request)
        text = body.text(given, "text")
        return votes.add_option(self._world, person, _message_id(given), text, chat=self._chat(given))

    async def _poll(self, person: Person, request: web.Request) -> Done:
        """The fields of sendPoll."""
        given = await body.read_body(request)
        chat = self._chat(given)
        try:
            params, _ = schema.methods()["sendpoll"]().validate({**given, "chat_id": person.id})
        except schema.Mismatch as wrong:
            raise CannotAct(400, wrong.text) from None
        return votes.send_poll(Call(self._world, self._polling, params), person, chat=chat)

    async def _location(self, person: Person, request: web.Request) -> Done:
        """{latitude, longitude, live_period?…}; with `message_id` a live location moves."""
        given = await body.read_body(request)
        for name in ("latitude", "longitude"):
            if not isinstance(given.get(name), int | float):
                raise CannotAct(400, f"{name}: a number is needed")
        message_id, chat = body.maybe_number(given, "message_id"), self._chat(given)
        if message_id is not None:
            return sharing.move(self._world, person, message_id, given, chat=chat)
        return sharing.share_location(self._world, person, given, chat=chat)

    async def _share(self, person: Person, request: web.Request) -> Done:
        """{request_id, user_ids} or {request_id, shared_chat_id}: a key that asks for people or a chat is used."""
        given = await body.read_body(request)
        request_id = body.maybe_number(given, "request_id")
        if request_id is None:
            raise CannotAct(400, "request_id: a whole number is needed")
        chat_id = body.maybe_number(given, "shared_chat_id")
        if chat_id is not None:
            return sharing.share_chat(self._world, person, request_id, chat_id)
        return sharing.share_users(self._world, person, request_id, body.maybe_list(given, "user_ids"))

    async def _web_app(self, person: Person, request: web.Request) -> Done:
        return sharing.open_web_app(self._world, person, self._chat(await body.read_body(request)))

    async def _web_app_data(self, person: Person, request: web.Request) -> Done:
        given = await body.read_body(request)
        text, data = body.text(given, "button_text"), body.text(given, "data")
        return sharing.send_web_app_data(self._world, person, text, data)

    async def _inline(self, person: Person, request: web.Request) -> Done:
        """{query?, offset?}."""
        given = await body.read_body(request)
        query, offset = body.maybe_text(given, "query") or "", body.maybe_text(given, "offset") or ""
        return inline.ask(self._world, person, query, offset, chat=self._chat(given))

    async def _choose(self, person: Person, request: web.Request) -> Done:
        """{inline_query_id, result_id} or {prepared_id}."""
        given = await body.read_body(request)
        prepared = body.maybe_text(given, "prepared_id")
        if prepared:
            return inline.send_prepared(self._world, person, prepared, chat=self._chat(given))
        query_id, result_id = body.text(given, "inline_query_id"), body.text(given, "result_id")
        return inline.choose(self._world, person, query_id, result_id)

    async def _stop_draft(self, person: Person, request: web.Request) -> Done:
        return sharing.stop_draft(self._world, person)

    def _chat(self, given: Json) -> Chat | None:
        chat_id = body.maybe_number(given, "chat_id")
        return None if chat_id is None else self._groups.named(chat_id)


def _message_id(given: Json) -> int:
    message_id = body.maybe_number(given, "message_id")
    if message_id is None:
        raise CannotAct(400, "message_id: a whole number is needed")
    return message_id
