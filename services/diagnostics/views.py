from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from db.vocabulary import Audience
from services.people.views import PersonView
from services.questionnaires.answers import Answer
from services.questionnaires.items import AnyItem
from services.questionnaires.model import Questionnaire
from services.questionnaires.results import AreaChange, Result


@dataclass(frozen=True)
class Verdict:
    """Whether one more attempt may be begun now; if not, what stands in the way."""

    allowed: bool
    most: int | None = None
    """Attempts are used up: so many are allowed."""
    on: datetime | None = None
    """Too early: from this moment on."""


@dataclass(frozen=True)
class Standing:
    """A questionnaire as it stands for one person."""

    questionnaire: Questionnaire
    verdict: Verdict
    resume_at: int | None
    """The number of the question to go on with, when an attempt is in progress."""
    outdated: bool
    """An attempt is in progress whose questionnaire has changed in substance since."""
    last_id: int | None
    last_at: datetime | None
    last: Result | None
    """Of the last finished attempt; None also where it cannot be scored any more."""


@dataclass(frozen=True)
class Step:
    """Where an attempt stands after an answer; `item_id` None: it is finished."""

    attempt_id: int
    item_id: str | None
    resumed: bool = False
    abandoned: bool = False
    """An attempt of an older questionnaire was given up on the way."""


@dataclass(frozen=True)
class AskedItem:
    """One question of an attempt, before its owner."""

    item: AnyItem
    number: int
    total: int
    answer: Answer | None
    order: tuple[str, ...]
    """Option ids as they stand in this attempt."""


@dataclass(frozen=True)
class Earlier:
    at: datetime
    result: Result
    changes: tuple[AreaChange, ...]


@dataclass(frozen=True)
class ResultView:
    """A finished attempt, scored, beside the one before."""

    attempt_id: int
    owner: PersonView
    questionnaire: Questionnaire
    at: datetime
    result: Result
    earlier: Earlier | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    shares: Mapping[Audience, datetime] = field(default_factory=dict)

    @property
    def is_test(self) -> bool:
        return self.questionnaire.kind == "knowledge_test"


@dataclass(frozen=True)
class Opening:
    """Somebody has looked at a result that was opened to her: the last time she did."""

    name: str
    at: datetime


@dataclass(frozen=True)
class Past:
    """A line of the history; `result` None: the questionnaire has changed in substance since."""

    attempt_id: int
    questionnaire: Questionnaire
    at: datetime
    result: Result | None


@dataclass(frozen=True)
class SharedResult:
    """A result that its owner has opened, as a line in the reader's list."""

    attempt_id: int
    owner: PersonView
    questionnaire: Questionnaire
    at: datetime
