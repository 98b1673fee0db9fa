from dataclasses import dataclass


@dataclass(frozen=True)
class EntryData:
    """What somebody has told so far; nothing of it is kept in the database before consent."""

    code: str = ""
    """Digits of the sheet; empty on the way without a code. The administrator's code is not kept here."""
    municipality_id: int | None = None
    unit_id: int | None = None
    """The school, or the municipality where the school is not in the list."""
    typed: str = ""
    """Part of the school's name."""
    page: int = 0
    subjects: tuple[str, ...] = ()
    experience_years: int | None = None
    agreed: bool = False
