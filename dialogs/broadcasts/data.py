from dataclasses import dataclass


@dataclass(frozen=True)
class BroadcastData:
    """Which announcement is open; the draft itself lies in the database. None: nothing has been written yet."""

    broadcast_id: int | None = None
    previewed: bool = False
    """The message stands above as people will get it; every change of it begins with False again."""

    @property
    def opened(self) -> int:
        assert self.broadcast_id is not None, "a window of an announcement was opened without one"
        return self.broadcast_id


@dataclass(frozen=True)
class Replacing:
    """Whether the next text takes the place of the one that is there."""

    text: bool = False


@dataclass(frozen=True)
class Choosing:
    """The filter that is being chosen: by what, as an addition to those held, and the page of its values."""

    by: str = ""
    narrowing: bool = False
    typed: str = ""
    page: int = 0


@dataclass(frozen=True)
class ListPage:
    page: int = 0


@dataclass(frozen=True)
class PeoplePage:
    page: int = 0


@dataclass(frozen=True)
class Ended:
    """Which of an announcement's people are listed, as `services.broadcasts.views.End`; empty: whoever missed it."""

    end: str = ""
    page: int = 0
