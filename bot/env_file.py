"""What is wrong with the `.env` file itself: a misspelt name must not start the demo in silence."""

import re
from collections.abc import Collection
from difflib import get_close_matches
from pathlib import Path

from dotenv.parser import parse_stream

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def first_problem(file: Path, known: Collection[str]) -> str | None:
    """One line, or None. Only names and line numbers are told: a value, or a line in a wrong shape, may be secret.

    Raises OSError and UnicodeDecodeError.
    """
    if not file.is_file():
        return None
    names = {name.upper() for name in known}
    with file.open(encoding="utf-8-sig") as stream:
        for found in parse_stream(stream):
            if not found.error and found.key is None:
                continue
            blank = len(found.original.string) - len(found.original.string.lstrip())
            line = found.original.line + found.original.string[:blank].count("\n")
            if found.error or found.value is None or not _NAME.fullmatch(found.key or ""):
                return f"line {line} cannot be read, it must be NAME=value"
            name = str(found.key)
            if name.upper() not in names:
                near = get_close_matches(name.upper(), names, n=1)
                return f"{name} (line {line}) is not a setting" + (f", did you mean {near[0]}?" if near else "")
    return None
