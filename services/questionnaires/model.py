"""The format of a questionnaire file (schema 1) as frozen models.

Shape only: what one field may hold. What fields must say together (references, thresholds) is in `checks`.
Every string typed `Words` is read by people and has a translation in the overlay of each other locale.
"""

from decimal import Decimal
from typing import Annotated, Literal, Protocol, TypeVar

from pydantic import Field

from services.questionnaires.items import AnyItem, Exact, Identifier, Item, Shape, Words
from services.questionnaires.schedule import Periodicity

Kind = Literal["self_diagnostics", "monitoring", "checkin", "knowledge_test", "checklist"]
Direction = Literal["higher_is_better", "higher_is_need"]
Basis = Literal["percent_of_max_per_area", "last_value", "points_total"]
Tone = Literal["alarm", "watch", "good", "best"]


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_NamedT = TypeVar("_NamedT", bound=_HasId)


class Audience(Shape):
    """Who is asked. `per` says what one attempt belongs to when it is not simply the person."""

    roles: tuple[Identifier, ...] = Field(min_length=1)
    subjects: Literal["all"] | tuple[Identifier, ...] = "all"
    per: Literal["mentoring_pair", "organisation"] | None = None
    levels: tuple[Identifier, ...] = ()
    experience_years_max: int | None = None
    age_max: int | None = None
    note: Words | None = None


class Confidentiality(Shape):
    """Who may open a personal result. Group figures below `aggregate_min_group` people are suppressed."""

    personal_result: tuple[Identifier, ...] = ()
    visible_to: tuple[Identifier, ...] = ()
    hidden_from: tuple[Identifier, ...] = ()
    aggregate_min_group: Annotated[int, Field(ge=2)] = 5
    text: Words


class ScaleLabel(Shape):
    button: Words
    text: Words


class SkipButton(Shape):
    """`excluded_from_score: false` counts a skip as the lowest value (a test's «I do not know»)."""

    button: Words
    excluded_from_score: bool = True


class Evidence(Shape):
    """What proves an answer of a checklist, and the values for which the proof is asked."""

    fields: tuple[Identifier, ...]
    required_for: tuple[int, ...] = ()


class Scale(Shape):
    type: Literal["ordinal", "points"]
    min: int
    max: int
    direction: Direction
    labels: dict[int, ScaleLabel] = {}
    skip: SkipButton | None = None
    evidence: Evidence | None = None


class Area(Shape):
    """A direction of the result. A disabled area keeps its place in the file and is not asked."""

    id: Identifier
    title: Words
    short_title: Words | None = None
    """For a button, where the title is too long for one."""
    scored: bool = True
    enabled: bool = True
    deficit_kind: Identifier | None = None
    standard_refs: tuple[str, ...] = ()
    link: str | None = None

    @property
    def button(self) -> str:
        return self.short_title or self.title


class Level(Shape):
    """`tone` decides colour and whether the level is a deficit (alarm, watch); `label` is what is said."""

    id: Identifier
    from_: int = Field(alias="from")
    to: int
    tone: Tone
    label: Words
    icon: str = ""


class CriticalItems(Shape):
    """An item answered so is shown by itself, whatever the average of its area."""

    equals: int
    rule: Words


class StageRule(Shape):
    """An area is warned of unless one of these stages of the cycle is answered `equals`."""

    stages: tuple[Identifier, ...] = Field(min_length=1)
    equals: int
    text: Words


class AreaRule(Shape):
    """An area whose percent is below `below` takes `level` (tests: any wrong answer)."""

    level: Identifier
    below: Annotated[int, Field(ge=1, le=100)]
    text: Words


class GroupRule(Shape):
    """When a topic of many people enters the plan: so many people, or such a share of one school."""

    answer_from: int
    min_people: int
    min_school_percent: Annotated[int, Field(ge=1, le=100)]
    text: Words


class AttentionRule(Shape):
    """Fires on one attempt, whatever the averages; `in_a_row` asks the same of the attempts just before."""

    id: Identifier
    when: str
    in_a_row: Annotated[int, Field(ge=1, le=12)] = 1
    action: Identifier
    note: Words | None = None


class Thresholds(Shape):
    basis: Basis
    levels: tuple[Level, ...] = Field(min_length=1)
    critical_items: CriticalItems | None = None
    min_answered_share: Annotated[Exact, Field(ge=0, le=1)] = Decimal(0)
    attention_rules: tuple[AttentionRule, ...] = ()
    stage_rule: StageRule | None = None
    area_rule: AreaRule | None = None
    group_rule: GroupRule | None = None


class Recommendation(Shape):
    text: Words
    actions: tuple[Words, ...] = ()


class NextStep(Shape):
    button: Words
    action: str = Field(pattern=r"^[a-z_]+(:[a-z0-9_]+)?$")


class Milestone(Shape):
    at_months: Annotated[int, Field(ge=1)]
    action: Identifier
    text: Words


class KimReference(Shape):
    """The year of the exam model that the `kim` numbers of items speak of."""

    year: Annotated[int, Field(ge=2000, le=2100)]
    note: Words


class AnswerInput(Shape):
    """How a typed number is read."""

    decimal_separators: tuple[str, ...] = (",", ".")
    trim_units: bool = True
    accept_spaces: bool = True


class Questionnaire(Shape):
    """One questionnaire in one language. `locale` is the language of its texts."""

    schema_: Literal[1] = Field(alias="schema")
    locale: str = "ru"
    id: Identifier
    version: Annotated[str, Field(pattern=r"^\d+\.\d+$")]
    kind: Kind
    title: Words
    short_title: Words
    audience: Audience
    periodicity: Periodicity
    minutes: Annotated[int, Field(ge=1, le=240)]
    time_limit_minutes: int | None = None
    kim_reference: KimReference | None = None
    directions_note: Words | None = None
    confidentiality: Confidentiality
    intro: Words
    finish: Words
    scale: Scale
    answer_input: AnswerInput = AnswerInput()
    shuffle_options: bool = False
    cycle_stages: tuple[Identifier, ...] = ()
    areas: tuple[Area, ...] = Field(min_length=1)
    items: tuple[Item, ...] = Field(min_length=1)
    thresholds: Thresholds
    recommendations: dict[str, dict[str, Recommendation]] = {}
    next_steps: tuple[NextStep, ...] = ()
    milestones: tuple[Milestone, ...] = ()

    @property
    def major_version(self) -> str:
        """Attempts are comparable only within one major version."""
        return self.version.partition(".")[0]

    @property
    def sectioned(self) -> bool:
        """Whether a question needs the title of its area above it; the few of a check-in speak for themselves."""
        return self.kind != "checkin" and sum(area.enabled for area in self.areas) > 1

    @property
    def scored_areas(self) -> tuple[Area, ...]:
        return tuple(area for area in self.areas if area.scored and area.enabled)

    def area(self, area_id: str) -> Area:
        """Raises KeyError when there is no such area."""
        return _named(self.areas, area_id)

    def item(self, item_id: str) -> AnyItem:
        """Raises KeyError when there is no such item."""
        return _named(self.items, item_id)

    def level(self, level_id: str | None) -> Level | None:
        return next((level for level in self.thresholds.levels if level.id == level_id), None)

    def recommendation(self, area_id: str, level_id: str | None) -> Recommendation | None:
        return self.recommendations.get(area_id, {}).get(level_id or "")


def _named(entries: tuple[_NamedT, ...], wanted: str) -> _NamedT:
    for entry in entries:
        if entry.id == wanted:
            return entry
    raise KeyError(wanted)
