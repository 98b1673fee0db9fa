"""Objects of which a value is one: told apart by a field (`type`, `status`, `source`) or by what they hold."""

from __future__ import annotations

import re
from functools import cache

from sandbox.shapes import Json
from sandbox.telegram.schema import load

_TAGS = ("status", "source", "type")
_VALUES = {
    "Owner": "creator", "Banned": "kicked", "DataField": "data", "SectionHeading": "heading",
    "Preformatted": "pre", "BlockQuotation": "blockquote", "PullQuotation": "pullquote",
    "ExpandableBlockQuotation": "expandable_blockquote",
}  # fmt: skip
"""The value of the field where it does not follow from the name of the Bot API type."""


class Union:
    """`tag` names the field whose value tells the kinds apart; None: only the other fields do."""

    def __init__(self, kinds: tuple[str, ...]) -> None:
        required = {kind: frozenset(name for name, _, must in load.fields(kind) if must) for kind in kinds}
        self.tag = next((tag for tag in _TAGS if all(tag in names for names in required.values())), None)
        self.by_value: dict[str, list[str]] = {}
        stem = _common_prefix(kinds)
        for kind in sorted(kinds, key=lambda kind: -len(required[kind])):  # Venue before Location, which it includes
            self.by_value.setdefault(_value(kind.removeprefix(stem)) if self.tag else "", []).append(kind)
        self._required = required

    def kind(self, value: Json) -> str | None:
        """Which of the kinds this object is; None when its tag, or without a tag its fields, name none of them."""
        candidates = self.by_value.get(str(value.get(self.tag)) if self.tag else "", [])
        if len(candidates) == 1:
            return candidates[0]
        if "InaccessibleMessage" in candidates and value.get("date") == 0:
            return "InaccessibleMessage"
        fitting = [kind for kind in candidates if self._required[kind] <= value.keys()]
        return fitting[0] if fitting else candidates[-1] if self.tag and candidates else None


@cache
def union(kinds: tuple[str, ...]) -> Union:
    """The union of these object types."""
    return Union(kinds)


def _value(rest: str) -> str:
    return _VALUES.get(rest) or re.sub(r"(?<!^)(?=[A-Z])", "_", rest.removeprefix("Cached")).lower()


def _common_prefix(kinds: tuple[str, ...]) -> str:
    """The longest common beginning that ends before a capital letter in every name."""
    stem = kinds[0]
    while not all(kind.startswith(stem) and kind[len(stem) : len(stem) + 1].isupper() for kind in kinds):
        stem = stem[:-1]
    return stem
