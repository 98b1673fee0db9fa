"""The addresses of the control API. Errors are {"error": "…"} with a 4xx status."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import quote

from aiohttp import web

from sandbox.control import acts, body
from sandbox.control.acts import CannotAct, Done
from sandbox.control.content_routes import ContentActs
from sandbox.control.group_routes import GroupActs
from sandbox.control.groups import Groups
from sandbox.control.guarded import guarded
from sandbox.control.inline import shown_query
from sandbox.control.multipart import Fields, last, read_form
from sandbox.control.pictures import Pictures
from sandbox.control.rendering import shown, shown_draft
from sandbox.control.sending import send_files
from sandbox.control.stream import Stream
from sandbox.control.time import Time
from sandbox.control.watch import Watch
from sandbox.shapes import Json
from sandbox.telegram.http.routes import BotApi
from sandbox.world import Chat, Person
from sandbox.world.reactions import reacted

SHOWN = frozenset({
    "image/jpeg", "image/png", "image/gif", "image/webp", "video/mp4", "video/webm",
    "audio/mpeg", "audio/mp4", "audio/ogg",
})  # fmt: skip
"""Content types that a page shows in their place; everything else is downloaded, so that no file can run there."""
Act = Callable[[Person, web.Request], Awaitable[Done]]
SILENT = frozenset({"read", "deactivate"})
"""Acts of which the bot hears nothing: they are no step."""


class ControlApi:
    """Plays the people: for the page, for tests, for the bench."""

    def __init__(self, api: BotApi, time: Time) -> None:
        self._world = api.world
        self._api = api
        self._time = time
        self.stream = Stream(api.world, time.face)
        self._groups = Groups(api.world)
        self._watch = Watch(api.world, api.journal, time, api.token)
        api.journal.listeners.append(
            lambda kind, about: self.stream.send_watching(kind, lambda: self._watch.event(about))
        )
        self._content = ContentActs(api.world, self._groups, api.polling)
        self._group_acts = GroupActs(api.world, self._groups)
        self._pictures = Pictures(api.world)

    def add_routes(self, app: web.Application) -> None:
        """Put the control API under /sandbox."""
        one = "/sandbox/people/{id:[0-9]+}"
        app.router.add_get("/sandbox/people", guarded(self.people))
        app.router.add_post("/sandbox/people", guarded(self.new_person))
        app.router.add_get(f"{one}/chat", guarded(self.chat))
        for name, act in self._acts().items():
            app.router.add_post(f"{one}/{name}", guarded(self._acting(name, act)))
        app.router.add_get("/sandbox/chats", guarded(self._groups.all))
        app.router.add_post("/sandbox/chats", guarded(self._groups.create))
        app.router.add_get("/sandbox/chats/{id:-[0-9]+}", guarded(self._groups.read))
        app.router.add_post("/sandbox/privacy", guarded(self._groups.privacy))
        app.router.add_get(f"{one}/polls", guarded(self._content.polls))
        app.router.add_get("/sandbox/inline/{id}", guarded(self._content.query))
        app.router.add_get("/sandbox/bot", guarded(self._content.switches))
        app.router.add_post("/sandbox/bot", guarded(self._content.switch))
        app.router.add_post(f"{one}/photo", guarded(self._pictures.person_photo))
        app.router.add_post(f"{one}/audio", guarded(self._pictures.person_audio))
        app.router.add_post("/sandbox/chats/{id:-[0-9]+}/photo", guarded(self._pictures.group_photo))
        app.router.add_get("/sandbox/web", guarded(self._pictures.web_of_the_play))
        app.router.add_post("/sandbox/web", guarded(self._pictures.put_on_web))
        app.router.add_get("/sandbox/clock", guarded(self.clock))
        app.router.add_post("/sandbox/clock", guarded(self.turn))
        app.router.add_get("/sandbox/files/{file_id}", guarded(self.file))
        for path, handler in self._watch.routes().items():
            app.router.add_get(path, guarded(handler))
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
                bio=body.maybe_text(given, "bio"),
                pinned=body.truth(given, "pinned"),
                started=body.truth(given, "started"),
                hides_forwards=body.truth(given, "hides_forwards"),
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
            "forced_reply": chat.forced_reply,
            "draft": shown_draft(chat.draft, self._world.unix()),
            "commands": self._world.profile.commands_for(person),
            "menu_button": self._world.profile.menu_for(person),
            "pinned": chat.pinned,
            "reactions": reacted(self._world, chat),
            "bot": self._world.profile.card_for(person),
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
            "read": self._read, **self._content.acts(), **self._group_acts.all(),
        }  # fmt: skip

    def _acting(self, name: str, act: Act) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def handle(request: web.Request) -> web.Response:
            person = self._person(request)
            done = await act(person, request)
            if name not in SILENT:
                self._api.journal.step(name, person.id, done.words, self._time.now())
            answer: Json = {"update_id": done.update_id, **(done.told or {})}
            if done.message is not None:
                answer["message"] = shown(done.message)
            if request.query.get("wait") == "1":
                if not await self._time.silence(done.update_id):
                    answer["timeout"] = True
                answer["chat"] = self._chat(person)
                query = self._world.callbacks.by_id.get(done.query_id or "")
                answer["answer"] = query.answer if query else None
                if "inline_query_id" in answer:
                    answer["inline"] = shown_query(self._world, answer["inline_query_id"])
            return web.json_response(answer)

        return handle

    async def _say(self, person: Person, request: web.Request) -> Done:
        given = await body.read_body(request)
        chat, reply_to = self._group(given), body.maybe_number(given, "reply_to")
        thread_id = body.maybe_number(given, "thread_id")
        return acts.say(self._world, person, body.text(given, "text"), reply_to, chat=chat, thread_id=thread_id)

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
        chat, thread_id = self._group(where := _where(fields)), where.get("thread_id")
        return send_files(self._world, person, of_kind, last(fields, "caption"), chat=chat, thread_id=thread_id)

    async def _contact(self, person: Person, request: web.Request) -> Done:
        return acts.share_contact(self._world, person, body.maybe_text(await body.read_body(request), "phone_number"))

    async def _block(self, person: Person, request: web.Request) -> Done:
        given = await body.read_body(request)
        return acts.block(self._world, person, blocked=body.truth(given, "blocked", True))

    async def _deactivate(self, person: Person, request: web.Request) -> Done:
        given = await body.read_body(request)
        return acts.deactivate(self._world, person, deactivated=body.truth(given, "deactivated", True))

    async def _read(self, person: Person, request: web.Request) -> Done:
        return acts.read(self._world, person)

    # clock, files

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


def _where(fields: Fields) -> Json:
    """Chat and topic from the fields of a form."""
    try:
        return {name: int(last(fields, name)) for name in ("chat_id", "thread_id") if last(fields, name)}
    except ValueError:
        raise CannotAct(400, "chat_id, thread_id: whole numbers are needed") from None
