from dataclasses import dataclass


@dataclass(frozen=True)
class EntryData:
    """What somebody has told so far; nothing of it is kept in the database before consent."""

    code: str = ""
    """Digits of the sheet; empty on the way without a sheet."""
    administrator: bool = False
    """Came by the administrator's code of the settings, which itself is not kept here."""
    unit_id: int | None = None
    """The school, or the municipality where the school is not in the list."""
    subjects: tuple[str, ...] = ()
    experience_years: int | None = None
    agreed: bool = False
