from dataclasses import dataclass


@dataclass(frozen=True)
class DeskList:
    section: str = ""
    """`offers` or `tutees`; empty until chosen: where something waits for her."""
    page: int = 0


@dataclass(frozen=True)
class DeskPlace:
    request_id: int = 0


@dataclass(frozen=True)
class TimePage:
    page: int = 0
    looked_twice: int = 0
    """A typed time on a day off, as Unix time: typed once more it is meant."""
