"""What scoring says, as frozen values: numbers and codes, no wording."""

from dataclasses import dataclass, field

from services.questionnaires.model import Direction


@dataclass(frozen=True, slots=True)
class AreaScore:
    """`percent` is None when nothing is answered; `level_id` also when too little is answered.

    `asked` counts the scored items that were visible, `answered` those that were not skipped, `right` (of a test
    alone) those answered rightly."""

    area_id: str
    percent: int | None
    level_id: str | None
    answered: int
    asked: int
    right: int | None = None


@dataclass(frozen=True, slots=True)
class Deficit:
    area_id: str
    percent: int
    level_id: str


@dataclass(frozen=True, slots=True)
class FiredRule:
    rule_id: str
    action: str


@dataclass(frozen=True, slots=True)
class Result:
    """One attempt, scored. `percent` is over all scored items (never a mean of means).

    `level_id` and `points` only where the whole has a level (tests). `critical` and `wrong` are item ids,
    `broken_cycle` area ids that the stage rule warns of, `flags` those of chosen options; all in file order.
    """

    questionnaire_id: str
    version: str
    direction: Direction
    areas: tuple[AreaScore, ...]
    percent: int | None
    deficits: tuple[Deficit, ...]
    strengths: tuple[str, ...] = ()
    critical: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    broken_cycle: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    points: int | None = None
    level_id: str | None = None
    attention: tuple[FiredRule, ...] = field(default=())

    def area(self, area_id: str) -> AreaScore:
        """Raises KeyError when the area is not scored."""
        for area in self.areas:
            if area.area_id == area_id:
                return area
        raise KeyError(area_id)


@dataclass(frozen=True, slots=True)
class AreaChange:
    """`delta` in percentage points; `better` is None when nothing changed."""

    area_id: str
    before: int
    after: int
    delta: int
    better: bool | None
