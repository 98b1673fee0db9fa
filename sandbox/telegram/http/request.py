"""Reading a request: the query string, a form, JSON or multipart become raw parameters and uploads."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import Any

from aiohttp import BodyPartReader, web
from aiohttp.http_exceptions import HttpProcessingError

from sandbox.json_text import NotUtf8, read_json
from sandbox.shapes import Json
from sandbox.telegram.errors import NOT_UTF8, TOO_LARGE, Refusal

LARGEST_UPLOAD = 50 * 1024 * 1024
UNREADABLE = (ValueError, LookupError, RuntimeError, HttpProcessingError, web.RequestPayloadError, zlib.error)
"""What reading a body raises: no JSON, an unknown charset or encoding, broken parts, broken compression."""


@dataclass(slots=True, frozen=True)
class Upload:
    """A file part of a multipart request."""

    name: str
    mime_type: str
    data: bytes


async def read_request(request: web.Request) -> tuple[Json, dict[str, Upload]]:
    """Raw parameters and uploads. A file sent right under a parameter's name reads as `attach://name`."""
    raw: dict[str, Any] = dict(request.query)
    uploads: dict[str, Upload] = {}
    kind = request.content_type if request.can_read_body else ""
    try:
        if kind == "application/json":
            body = read_json(await request.read() or b"{}")
            if not isinstance(body, dict):
                raise Refusal(400, "Bad Request: can't parse request JSON object")
            raw.update(body)
        elif kind == "application/x-www-form-urlencoded":
            raw.update(await request.post())
        elif kind == "multipart/form-data":
            await _read_parts(request, raw, uploads)
    except web.HTTPRequestEntityTooLarge:
        raise Refusal(*TOO_LARGE) from None
    except (NotUtf8, UnicodeError):
        raise Refusal(*NOT_UTF8) from None
    except UNREADABLE:
        raise Refusal(400, "Bad Request: can't parse request") from None
    return raw, uploads


async def _read_parts(request: web.Request, raw: Json, uploads: dict[str, Upload]) -> None:
    left = LARGEST_UPLOAD
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        data = bytes(await part.read(decode=True))
        left -= len(data)
        if left < 0:
            raise Refusal(*TOO_LARGE)
        if part.filename is None:
            raw[part.name] = data.decode()
            continue
        mime_type = part.headers.get("Content-Type", "application/octet-stream").partition(";")[0]
        uploads[part.name] = Upload(_base_name(part.filename), mime_type, data)
        raw.setdefault(part.name, f"attach://{part.name}")


def _base_name(name: str) -> str:
    """The last part of a path in either manner, as Telegram keeps it."""
    return re.split(r"[/\\]", name)[-1] or "file"
