from dataclasses import dataclass


@dataclass(frozen=True)
class DeskList:
    section: str = "offers"
    """`offers` or `tutees`."""
    page: int = 0


@dataclass(frozen=True)
class DeskPlace:
    request_id: int = 0


@dataclass(frozen=True)
class TimePage:
    page: int = 0
