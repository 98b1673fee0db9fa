"""What a window may not exceed: the house's own limits, which lie within the messenger's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.common.picture import CAPTION
from dialogs.common.words import LONGEST_LABEL
from sandbox.gallery.places import Place
from sandbox.gallery.render import Face
from sandbox.telegram.text import utf16

CHARACTERS = 3800
"""UTF-16 units of a text: the messenger takes 4,096, and what people typed may be longer than in a sample."""
ROWS = 8
"""More do not fit a phone together with the words above them."""
IN_A_ROW = 4
DATA = 64
"""Bytes of callback data, with the name of the window in them: more is refused."""
NEAR = 0.9
"""From this part of a limit on the gallery warns."""


@dataclass(frozen=True)
class Measure:
    """How much of a limit is taken. `name` is one of characters, rows, label, data."""

    name: str
    value: int
    limit: int
    of: str = ""
    """The longest label, or the data, where that is what was measured."""

    @property
    def over(self) -> bool:
        return self.value > self.limit

    @property
    def near(self) -> bool:
        """What can't grow needs no warning: rows, for every list is shown full, and a label that was cut to fit."""
        grows = self.name != "rows" and "…" not in self.of
        return grows and not self.over and self.value >= self.limit * NEAR


def measures(face: Face) -> list[Measure]:
    """The four numbers of a face, in the order in which one reads it."""
    keys = [key for row in face.rows for key in row]
    label = max((key.text for key in keys), key=len, default="")
    data = max((key.data for key in keys), key=lambda text: len(text.encode()), default="")
    return [
        Measure("characters", utf16.length(face.text), CAPTION if face.picture else CHARACTERS),
        Measure("rows", len(face.rows), ROWS),
        Measure("label", len(label), LONGEST_LABEL, label),
        Measure("data", len(data.encode()), DATA, data),
    ]


def problems(face: Face) -> list[str]:
    """What is wrong with it, in words for a developer."""
    found = [f"{one.name}: {one.value} of {one.limit} {one.of!r}" for one in measures(face) if one.over]
    if face.problem:
        found.append(face.problem)
    if not face.text.strip():
        found.append("says nothing")
    for row in face.rows:
        if len(row) > IN_A_ROW:
            found.append(f"{len(row)} buttons in a row: {[key.text for key in row]}")
        found += [f"a button without a label: {key.data!r}" for key in row if not key.text.strip()]
    return found


def without_sample(places: Sequence[Place]) -> list[Place]:
    """Windows that nobody can see before they are reached: they have no preview data."""
    return [place for place in places if place.window.preview_data is None]
