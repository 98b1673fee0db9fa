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
    """What an administrator writes down of somebody who is to come by a code."""

    person_id: int | None = None
    """Somebody written down already, who is being corrected."""
    seen: bool = False
    """The whole has been shown: what is corrected now leads back there, not on to the next question."""
    name: str = ""
    unit_id: int | None = None
    school: str = ""
    subjects: tuple[str, ...] = ()
