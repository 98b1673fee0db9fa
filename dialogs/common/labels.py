"""Cutting what people typed to the length of a button, so that things which differ still look different."""

from collections import defaultdict
from collections.abc import Callable, Sequence

Cut = Callable[[str, int], str]
ELLIPSIS = "…"
LETTERS = 8
"""Of a word before a difference in it."""


def shorten(text: str, length: int) -> str:
    """At most `length` characters, the last of them «…» where something is missing."""
    return text if len(text) <= length else text[: length - 1].rstrip() + ELLIPSIS


def shorten_middle(text: str, length: int) -> str:
    """As `shorten`, with the end kept: «МБОУ «Средняя…ая школа № 12»» is told from № 13 by its end alone."""
    return text if len(text) <= length else _joined(text, length, length // 2)


def fitted(texts: Sequence[str], length: int, cut: Cut = shorten) -> list[str]:
    """Each of them in at most `length` characters; what differs before it is cut differs after it.

    Labels that come out alike are cut where the whole texts differ: their end is shown, as little of it as tells
    them apart, then what begins at the difference; and where nothing helps they are counted. A list of the same
    texts stays so. `length` has room for an ellipsis and a number.
    """
    labels = {text: cut(text, length) for text in texts}
    alike: dict[str, list[str]] = defaultdict(list)
    for text, label in labels.items():
        alike[label].append(text)
    for label, group in alike.items():
        if len(group) > 1:
            taken = {other for other in alike if other != label} | set(labels.values()) - {label}
            labels |= _told_apart(group, length, taken)
    return [labels[text] for text in texts]


def _told_apart(group: Sequence[str], length: int, taken: set[str]) -> dict[str, str]:
    """Different labels for texts that begin alike, none of those that are `taken`."""
    start = _difference(group)

    def ending(kept: int) -> Cut:
        return lambda text, room: _joined(text, room, kept)

    def differing(text: str, room: int) -> str:
        return shorten(text[: room // 3].rstrip() + ELLIPSIS + text[start:], room)

    half = length // 2
    ways: list[Cut] = [*map(ending, range(6, half + 1)), differing, *map(ending, range(half + 1, length - 6))]
    for way in ways:
        found = {text: way(text, length) for text in group}
        if len(set(found.values())) == len(group) and taken.isdisjoint(found.values()):
            return found
    return _counted(group, length, taken)


def _counted(group: Sequence[str], length: int, taken: set[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    number = 0
    for text in group:
        label = ""
        while not label or label in taken or label in found.values():
            number += 1
            mark = f" ({number})"
            label = shorten(text, length - len(mark)) + mark
        found[text] = label
    return found


def _joined(text: str, length: int, kept: int) -> str:
    """The beginning and the last `kept` characters, «…» between them; half a number is none."""
    if len(text) <= length:
        return text
    end = text[-kept:]
    if text[-kept - 1].isdigit():
        end = end.lstrip("0123456789")
    return text[: length - kept - 1].rstrip() + ELLIPSIS + end.lstrip()


def _difference(texts: Sequence[str]) -> int:
    """Where the word begins at which they differ first, with the «№» before it; of a long word its last letters."""
    first, last = min(texts), max(texts)
    same = next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))
    word = first.rfind(" ", 0, same) + 1
    if first[:word].endswith("№ "):
        word -= 2
    return max(word, same - LETTERS)
