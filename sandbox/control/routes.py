"""The addresses of the control API. Errors are {"error": "…"} with a 4xx status."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote

from aiohttp import web

from sandbox.control import acts, body
from sandbox.control.acts import CannotAct, Done
from sandbox.control.groups import Groups
from sandbox.control.multipart import last, read_form
from sandbox.control.pictures import Pictures
from sandbox.control.rendering import shown
from sandbox.control.sending import send_files
from sandbox.control.stream import Stream
from sandbox.control.time import Time
from sandbox.shapes import Json
from sandbox.telegram.errors import TOO_LARGE, Refusal
from sandbox.telegram.journal import Fault
from sandbox.telegram.routes import BotApi
from sandbox.world import Chat, Person

SHOWN = frozenset({
    "image/jpeg", "image/png", "image/gif", "image/webp", "video/mp4", "video/webm",
    "audio/mpeg", "audio/mp4", "audio/ogg",
})  # fmt: skip
"""Content types that a page shows in their place; everything else is downloaded, so that no file can run there."""
Act = Callable[[Person, web.Request], Awaitable[Done]]


class ControlApi:
    """Plays the people: for the page, for tests, for the bench."""

    def __init__(self, api: BotApi, time: Time) -> None:
        self._world = api.world
        self._api = api
        self._time = time
        self.stream = Stream(api.world, time.face)
        self._groups = Groups(api.world)
        self._pictures = Pictures(api.world)

    def add_routes(self, app: web.Application) -> None:
        """Put the control API under /sandbox."""
        one = "/sandbox/people/{id:[0-9]+}"
        app.router.add_get("/sandbox/people", _guarded(self.people))
        app.router.add_post("/sandbox/people", _guarded(self.new_person))
        app.router.add_get(f"{one}/chat", _guarded(self.chat))
        for name, act in self._acts().items():
            app.router.add_post(f"{one}/{name}", _guarded(self._acting(act)))
        app.router.add_get("/sandbox/chats", _guarded(self._groups.all))
        app.router.add_post("/sandbox/chats", _guarded(self._groups.create))
        app.router.add_get("/sandbox/chats/{id:-[0-9]+}", _guarded(self._groups.read))
        app.router.add_post(f"{one}/photo", _guarded(self._pictures.person_photo))
        app.router.add_post(f"{one}/audio", _guarded(self._pictures.person_audio))
        app.router.add_post("/sandbox/chats/{id:-[0-9]+}/photo", _guarded(self._pictures.group_photo))
        app.router.add_get("/sandbox/web", _guarded(self._pictures.web_of_the_play))
        app.router.add_post("/sandbox/web", _guarded(self._pictures.put_on_web))
        app.router.add_get("/sandbox/clock", _guarded(self.clock))
        app.router.add_post("/sandbox/clock", _guarded(self.turn))
        app.router.add_get("/sandbox/files/{file_id}", _guarded(self.file))
        app.router.add_get("/sandbox/calls", _guarded(self.calls))
        app.router.add_get("/sandbox/faults", _guarded(self.faults))
        app.router.add_post("/sandbox/faults", _guarded(self.order_faults))
        app.router.add_get("/sandbox/stream", self.stream.serve)

    # people

    async def people(self, request: web.Request) -> web.Response:
        return web.json_response({"people": [person.card() for person in self._world.people.values()]})

    async def new_person(self, request: web.Request) -> web.Response:
        given = await body.read_body(request)
        try:
            person = self._world.add_person(
                body.text(given, "first_name"),
                body.maybe_text(given, "last_name"),
                id=body.maybe_number(given, "id"),
                username=body.maybe_text(given, "username"),
                language_code=body.maybe_text(given, "language_code") or "ru",
                note=body.maybe_text(given, "note"),
                note_en=body.maybe_text(given, "note_en"),
                pinned=body.truth(given, "pinned"),
                started=body.truth(given, "started"),
            )
        except ValueError as problem:
            raise CannotAct(409, str(problem)) from None
        return web.json_response(person.card())

    async def chat(self, request: web.Request) -> web.Response:
        return web.json_response(self._chat(self._person(request)))

    def _chat(self, person: Person) -> Json:
        chat = self._world.chats[person.id]
        return {
            "person": person.card(),
            "messages": [shown(message) for message in chat.messages.values()],
            "keyboard": chat.keyboard,
            "commands": self._world.profile.commands_for(person),
            "menu_button": self._world.profile.menu_for(person),
        }

    def _person(self, request: web.Request) -> Person:
        person = self._world.people.get(int(request.match_info["id"]))
        if person is None:
            raise CannotAct(404, "no such person")
        return person

    def _group(self, given: Json) -> Chat | None:
        """The group in which somebody acts; None: in the private chat with the bot."""
        chat_id = body.maybe_number(given, "chat_id")
        return None if chat_id is None else self._groups.named(chat_id)

    # acts

    def _acts(self) -> dict[str, Act]:
        return {
            "say": self._say, "start": self._start, "press": self._press, "file": self._file,
            "contact": self._contact, "block": self._block, "deactivate": self._deactivate,
            "read": self._read,
        }  # fmt: skip

    def _acting(self, act: Act) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def handle(request: web.Request) -> web.Response:
            person = self._person(request)
            done = await act(person, request)
            answer: Json = {"update_id": done.update_id}
            if done.message is not None:
                answer["message"] = shown(done.message)
            if request.query.get("wait") == "1":
                if not await self._time.silence(done.update_id):
                    answer["timeout"] = True
                answer["chat"] = self._chat(person)
                query = self._world.callbacks.by_id.get(done.query_id or "")
                answer["answer"] = query.answer if query else None
            return web.json_response(answer)

        return handle

    async def _say(self, person: Person, request: web.Request) -> Done:
        given = await body.read_body(request)
        chat, reply_to = self._group(given), body.maybe_number(given, "reply_to")
        return acts.say(self._world, person, body.text(given, "text"), reply_to, chat=chat)

    async def _start(self, person: Person, request: web.Request) -> Done:
        return acts.start(self._world, person, body.maybe_text(await body.read_body(request), "payload"))

    async def _press(self, person: Person, request: web.Request) -> Done:
        given = await body.read_body(request)
        message_id = body.maybe_number(given, "message_id")
        if message_id is None:
            raise CannotAct(400, "message_id: a whole number is needed")
        forge = body.truth(given, "forge")
        by = body.maybe_text(given, "by")
        data, chat = body.text(given, "data"), self._group(given)
        return acts.press(self._world, person, message_id, data, forge=forge, by=by, chat=chat)

    async def _file(self, person: Person, request: web.Request) -> Done:
        files, fields = await read_form(request)
        kinds = fields.get("kind") or ["document"]
        if len(kinds) not in (1, len(files)):
            raise CannotAct(400, "kind: one for all files, or one for each")
        of_kind = list(zip(kinds * len(files) if len(kinds) == 1 else kinds, files, strict=False))
        chat_id = last(fields, "chat_id")
        if chat_id and not chat_id.removeprefix("-").isdigit():
            raise CannotAct(400, "chat_id: a whole number is needed")
        chat = self._group({"chat_id": int(chat_id)} if chat_id else {})
        return send_files(self._world, person, of_kind, last(fields, "caption"), chat=chat)

    async def _contact(self, person: Person, request: web.Request) -> Done:
        return acts.share_contact(self._world, person, body.maybe_text(await body.read_body(request), "phone_number"))

    async def _block(self, person: Person, request: web.Request) -> Done:
        given = await body.read_body(request)
        return acts.block(self._world, person, blocked=body.truth(given, "blocked", True))

    async def _deactivate(self, person: Person, request: web.Request) -> Done:
        given = await body.read_body(request)
        person.deactivated = body.truth(given, "deactivated", True)
        self._world.person_changed(person)
        return Done(None)

    async def _read(self, person: Person, request: web.Request) -> Done:
        return acts.read(self._world, person)

    # clock, files, calls, faults

    async def clock(self, request: web.Request) -> web.Response:
        return web.json_response(await self._time.face())

    async def turn(self, request: web.Request) -> web.Response:
        await self._time.turn(await body.read_body(request))
        face = await self._time.face()
        self.stream.send("clock", face)
        return web.json_response(face)

    async def file(self, request: web.Request) -> web.Response:
        file = self._world.files.by_id.get(request.match_info["file_id"])
        if file is None:
            raise CannotAct(404, "no such file")
        inline = file.kind != "document" and file.mime_type in SHOWN
        disposition = f"{'inline' if inline else 'attachment'}; filename*=UTF-8''{quote(file.name)}"
        headers = {"Content-Disposition": disposition, "X-Content-Type-Options": "nosniff"}
        return web.Response(body=self._world.files.read(file), content_type=file.mime_type, headers=headers)

    async def calls(self, request: web.Request) -> web.Response:
        since = request.query.get("since", "0")
        if not since.isdigit():
            raise CannotAct(400, "since: a whole number is needed")
        return web.json_response([record.card() for record in self._api.journal.since(int(since))])

    async def faults(self, request: web.Request) -> web.Response:
        return web.json_response([_fault_card(fault) for fault in self._api.faults.ordered])

    async def order_faults(self, request: web.Request) -> web.Response:
        """The list replaces the faults ordered before; an empty one clears them."""
        given = await body.read_any(request)
        try:
            self._api.faults.ordered[:] = [Fault(**fault) for fault in given]
        except (TypeError, ValueError) as problem:
            raise CannotAct(400, f"a list of faults is needed: {problem}") from None
        return await self.faults(request)


def _fault_card(fault: Fault) -> Json:
    return {name: getattr(fault, name) for name in fault.__dataclass_fields__}


def _guarded(handler: Callable[[web.Request], Awaitable[web.Response]]) -> Callable[[web.Request], Any]:
    async def handle(request: web.Request) -> web.Response:
        try:
            return await handler(request)
        except CannotAct as problem:
            return web.json_response({"error": str(problem)}, status=problem.status)
        except Refusal as refusal:
            return web.json_response({"error": refusal.description}, status=refusal.code)
        except web.HTTPRequestEntityTooLarge:
            return web.json_response({"error": TOO_LARGE[1]}, status=TOO_LARGE[0])

    return handle
