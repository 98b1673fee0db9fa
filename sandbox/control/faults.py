"""Faults as they are posted: what is wrong with them is said by field, nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sandbox.control.acts import CannotAct
from sandbox.telegram import schema
from sandbox.telegram.http.faults import BODIES, DEEDS, WHEN, Fault

LONGEST_DELAY_SECONDS = 600
Right = Callable[[Any], bool]


def read_faults(given: Any) -> list[Fault]:
    """The list that somebody posted."""
    if not isinstance(given, list):
        raise CannotAct(400, "a list of faults is needed")
    return [_read(fault, f"faults[{number}]") for number, fault in enumerate(given)]


def _read(given: Any, place: str) -> Fault:
    if not isinstance(given, dict):
        raise CannotAct(400, f"{place}: an object is needed")
    for name, value in given.items():
        if name not in _FIELDS:
            raise CannotAct(400, f"{place}.{name}: there is no such field, only {', '.join(_FIELDS)}")
        needed, right = _FIELDS[name]
        if not right(value) and not (value is None and name in _MAY_BE_NULL):
            raise CannotAct(400, f"{place}.{name}: {needed} is needed")
    if "method" not in given:
        raise CannotAct(400, f"{place}.method: {_FIELDS['method'][0]} is needed")
    chosen = [name for name in ("every", "probability") if given.get(name) is not None]
    if len(chosen) > 1:
        raise CannotAct(400, f"{place}: every or probability, not both")
    return Fault(**{"times": None if chosen else 1, **given})


def _whole(least: int, most: int) -> Right:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _method(value: Any) -> bool:
    """Its name, or how names begin: "send*"."""
    if not isinstance(value, str):
        return False
    name = value.lower()
    if name.endswith("*"):
        return any(known.startswith(name[:-1]) for known in schema.methods())
    return name in schema.methods()


_STATUS, _ANY = _whole(400, 599), _whole(-(2**63), 2**63)
_FIELDS: dict[str, tuple[str, Right]] = {
    "method": ('a method of the Bot API, "*", or one like "send*"', _method),
    "status": ("0 (the connection is cut) or 400–599", lambda value: _STATUS(value) or _whole(0, 0)(value)),
    "description": ("a text", lambda value: isinstance(value, str)),
    "retry_after": ("a whole number of seconds, 1 or more,", _whole(1, 10**6)),
    "times": ("a whole number, 1 or more, or null (for ever)", _whole(1, 10**9)),
    "when": (" or ".join(WHEN), lambda value: value in WHEN),
    "person_id": ("a whole number", _ANY),
    "delay": (
        f"seconds, 0–{LONGEST_DELAY_SECONDS},",
        lambda value: _number(value) and 0 <= value <= LONGEST_DELAY_SECONDS,
    ),
    "body": (" or ".join(BODIES), lambda value: value in BODIES),
    "person_does": (" or ".join(DEEDS), lambda value: value in DEEDS),
    "every": ("a whole number, 1 or more,", _whole(1, 10**9)),
    "probability": ("a number over 0, at most 1,", lambda value: _number(value) and 0 < value <= 1),
    "seed": ("a whole number", _ANY),
}
"""What is needed of each field, in words, and whether a value is that."""
_MAY_BE_NULL = _FIELDS.keys() - {"method", "when", "delay", "seed"}
