"""Reading JSON that strangers wrote: whatever it is, it is either read or refused, never a surprise later on."""

from __future__ import annotations

import json
from typing import Any


class NotUtf8(ValueError):
    """A text in it cannot be written as UTF-8: half of a surrogate pair."""


def read_json(text: str | bytes) -> Any:
    """Raises ValueError for what is not JSON (NaN and Infinity are not) and for JSON nested too deep to walk."""
    try:
        value = json.loads(text, parse_constant=_refuse)
        if (b"\\u" in text) if isinstance(text, bytes) else ("\\u" in text):
            json.dumps(value, ensure_ascii=False).encode()
    except RecursionError:
        raise ValueError("nested too deep") from None
    except UnicodeEncodeError:
        raise NotUtf8("half of a surrogate pair") from None
    return value


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")
