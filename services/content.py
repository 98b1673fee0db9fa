"""Everything under content/ in one typed bundle, read once at start."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from services.calendar.model import Calendar, load_calendar
from services.consents.texts import ConsentTexts, load_consent_texts
from services.questionnaires.loader import Catalogue, load_catalogue


@dataclass(frozen=True)
class Subjects:
    """School subjects by code, in the order of the file."""

    names: Mapping[str, Mapping[str, str]]

    def codes(self) -> list[str]:
        return list(self.names)

    def name(self, code: str, locale: str) -> str:
        """The name in the language asked for; the code itself for a subject taken out of the file."""
        names = self.names.get(code, {})
        return names.get(locale) or names.get("ru") or code


@dataclass(frozen=True)
class Content:
    calendar: Calendar
    consents: ConsentTexts
    subjects: Subjects
    questionnaires: Catalogue


def load_content(folder: Path) -> Content:
    """Raises ValueError or ContentError that name the file and what to mend."""
    subjects = yaml.safe_load((folder / "subjects.yaml").read_text(encoding="utf-8"))
    return Content(
        calendar=load_calendar(folder / "calendar.yaml"),
        consents=load_consent_texts(folder / "consents"),
        subjects=Subjects(subjects),
        questionnaires=load_catalogue(folder / "questionnaires"),
    )
