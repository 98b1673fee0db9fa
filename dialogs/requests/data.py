from dataclasses import dataclass

from services.requests.views import Draft


@dataclass(frozen=True)
class AskData(Draft):
    """What the teacher has chosen so far."""

    page: int = 0
    given: bool = False
    """The topic came with her from somewhere else and is not asked."""
    result_of: str = ""
    """The questionnaire from whose result she has come: its topics stand first."""
    kept: bool = False
    """As the unsent request, which another phone may have sent meanwhile."""
    excess: int = 0
    """Characters of a note that was too long, all its pieces together; 0 when none was refused."""
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
