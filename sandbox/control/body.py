"""Reading the JSON bodies of the control API."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from sandbox.control.acts import CannotAct
from sandbox.json_text import read_json
from sandbox.shapes import Json


async def read_any(request: web.Request) -> Any:
    """The JSON body, {} without one."""
    try:
        return read_json(await request.read() or b"{}")
    except ValueError:
        raise CannotAct(400, "the body is not JSON") from None


async def read_body(request: web.Request) -> Json:
    """A JSON object."""
    body = await read_any(request)
    if not isinstance(body, dict):
        raise CannotAct(400, "the body must be a JSON object")
    return body


def text(body: Json, name: str) -> str:
    """A required text."""
    value = body.get(name)
    if not isinstance(value, str) or not value:
        raise CannotAct(400, f"{name}: a text is needed")
    return value


def maybe_text(body: Json, name: str) -> str | None:
    """A text or nothing."""
    value = body.get(name)
    if value is not None and not isinstance(value, str):
        raise CannotAct(400, f"{name}: a text is needed")
    return value or None


def maybe_number(body: Json, name: str) -> int | None:
    """A whole number or nothing."""
    value = body.get(name)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise CannotAct(400, f"{name}: a whole number is needed")
    return value


def truth(body: Json, name: str, default: bool = False) -> bool:
    """True or false."""
    value = body.get(name, default)
    if not isinstance(value, bool):
        raise CannotAct(400, f"{name}: true or false is needed")
    return value


def maybe_list(body: Json, name: str) -> list[Any]:
    """A list; empty without one."""
    value = body.get(name)
    if value is not None and not isinstance(value, list):
        raise CannotAct(400, f"{name}: a list is needed")
    return value or []


def needed_truth(body: Json, name: str) -> bool:
    """True or false, one of them."""
    if name not in body:
        raise CannotAct(400, f"{name}: true or false is needed")
    return truth(body, name)
