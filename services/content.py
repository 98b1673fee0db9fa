"""Everything under content/ in one typed bundle, read once at start."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from services.calendar.model import Calendar, load_calendar
from services.consents.texts import ConsentTexts, load_consent_texts
from services.questionnaires.loader import Catalogue, load_catalogue
from services.units.rules import fold
from services.yaml_file import read_yaml

_BETWEEN = re.compile(r"[,;/\n]")


@dataclass(frozen=True)
class Subjects:
    """School subjects by code, in the order of the file."""

    names: Mapping[str, Mapping[str, str]]
    also: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What people say besides, by code."""

    def codes(self) -> list[str]:
        return list(self.names)

    def name(self, code: str, locale: str) -> str:
        """The name in the language asked for; the code itself for a subject taken out of the file."""
        names = self.names.get(code, {})
        return names.get(locale) or names.get("ru") or code

    def read(self, typed: str) -> tuple[list[str], list[str]]:
        """«алгебра, физика» → the codes that were meant, and what could not be understood."""
        found, unknown = [], []
        for part in _BETWEEN.split(typed):
            for said in [part] if self._meant(part) else part.split(" и "):
                code = self._meant(said)
                if code is not None:
                    found.append(code)
                elif fold(said):
                    unknown.append(said.strip())
        return list(dict.fromkeys(found)), unknown

    def _meant(self, typed: str) -> str | None:
        """A whole name before the beginning of a word."""
        said = {
            code: [fold(one) for one in (*names.values(), *self.also.get(code, ()))]
            for code, names in self.names.items()
        }
        wanted = fold(typed)
        if not wanted:
            return None
        whole = (code for code, names in said.items() if wanted in names)
        begun = (code for code, names in said.items() if any(f" {wanted}" in f" {name}" for name in names))
        return next(whole, None) or next(begun, None)


@dataclass(frozen=True)
class Content:
    calendar: Calendar
    consents: ConsentTexts
    subjects: Subjects
    questionnaires: Catalogue


def load_content(folder: Path) -> Content:
    """Raises ValueError or ContentError that name the file and what to mend."""
    subjects = read_yaml(folder / "subjects.yaml")
    if not isinstance(subjects, dict) or not all(isinstance(names, dict) for names in subjects.values()):
        raise ValueError(f"{folder / 'subjects.yaml'}: needs names by language under the code of each subject")
    also = {code: names.pop("also", []) for code, names in subjects.items()}
    return Content(
        calendar=load_calendar(folder / "calendar.yaml"),
        consents=load_consent_texts(folder / "consents"),
        subjects=Subjects(subjects, also),
        questionnaires=_catalogue(folder / "questionnaires"),
    )


def _catalogue(folder: Path) -> Catalogue:
    try:
        return load_catalogue(folder)
    except OSError as problem:
        raise ValueError(f"CONTENT: {problem.filename} cannot be read ({problem.strerror}).") from problem
