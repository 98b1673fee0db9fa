"""Requests against the Bot API 10.3 schema: one check a method, compiled when it is first called.

A check returns the value in its own type (forms carry only strings) and notes unknown fields as lint;
Telegram ignores them, so they are never refused. Mismatches carry the words of Telegram's JSON reader.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from sandbox.json_text import NotUtf8, read_json
from sandbox.shapes import Json
from sandbox.telegram.schema import load
from sandbox.telegram.schema.legacy import LEGACY, modern
from sandbox.telegram.schema.load import ARRAY
from sandbox.telegram.schema.mismatch import Mismatch, Missing
from sandbox.telegram.schema.scalars import SCALARS, Check, last, string, whole_or_name
from sandbox.telegram.schema.unions import union

_MARKUPS = {"InlineKeyboardMarkup": "inline_keyboard", "ReplyKeyboardMarkup": "keyboard",
            "ReplyKeyboardRemove": "remove_keyboard", "ForceReply": "force_reply"}  # fmt: skip
_MAY_BE_EMPTY = {("setWebhook", "url")}
"""Required by the documentation, and yet an empty one means something: here, no webhook any more."""
_EMPTY_MEANS = frozenset({"icon_custom_emoji_id"})
"""Parameters of which an empty one says something: no icon any more."""
_GIVEN_IN_PART = frozenset({"ChatAdministratorRights"})
"""Types whose required fields Telegram only promises: in a request what is left out is false."""


class Method:
    """The parameters of one method."""

    def __init__(self, name: str, fields: list[tuple[str, list[str], bool]]) -> None:
        self.name = name
        self._checks = {
            field: (_parameter(types), required and (name, field) not in _MAY_BE_EMPTY)
            for field, types, required in fields
        }

    def validate(self, raw: Json) -> tuple[Json, list[str]]:
        """Typed parameters and lint. Empty strings count as missing, as everywhere in the Bot API."""
        lint: list[str] = []
        given: Json = {}
        if not LEGACY.keys().isdisjoint(raw):
            raw = modern(raw, self._checks)
        for name, value in raw.items():
            known = self._checks.get(name)
            if known is None:
                if value != f"attach://{name}":  # an uploaded part to which another parameter points
                    lint.append(f"{name}: unknown parameter of {self.name}")
            elif value is not None and (value != "" or name in _EMPTY_MEANS):
                try:
                    given[name] = known[0](value, name, lint)
                except RecursionError:
                    raise Mismatch(name, "nested too deep") from None
        for name, (_, required) in self._checks.items():
            if required and name not in given:
                raise Missing(name, f'parameter "{name}" is required')
        return given, lint


@cache
def methods() -> dict[str, Callable[[], Method]]:
    """Every method of the Bot API by its name in small letters; compiled at first use."""

    def lazily(name: str) -> Callable[[], Method]:
        return cache(lambda: Method(name, load.parameters(name)))

    return {name.lower(): lazily(name) for name in load.method_names()}


def _parameter(types: list[str]) -> Check:
    check = _union(tuple(types))
    if all(kind in ("String", "Integer", "Float", "Boolean", "True", "InputFile") for kind in types):
        return check

    def parsed(value: Any, path: str, lint: list[str]) -> Any:
        if isinstance(value, str):
            try:
                value = read_json(value)
            except NotUtf8:
                raise Mismatch(path, "strings must be encoded in UTF-8", whole=True) from None
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
    if all(kind.startswith(ARRAY) for kind in types):
        return _array(_tagged(tuple(kind.removeprefix(ARRAY) for kind in types)))
    if set(types) == {"Integer", "String"}:
        return whole_or_name
    if "InputFile" in types or "String" in types:
        return string
    return _tagged(types)


@cache
def _single(kind: str) -> Check:
    if kind.startswith(ARRAY):
        return _array(_single(kind.removeprefix(ARRAY)))
    scalar = SCALARS.get(kind)
    if scalar is not None:
        return scalar
    kinds = load.alternatives(kind)
    if kind == "RichText":
        return _rich_text(_tagged(kinds))
    return _tagged(kinds) if kinds else _object(kind)


def _array(item: Check) -> Check:
    def check(value: Any, path: str, lint: list[str]) -> Any:
        if not isinstance(value, list):
            raise Mismatch(path, f'Field "{last(path)}" must be of type Array')
        return [item(one, f"{path}[{number}]", lint) for number, one in enumerate(value)]

    return check


def _object(kind: str) -> Check:
    checks: dict[str, tuple[Check, bool]] = {}  # filled at first use: types refer to each other

    def check(value: Any, path: str, lint: list[str]) -> Any:
        if not checks:
            for name, types, required in load.fields(kind):
                checks[name] = (_union(tuple(types)), required)
        if kind in ("KeyboardButton", "InputPollOption") and isinstance(value, str):
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
    """One of several objects."""
    told_apart = union(kinds)

    def check(value: Any, path: str, lint: list[str]) -> Any:
        if not isinstance(value, dict):
            raise Mismatch(path, "expected an Object")
        kind = told_apart.kind(value)
        if kind is not None:
            return _single(kind)(value, path, lint)
        tag = told_apart.tag
        if tag is None:
            raise Mismatch(path, "the Object is of no known kind")
        if tag not in value:
            raise Mismatch(path, f'Can\'t find field "{tag}"')
        raise Mismatch(path, f'{tag} "{value[tag]}" is unsupported')

    return check


def _rich_text(formatted: Check) -> Check:
    """A plain text, formatted text, or a row of both."""

    def check(value: Any, path: str, lint: list[str]) -> Any:
        if isinstance(value, str):
            return value
        if isinstance(value, list):
            return [check(one, f"{path}[{number}]", lint) for number, one in enumerate(value)]
        return formatted(value, path, lint)

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
