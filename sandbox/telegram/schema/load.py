"""The schema file as it is: names, types, required flags."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from sandbox.shapes import Json

Field = tuple[str, list[str], bool]
"""Name, types of which it is one, whether it is required."""

ARRAY = "Array of "
_FILE = Path(__file__).parent.parent.parent / "telegram-bot-api-10.3.json"
_UNSAID = ["Boolean"]
"""What the methods return of which the schema does not say it: those for ephemeral messages return true."""


@cache
def _schema() -> Json:
    schema: Json = json.loads(_FILE.read_text(encoding="utf-8"))
    return schema


def method_names() -> list[str]:
    """Every method of the Bot API."""
    return list(_schema()["methods"])


def parameters(method: str) -> list[Field]:
    """What a method takes."""
    fields: list[Field] = _schema()["methods"][method].get("fields", [])
    return fields


def returns(method: str) -> list[str]:
    """The types of which a method's result is one."""
    types: list[str] = _schema()["methods"][method]["returns"] or _UNSAID
    return types


def fields(kind: str) -> list[Field]:
    """What an object of this type holds."""
    held: list[Field] = _schema()["types"][kind].get("fields", [])
    return held


def alternatives(kind: str) -> tuple[str, ...]:
    """The types of which this one stands for any; () for an object of its own."""
    return tuple(_schema()["types"][kind].get("one_of", ()))


def type_names() -> list[str]:
    """Every type of the Bot API."""
    return list(_schema()["types"])
