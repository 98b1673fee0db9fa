from dataclasses import dataclass


@dataclass(frozen=True)
class AskData:
    """What the teacher has chosen so far; nothing of it is kept in the database before she sends it."""

    subject: str = ""
    topic: str = ""
    questionnaire_id: str | None = None
    area_id: str | None = None
    form: str = ""
    when_code: str = ""
    note: str = ""
    page: int = 0
    given: bool = False
    """The topic came with her from somewhere else and is not asked."""
    number: int = 0
    """Of the request, once it is sent."""
    asked: int = 0
    until: str = ""


@dataclass(frozen=True)
class RequestPlace:
    request_id: int = 0


@dataclass(frozen=True)
class MyPage:
    page: int = 0
