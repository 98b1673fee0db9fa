"""Requests against the Bot API 10.3 schema: one check a method, compiled when it is first called.

A check returns the value in its own type (forms carry only strings) and notes unknown fields as lint;
Telegram ignores them, so they are never refused. Mismatches carry the words of Telegram's JSON reader.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from sandbox.shapes import Json

Check = Callable[[Any, str, list[str]], Any]
"""(value, path, lint) -> value; raises Mismatch."""

_SCHEMA = Path(__file__).parent.parent / "telegram-bot-api-10.3.json"
_WHOLE = re.compile(r"[+-]?\d{1,20}")
_MARKUPS = {"InlineKeyboardMarkup": "inline_keyboard", "ReplyKeyboardMarkup": "keyboard",
            "ReplyKeyboardRemove": "remove_keyboard", "ForceReply": "force_reply"}  # fmt: skip
_GIVEN_IN_PART = frozenset({"ChatAdministratorRights"})
"""Types whose required fields Telegram only promises: in a request what is left out is false."""
_EMPTY_MEANS = frozenset({"icon_custom_emoji_id"})
"""Parameters of which an empty one says something: no icon any more."""


class Mismatch(Exception):
    """The value at `path` is not what the schema says; `whole`: the text is the whole answer."""

    def __init__(self, path: str, text: str, *, whole: bool = False) -> None:
        super().__init__(text)
        self.path = path
        self.text = text
        self.whole = whole

    @property
    def parameter(self) -> str:
        """The top-level parameter in which it lies."""
        return re.split(r"[.\[]", self.path, maxsplit=1)[0]


class Missing(Mismatch):
    """A required top-level parameter is not there."""


class Method:
    """The parameters of one method."""

    def __init__(self, name: str, fields: list[tuple[str, list[str], bool]]) -> None:
        self.name = name
        self._checks = {field: (_parameter(types), required) for field, types, required in fields}

    def validate(self, raw: Json) -> tuple[Json, list[str]]:
        """Typed parameters and lint. Empty strings count as missing, as everywhere in the Bot API."""
        lint: list[str] = []
        given: Json = {}
        for name, value in raw.items():
            known = self._checks.get(name)
            if known is None:
                lint.append(f"{name}: unknown parameter of {self.name}")
            elif value is not None and (value != "" or name in _EMPTY_MEANS):
                given[name] = known[0](value, name, lint)
        for name, (_, required) in self._checks.items():
            if required and name not in given:
                raise Missing(name, f'parameter "{name}" is required')
        return given, lint


@cache
def methods() -> dict[str, Callable[[], Method]]:
    """Every method of the Bot API by its name in small letters; compiled at first use."""

    def lazily(name: str) -> Callable[[], Method]:
        return cache(lambda: Method(name, _schema()["methods"][name].get("fields", [])))

    return {name.lower(): lazily(name) for name in _schema()["methods"]}


@cache
def _schema() -> Json:
    schema: Json = json.loads(_SCHEMA.read_text(encoding="utf-8"))
    return schema


def _parameter(types: list[str]) -> Check:
    check = _union(tuple(types))
    if all(kind in ("String", "Integer", "Float", "Boolean", "True", "InputFile") for kind in types):
        return check

    def parsed(value: Any, path: str, lint: list[str]) -> Any:
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except ValueError:
                subject = {"reply_markup": "reply keyboard markup"}.get(path, path.replace("_", " "))
                raise Mismatch(path, f"can't parse {subject} JSON object", whole=True) from None
        return check(value, path, lint)

    return parsed


@cache
def _union(types: tuple[str, ...]) -> Check:
    if set(types) <= set(_MARKUPS):
        return _markup({_MARKUPS[kind]: kind for kind in types})
    if len(types) == 1:
        return _single(types[0])
    if all(kind.startswith("Array of ") for kind in types):
        return _array(_tagged(tuple(kind.removeprefix("Array of ") for kind in types)))
    if set(types) == {"Integer", "String"}:
        return _whole_or_name
    if "InputFile" in types or "String" in types:
        return _string
    return _tagged(types)


@cache
def _single(kind: str) -> Check:
    if kind.startswith("Array of "):
        return _array(_single(kind.removeprefix("Array of ")))
    scalar = _SCALARS.get(kind)
    if scalar is not None:
        return scalar
    definition = _schema()["types"][kind]
    if "one_of" in definition:
        return _tagged(tuple(definition["one_of"]))
    return _object(kind)


def _array(item: Check) -> Check:
    def check(value: Any, path: str, lint: list[str]) -> Any:
        if not isinstance(value, list):
            raise Mismatch(path, f'Field "{_last(path)}" must be of type Array')
        return [item(one, f"{path}[{number}]", lint) for number, one in enumerate(value)]

    return check


def _object(kind: str) -> Check:
    checks: dict[str, tuple[Check, bool]] = {}  # filled at first use: types refer to each other

    def check(value: Any, path: str, lint: list[str]) -> Any:
        if not checks:
            for name, types, required in _schema()["types"][kind].get("fields", []):
                checks[name] = (_union(tuple(types)), required)
        if kind == "KeyboardButton" and isinstance(value, str):
            value = {"text": value}
        if not isinstance(value, dict):
            raise Mismatch(path, f"{kind} must be an Object")
        made: Json = {}
        for name, inner in value.items():
            known = checks.get(name)
            if known is None:
                lint.append(f"{path}.{name}: unknown field of {kind}")
            elif inner is not None:
                made[name] = known[0](inner, f"{path}.{name}", lint)
        for name, (_, required) in checks.items():
            if required and name not in made and kind not in _GIVEN_IN_PART:
                raise Mismatch(path, f'Can\'t find field "{name}"')
        return made

    return check


def _tagged(kinds: tuple[str, ...]) -> Check:
    """One of several objects told apart by `type`; its value follows from the name of the Bot API type."""
    stem = _common_prefix(kinds)
    by_type = {_snake(kind.removeprefix(stem)): kind for kind in kinds}

    def check(value: Any, path: str, lint: list[str]) -> Any:
        if not isinstance(value, dict):
            raise Mismatch(path, "expected an Object")
        if "type" not in value:
            raise Mismatch(path, 'Can\'t find field "type"')
        kind = by_type.get(str(value["type"]))
        if kind is None:
            raise Mismatch(path, f'type "{value["type"]}" is unsupported')
        return _single(kind)(value, path, lint)

    return check


def _markup(by_key: dict[str, str]) -> Check:
    def check(value: Any, path: str, lint: list[str]) -> Any:
        if not isinstance(value, dict):
            raise Mismatch(path, "Object expected as reply markup", whole=True)
        for key, kind in by_key.items():
            if key in value:
                return _single(kind)(value, path, lint)
        if any(key in value for key in _MARKUPS.values()):
            raise Mismatch(path, "Inline keyboard expected", whole=True)
        lint.append(f"{path}: no kind of keyboard")
        return None

    return check


def _whole(value: Any, path: str, lint: list[str]) -> Any:
    if isinstance(value, bool):
        pass
    elif isinstance(value, int):
        return value
    elif (isinstance(value, float) and value.is_integer()) or (
        isinstance(value, str) and _WHOLE.fullmatch(value.strip())
    ):
        return int(value)
    raise Mismatch(path, f'Field "{_last(path)}" must be of type Number')


def _whole_or_name(value: Any, path: str, lint: list[str]) -> Any:
    if isinstance(value, str) and not _WHOLE.fullmatch(value.strip()):
        return value
    return _whole(value, path, lint)


def _fraction(value: Any, path: str, lint: list[str]) -> Any:
    try:
        if not isinstance(value, bool):
            return float(value)
    except (TypeError, ValueError):
        pass
    raise Mismatch(path, f'Field "{_last(path)}" must be of type Number')


def _truth(value: Any, path: str, lint: list[str]) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, int | str) and str(value).lower() in ("true", "yes", "1", "false", "no", "0"):
        return str(value).lower() in ("true", "yes", "1")
    raise Mismatch(path, f'Field "{_last(path)}" must be of type Boolean')


def _string(value: Any, path: str, lint: list[str]) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise Mismatch(path, f'Field "{_last(path)}" must be of type String')


_SCALARS: dict[str, Check] = {
    "Integer": _whole, "Float": _fraction, "Boolean": _truth, "True": _truth, "String": _string,
    "InputFile": _string,
}  # fmt: skip


def _last(path: str) -> str:
    return path.rpartition(".")[2].partition("[")[0]


def _common_prefix(kinds: tuple[str, ...]) -> str:
    """The longest common beginning that ends before a capital letter in every name."""
    stem = kinds[0]
    while not all(kind.startswith(stem) and kind[len(stem) : len(stem) + 1].isupper() for kind in kinds):
        stem = stem[:-1]
    return stem


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
