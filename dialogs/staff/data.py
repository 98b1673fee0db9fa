from dataclasses import dataclass


@dataclass(frozen=True)
class StaffData:
    typed: str = ""
    """Part of the name looked for."""
    page: int = 0
    person_id: int | None = None
    role: str = ""
    """The role that is about to be given or taken."""


@dataclass(frozen=True)
class NewPerson:
    name: str = ""
    unit_id: int | None = None
    school: str = ""
    subjects: tuple[str, ...] = ()
