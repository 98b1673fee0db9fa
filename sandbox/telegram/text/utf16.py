"""Telegram counts text in UTF-16 units: a letter is one, an emoji outside the first plane is two."""

from __future__ import annotations


def length(text: str) -> int:
    """The length of `text` in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def indices(text: str) -> list[int]:
    """For each UTF-16 offset (the end included) the index in `text`; -1 in the middle of a pair."""
    found: list[int] = []
    for index, char in enumerate(text):
        found.append(index)
        if char > "\uffff":
            found.append(-1)
    found.append(len(text))
    return found


def pieces(text: str, size: int) -> list[str]:
    """`text` cut into parts of at most `size` units, as clients send a text that is too long."""
    parts: list[str] = []
    current: list[str] = []
    taken = 0
    for char in text:
        width = 2 if char > "\uffff" else 1
        if taken + width > size:
            parts.append("".join(current))
            current, taken = [], 0
        current.append(char)
        taken += width
    parts.append("".join(current))
    return parts
