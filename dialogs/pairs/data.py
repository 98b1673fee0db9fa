from dataclasses import dataclass
from datetime import date

from db.vocabulary import PairStatus


@dataclass(frozen=True)
class PairsDesk:
    page: int = 0
    ended: bool = False
    """Which list is looked at: that of the pairs that are over."""
    pair_id: int = 0
    ending: PairStatus = PairStatus.FINISHED


@dataclass(frozen=True)
class NewPair:
    """What has been told about a pair to be; nothing is written before it is confirmed."""

    typed: str = ""
    """The beginning of a surname that is being looked for."""
    mentor_id: int = 0
    mentee_id: int = 0
    number: str = ""
    day: date | None = None
    ends_on: date | None = None
