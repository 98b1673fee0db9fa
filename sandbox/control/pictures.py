"""What a trainer or a test puts into the play: photos of people and groups, and the web of the play."""

from __future__ import annotations

from aiohttp import web

from sandbox.control.acts import CannotAct
from sandbox.control.multipart import last, read_file
from sandbox.telegram.media.describing import describe
from sandbox.telegram.media.keeping import keep
from sandbox.telegram.media.portraits import portrait
from sandbox.world import World
from sandbox.world.content_type import named_type
from sandbox.world.portraits import add_audio, add_photo, chat_photo
from sandbox.world.web import Page, addresses, put


class Pictures:
    """Nobody acts in these: the bot is not told."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def person_photo(self, request: web.Request) -> web.Response:
        """A person shows this photo now: its sizes."""
        user_id = self._person(request)
        upload, _ = await read_file(request)
        photo = portrait(self._world, upload)
        add_photo(self._world, user_id, photo)
        return web.json_response({"photo": photo})

    async def person_audio(self, request: web.Request) -> web.Response:
        """A person shows this audio now."""
        user_id = self._person(request)
        upload, _ = await read_file(request)
        audio = describe(keep(self._world, "audio", upload, {}))
        add_audio(self._world, user_id, audio)
        return web.json_response({"audio": audio})

    async def group_photo(self, request: web.Request) -> web.Response:
        """A group or channel has this photo now."""
        chat = self._world.chats.get(int(request.match_info["id"]))
        if chat is None or chat.group is None:
            raise CannotAct(404, "no such group")
        upload, _ = await read_file(request)
        photo = portrait(self._world, upload)
        chat.group.about["photo"] = chat_photo(photo)
        self._world.touch("chat", str(chat.id))
        return web.json_response({"photo": photo})

    async def web_of_the_play(self, request: web.Request) -> web.Response:
        """Every address of the web of the play."""
        return web.json_response({"addresses": addresses(self._world)})

    async def put_on_web(self, request: web.Request) -> web.Response:
        """Let the file stand under an address, which the bot may then send instead of an upload."""
        upload, fields = await read_file(request)
        url = last(fields, "url")
        if "." not in url:
            raise CannotAct(400, "url: an address is needed")
        mime_type = named_type(upload.name, upload.mime_type)
        put(self._world, url, Page(upload.name, mime_type, upload.data))
        return web.json_response({"url": url, "size": len(upload.data), "mime_type": mime_type})

    def _person(self, request: web.Request) -> int:
        user_id = int(request.match_info["id"])
        if user_id not in self._world.people:
            raise CannotAct(404, "no such person")
        return user_id
