from dataclasses import dataclass


@dataclass(frozen=True)
class EntryData:
    """What somebody has told so far; nothing of it is kept in the database before consent."""

    code: str = ""
    """Digits of the sheet; empty on the way without a sheet."""
    correct: bool = False
    """The sheet is hers, but something on it is wrong: she corrects it right after entering."""
    administrator: bool = False
    """Came by the administrator's code of the settings, which itself is not kept here."""
    unit_id: int | None = None
    """The school, or the municipality where the school is not in the list."""
    subjects: tuple[str, ...] = ()
    experience_years: int | None = None
    experience_exact: bool = True
    agreed: bool = False
    name: str = ""
    """As typed, after consent."""


@dataclass(frozen=True)
class CameFor:
    """What the link led to that brought her here; apart from her answers, which may begin anew."""

    event_id: int | None = None
