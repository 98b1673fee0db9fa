"""Reading the forms of the control API: files, and fields that may come several times."""

from __future__ import annotations

from collections.abc import AsyncIterator

from aiohttp import BodyPartReader, web

from sandbox.control.acts import CannotAct
from sandbox.telegram.errors import TOO_LARGE, Refusal
from sandbox.telegram.http.request import LARGEST_UPLOAD, UNREADABLE, Upload

Fields = dict[str, list[str]]


async def read_form(request: web.Request) -> tuple[list[Upload], Fields]:
    """The parts called `file`, in their order, and everything else; together no larger than a bot may send."""
    if request.content_type != "multipart/form-data":
        raise CannotAct(400, "multipart is needed")
    files: list[Upload] = []
    fields: Fields = {}
    left = LARGEST_UPLOAD
    async for part, data in _parts(request):
        left -= len(data)
        if left < 0:
            raise Refusal(*TOO_LARGE)
        name = part.name or ""
        if name == "file":
            mime_type = part.headers.get("Content-Type", "application/octet-stream")
            files.append(Upload(part.filename or "file", mime_type, data))
        else:
            fields.setdefault(name, []).append(data.decode(errors="replace"))
    return files, fields


async def _parts(request: web.Request) -> AsyncIterator[tuple[BodyPartReader, bytes]]:
    try:
        async for part in await request.multipart():
            if isinstance(part, BodyPartReader) and part.name is not None:
                yield part, bytes(await part.read(decode=True))
    except UNREADABLE:
        raise CannotAct(400, "the form cannot be read") from None


async def read_file(request: web.Request) -> tuple[Upload, Fields]:
    """A form with one file."""
    files, fields = await read_form(request)
    if len(files) != 1:
        raise CannotAct(400, "one file is needed")
    return files[0], fields


def last(fields: Fields, name: str, default: str = "") -> str:
    """A field that comes once."""
    return fields[name][-1] if name in fields else default
