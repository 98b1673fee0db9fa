"""The kinds of question, and the building blocks of the format."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


def _no_boolean(value: Any) -> Any:
    """YAML 1.1 reads the bare words yes, no, on, off as booleans."""
    if isinstance(value, bool):
        raise ValueError("a bare yes, no, on or off is read as a boolean: put the word in quotes")
    return value


def _exact(value: Any) -> Any:
    """A float of YAML keeps the digits that its author wrote."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(str(value))
    return value


Identifier = Annotated[str, BeforeValidator(_no_boolean), Field(pattern=r"^[a-z][a-z0-9_]{0,47}$")]
Words = Annotated[str, BeforeValidator(_no_boolean), Field(min_length=1, max_length=1500)]
Exact = Annotated[Decimal, BeforeValidator(_exact)]


class Shape(BaseModel):
    """Nothing unknown, nothing changed after loading, no silent conversions (lists come in as tuples)."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Kim(Shape):
    """Task numbers in the current exam model; the year is in the questionnaire's `kim_reference`."""

    exam: Identifier
    tasks: tuple[Annotated[int, Field(ge=1, le=40)], ...] = Field(min_length=1)


class Option(Shape):
    """A choice. `button` where it fits a button, `text` where it is read above lettered buttons.

    `flag` is a fact for services; an `exclusive` option of a multi item clears the others."""

    id: Identifier
    button: Words | None = None
    text: Words | None = None
    flag: Identifier | None = None
    exclusive: bool = False

    @property
    def words(self) -> str:
        return self.button or self.text or ""


class _Question(Shape):
    id: Identifier
    area: Identifier
    text: Words
    show_if: str | None = None
    scored: bool = True
    required: bool = True
    level: Identifier | None = None
    stage: Identifier | None = None
    kim: Kim | None = None

    @property
    def counts(self) -> bool:
        """Whether the answer may enter a score (its area must be scored too)."""
        return False


class _Scored(_Question):
    weight: Annotated[Exact, Field(gt=0, le=100)] = Decimal(1)

    @property
    def counts(self) -> bool:
        return self.scored


class ScaleItem(_Scored):
    """Answered with a value of the questionnaire's scale; `labels` may word the values for this item."""

    type: Literal["scale"] = "scale"
    labels: dict[int, Words] = {}


class ChoiceItem(_Question):
    """One of the options; never scored."""

    type: Literal["choice"]
    options: tuple[Option, ...] = Field(min_length=2, max_length=12)


class MultiItem(_Question):
    type: Literal["multi"]
    options: tuple[Option, ...] = Field(min_length=2, max_length=12)
    max_choices: Annotated[int, Field(ge=1)] | None = None


class TextItem(_Question):
    type: Literal["text"]
    max_length: Annotated[int, Field(ge=1, le=4000)] = 1000


class NumberItem(_Question):
    """A whole number from `min` to `max`; `prefill` names where a first guess comes from."""

    type: Literal["number"]
    min: int
    max: int
    prefill: Identifier | None = None


class NumericItem(_Scored):
    """A test task answered by a typed number; right when equal, or within `tolerance`."""

    type: Literal["numeric"]
    answer: Exact
    tolerance: Annotated[Exact, Field(ge=0)] = Decimal(0)
    explanation: Words | None = None
    typical_error: Words | None = None


class SingleItem(_Scored):
    """A test task with one right option."""

    type: Literal["single"]
    options: tuple[Option, ...] = Field(min_length=2, max_length=8)
    answer: Identifier
    explanation: Words | None = None
    typical_error: Words | None = None


def _default_kind(value: Any) -> Any:
    return {"type": "scale", **value} if isinstance(value, dict) and "type" not in value else value


Item = Annotated[
    Annotated[
        ScaleItem | ChoiceItem | MultiItem | TextItem | NumberItem | NumericItem | SingleItem,
        Field(discriminator="type"),
    ],
    BeforeValidator(_default_kind),
]
AnyItem = ScaleItem | ChoiceItem | MultiItem | TextItem | NumberItem | NumericItem | SingleItem
