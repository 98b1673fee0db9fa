"""What stands before the items of a list."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram.errors import bad_request

BULLET = "•"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def labels(items: list[Json]) -> list[str]:
    """A label for each item: all are numbered, or none is."""
    ordered = [bool(item.get("value")) or "type" in item for item in items]
    if any(ordered) and not all(ordered):
        raise bad_request("List must be either ordered or unordered")
    if not ordered[0]:
        return [BULLET] * len(items)
    found, number = [], 0
    for item in items:
        number = item.get("value") or number + 1
        found.append(f"{_number(number, item.get('type', '1'))}.")
    return found


def _number(number: int, kind: str) -> str:
    match kind:
        case "1":
            return str(number)
        case "a" | "A":
            letters = _letters(number)
            return letters.upper() if kind == "A" else letters
        case "i" | "I":
            roman = _roman(number)
            return roman.upper() if kind == "I" else roman
    raise bad_request("Invalid list item type specified")


def _letters(number: int) -> str:
    text = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        text = chr(ord("a") + letter) + text
    return text or "0"


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text
