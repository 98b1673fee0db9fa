"""Every answer of the control API is JSON, its errors too."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from sandbox.control.acts import CannotAct
from sandbox.telegram.errors import TOO_LARGE, Refusal


def guarded(handler: Callable[[web.Request], Awaitable[web.Response]]) -> Callable[[web.Request], Any]:
    """What a handler raises becomes {"error": "…"} with a 4xx status."""

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
