"""Whom an announcement is for: everyone in the author's scope, narrowed by at most two filters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class By(StrEnum):
    """What a filter looks at."""

    MUNICIPALITY = "municipality"
    SCHOOL = "school"
    SUBJECT = "subject"
    ROLE = "role"
    YOUNG = "young"


MOST_FILTERS = 2

NOT_TOGETHER = {By.SCHOOL: (By.MUNICIPALITY,)}
"""A school lies in one municipality: after it there is nothing to narrow by that."""


NOBODY_CHOSEN: Mapping[str, Any] = {}
"""As a draft keeps it before its author has said whom it is for; read as everyone."""


@dataclass(frozen=True)
class Filter:
    """`value` is a unit's id, a subject's code or a role; empty for young teachers."""

    by: By
    value: str = ""


@dataclass(frozen=True)
class Segment:
    """Every filter must hold; no filter means everyone."""

    filters: tuple[Filter, ...] = ()

    def with_filter(self, new: Filter) -> Segment:
        """Narrowed by one more filter; a second one of a kind takes the place of the first."""
        others = tuple(old for old in self.filters if old.by != new.by)
        return Segment((*others, new)[-MOST_FILTERS:])

    def may_narrow_by(self) -> tuple[By, ...]:
        """The filters that can still be added."""
        if not self.filters or len(self.filters) >= MOST_FILTERS:
            return ()
        held = {old.by for old in self.filters}
        senseless = {by for old in self.filters for by in NOT_TOGETHER.get(old.by, ())}
        return tuple(by for by in By if by not in held | senseless)

    def value(self, by: By) -> str | None:
        return next((held.value for held in self.filters if held.by == by), None)

    def to_json(self) -> dict[str, Any]:
        return {"filters": [[held.by.value, held.value] for held in self.filters]}

    @staticmethod
    def from_json(kept: Mapping[str, Any]) -> Segment:
        return Segment(tuple(Filter(By(by), value) for by, value in kept.get("filters", ())))
