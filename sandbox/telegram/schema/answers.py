"""The server's own answers against the same schema, strictly: they are ours, nothing in them is excused.

Missing and unknown fields, nulls, wrong types and objects of no known kind are all told, each with its path.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from sandbox.shapes import Json
from sandbox.telegram.schema import load
from sandbox.telegram.schema.load import ARRAY
from sandbox.telegram.schema.unions import union

Path = str | tuple[Any, str]
"""Where a value is: a name, or a path and its next piece. Put together only when there is something to tell."""
Check = Callable[[Any, Path, list[str]], None]
"""(value, path, problems)."""

_PLAIN: dict[str, tuple[type, ...]] = {
    "Integer": (int,), "Float": (float, int), "Boolean": (bool,), "True": (bool,), "String": (str,),
}  # fmt: skip


_QUICK: dict[str, type] = {"Integer": int, "Float": float, "Boolean": bool, "String": str}


def wrong_answer(method: str, result: Any) -> list[str]:
    """What is wrong with the result of this method."""
    problems: list[str] = []
    _any_of(tuple(load.returns(method)))(result, "result", problems)
    return problems


def wrong_update(update: Json) -> list[str]:
    """What is wrong with an update: as an object, and that it tells exactly one thing."""
    problems: list[str] = []
    _one("Update")(update, "update", problems)
    if len(update) != 2:
        problems.append(f"update: one thing must be told, not {len(update) - 1}")
    return problems


@cache
def _any_of(kinds: tuple[str, ...]) -> Check:
    if len(kinds) == 1:
        return _one(kinds[0])
    plain = tuple(python for kind in kinds for python in _PLAIN.get(kind, ()))
    objects = tuple(kind for kind in kinds if kind not in _PLAIN)
    inner = _object_of(objects) if objects else None

    def check(value: Any, path: Path, problems: list[str]) -> None:
        if type(value) in plain:
            return
        if inner and isinstance(value, dict):
            inner(value, path, problems)
        else:
            problems.append(f"{_written(path)}: {_shown(value)} is not {' or '.join(kinds)}")

    return check


@cache
def _one(kind: str) -> Check:
    if kind in _PLAIN:
        return _plain(kind)
    if kind.startswith(ARRAY):
        return _array(_one(kind.removeprefix(ARRAY)))
    kinds = load.alternatives(kind)
    if kind == "RichText":
        return _rich_text(_object_of(kinds))
    return _object_of(kinds) if kinds else _object(kind)


def _plain(kind: str) -> Check:
    types = _PLAIN[kind]

    def check(value: Any, path: Path, problems: list[str]) -> None:
        if type(value) not in types or (kind == "True" and value is False):
            problems.append(f"{_written(path)}: {_shown(value)} is not {kind}")

    return check


def _array(item: Check) -> Check:
    def check(value: Any, path: Path, problems: list[str]) -> None:
        if not isinstance(value, list):
            problems.append(f"{_written(path)}: {_shown(value)} is not an Array")
            return
        for number, one in enumerate(value):
            item(one, (path, f"[{number}]"), problems)

    return check


def _object_of(kinds: tuple[str, ...]) -> Check:
    if len(kinds) == 1:
        return _one(kinds[0])
    told_apart = union(kinds)

    def check(value: Any, path: Path, problems: list[str]) -> None:
        kind = told_apart.kind(value) if isinstance(value, dict) else None
        if kind is None:
            problems.append(f"{_written(path)}: {_shown(value)} is none of {', '.join(kinds)}")
        else:
            _one(kind)(value, path, problems)

    return check


def _rich_text(formatted: Check) -> Check:
    def check(value: Any, path: Path, problems: list[str]) -> None:
        if isinstance(value, list):
            for number, one in enumerate(value):
                check(one, (path, f"[{number}]"), problems)
        elif not isinstance(value, str):
            formatted(value, path, problems)

    return check


def _object(kind: str) -> Check:
    checks: dict[str, Check] = {}  # filled at first use: types refer to each other
    plain: dict[str, type] = {}
    required = frozenset(name for name, _, must in load.fields(kind) if must)

    def check(value: Any, path: Path, problems: list[str]) -> None:
        if not checks:
            for name, types, _ in load.fields(kind):
                checks[name] = _any_of(tuple(types))
                if len(types) == 1 and types[0] in _QUICK:
                    plain[name] = _QUICK[types[0]]
        if not isinstance(value, dict):
            problems.append(f"{_written(path)}: {_shown(value)} is not {kind}")
            return
        for name, inner in value.items():
            if type(inner) is plain.get(name):
                continue  # a short cut: most fields are plain and right
            known = checks.get(name)
            if known is None:
                problems.append(f"{_written(path)}.{name}: unknown field of {kind}")
            else:
                known(inner, (path, f".{name}"), problems)
        if not required <= value.keys():
            missing = ", ".join(sorted(required - value.keys()))
            problems.append(f"{_written(path)}: {kind} without {missing}")

    return check


def _written(path: Path) -> str:
    return path if isinstance(path, str) else f"{_written(path[0])}{path[1]}"


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"
