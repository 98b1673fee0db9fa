"""Parameters of simple types: forms carry only strings, JSON carries either."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

from sandbox.telegram.schema.mismatch import Mismatch

Check = Callable[[Any, str, list[str]], Any]
"""(value, path, lint) -> value; raises Mismatch."""

_WHOLE = re.compile(r"[+-]?[0-9]{1,19}")
_LARGEST = 2**63 - 1


def whole(value: Any, path: str, lint: list[str]) -> Any:
    """A number of 64 bits, also as a text."""
    written = isinstance(value, str) and _WHOLE.fullmatch(value.strip())
    if written or (isinstance(value, float) and value.is_integer()):
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and -_LARGEST <= value <= _LARGEST:
        return value
    raise Mismatch(path, f'Field "{last(path)}" must be of type Number')


def whole_or_name(value: Any, path: str, lint: list[str]) -> Any:
    """A chat: its id or its @name."""
    if isinstance(value, str) and not _WHOLE.fullmatch(value.strip()):
        return value
    return whole(value, path, lint)


def fraction(value: Any, path: str, lint: list[str]) -> Any:
    """A finite number."""
    try:
        if not isinstance(value, bool) and math.isfinite(number := float(value)):
            return number
    except (TypeError, ValueError, OverflowError):
        pass
    raise Mismatch(path, f'Field "{last(path)}" must be of type Number')


def truth(value: Any, path: str, lint: list[str]) -> Any:
    """True or false in the manners that Telegram reads."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int | str) and str(value).lower() in ("true", "yes", "1", "false", "no", "0"):
        return str(value).lower() in ("true", "yes", "1")
    raise Mismatch(path, f'Field "{last(path)}" must be of type Boolean')


def string(value: Any, path: str, lint: list[str]) -> Any:
    """A text; a number is taken for one."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise Mismatch(path, f'Field "{last(path)}" must be of type String')


def last(path: str) -> str:
    """The name of the field at the end of a path."""
    return path.rpartition(".")[2].partition("[")[0]


SCALARS: dict[str, Check] = {
    "Integer": whole, "Float": fraction, "Boolean": truth, "True": truth, "String": string, "InputFile": string,
}  # fmt: skip
