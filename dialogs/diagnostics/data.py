from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """Where in a questionnaire the person is. `item_id` empty: at its first open question."""

    questionnaire_id: str = ""
    attempt_id: int = 0
    item_id: str = ""


@dataclass(frozen=True)
class Opened:
    """The result that is looked at."""

    attempt_id: int = 0
    past: bool = False
    """Opened from «Мои результаты», where «Назад» leads."""


@dataclass(frozen=True)
class AttentionPage:
    page: int = 0


@dataclass(frozen=True)
class Task:
    """The page of the explanations."""

    page: int = 0


@dataclass(frozen=True)
class HistoryPage:
    page: int = 0


@dataclass(frozen=True)
class SharedPage:
    page: int = 0


@dataclass(frozen=True)
class CataloguePage:
    page: int = 0
