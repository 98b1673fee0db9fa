from dataclasses import dataclass

from db.vocabulary import CheckInSide


@dataclass(frozen=True)
class CheckInData:
    check_in_id: int = 0
    item_id: str | None = None
    """Set when somebody went back to a question; else the first unanswered one is asked."""
    told: bool = False
    """Help has been asked for."""


@dataclass(frozen=True)
class MyPairs:
    side: CheckInSide = CheckInSide.MENTEE
    pair_id: int = 0
    page: int = 0
    sent: bool = False
    """A question to the mentor has just been sent."""
