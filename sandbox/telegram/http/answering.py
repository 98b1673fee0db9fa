"""Putting an answer on the wire: the JSON envelope, or what is left of it when a fault spoils it."""

from __future__ import annotations

import json

from aiohttp import web

from sandbox.shapes import Json
from sandbox.telegram.errors import Refusal

_PROXY_PAGE = """<html>
<head><title>{status} {reason}</title></head>
<body>
<center><h1>{status} {reason}</h1></center>
<hr><center>nginx</center>
</body>
</html>
"""


def answer(body: Json, status: int = 200, parameters: Json | None = None) -> web.Response:
    """The envelope."""
    data = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    headers = {"Retry-After": str(parameters["retry_after"])} if parameters and "retry_after" in parameters else None
    return web.Response(body=data, status=status, content_type="application/json", headers=headers)


def refused(refusal: Refusal) -> web.Response:
    """The envelope of a refusal."""
    return answer(refusal.body(), refusal.code, refusal.parameters)


async def spoilt(request: web.Request, right: web.Response, body: str) -> web.StreamResponse:
    """The answer as a fault's `body` wants it: "html", "invalid" or "half"."""
    data = right.body
    assert isinstance(data, bytes)
    if body == "html":
        page = _PROXY_PAGE.format(status=right.status, reason=right.reason)
        return web.Response(text=page, status=right.status, content_type="text/html")
    if body == "invalid":
        return web.Response(body=data[: len(data) // 2], status=right.status, content_type="application/json")
    broken = web.StreamResponse(status=right.status, headers={"Content-Type": "application/json"})
    broken.content_length = len(data)
    await broken.prepare(request)
    await broken.write(data[: len(data) // 2])
    if request.transport is not None:
        request.transport.close()  # after what was written
    return broken


def cut(request: web.Request) -> web.Response:
    """No answer: the connection ends."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
