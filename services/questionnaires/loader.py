"""Loads all questionnaires of a directory: `ru/*.yaml` whole, every other `<locale>/*.yaml` as an overlay."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from services.questionnaires import source
from services.questionnaires.checks import findings
from services.questionnaires.errors import ContentError, ContentProblem, UnknownQuestionnaireError
from services.questionnaires.model import Questionnaire
from services.questionnaires.overlay import PLACEHOLDERS, Overlay, placeholders, texts_of

FIRST_LOCALE = "ru"
_KINDS = frozenset({"scale", "choice", "multi", "text", "number", "numeric", "single"})
_TAGS = _KINDS | {"yearly", "weekly", "monthly", "on_demand"}


@dataclass(frozen=True)
class Catalogue:
    """All questionnaires in all languages; `untranslated` lists texts that fall back to the first one."""

    _by_locale: Mapping[str, Mapping[str, Questionnaire]]
    untranslated: tuple[ContentProblem, ...] = field(default=())

    def get(self, questionnaire_id: str, locale: str = FIRST_LOCALE) -> Questionnaire:
        """In `locale`, or in the first language if not translated. Raises UnknownQuestionnaireError."""
        first = self._by_locale[FIRST_LOCALE]
        if questionnaire_id not in first:
            raise UnknownQuestionnaireError(questionnaire_id)
        return self._by_locale.get(locale, first).get(questionnaire_id, first[questionnaire_id])

    def all(self, locale: str = FIRST_LOCALE) -> tuple[Questionnaire, ...]:
        """In the order of file names."""
        return tuple(self.get(questionnaire_id, locale) for questionnaire_id in self.ids)

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(self._by_locale[FIRST_LOCALE])

    @property
    def locales(self) -> tuple[str, ...]:
        return tuple(self._by_locale)


def load_catalogue(directory: Path) -> Catalogue:
    """Raises ContentError with every problem of every file."""
    problems: list[ContentProblem] = []
    originals = _read_all(directory / FIRST_LOCALE, problems)
    if not originals and not problems:
        problems.append(ContentProblem(FIRST_LOCALE, "", f"no questionnaires in {directory / FIRST_LOCALE}"))
    by_locale: dict[str, dict[str, Questionnaire]] = {FIRST_LOCALE: {}}
    homes: dict[str, str] = {}
    for name, raw in originals.items():
        questionnaire = _build(raw, f"{FIRST_LOCALE}/{name}", FIRST_LOCALE, problems)
        if questionnaire is None:
            continue
        if questionnaire.id in homes:
            problems.append(
                ContentProblem(f"{FIRST_LOCALE}/{name}", "id", f"is already the id of {homes[questionnaire.id]}")
            )
        homes.setdefault(questionnaire.id, name)
        by_locale[FIRST_LOCALE].setdefault(questionnaire.id, questionnaire)
    problems.extend(_across(by_locale[FIRST_LOCALE], homes))
    untranslated: list[ContentProblem] = []
    for locale in _other_locales(directory):
        by_locale[locale] = _translated(directory, locale, originals, problems, untranslated)
    if problems:
        raise ContentError(problems)
    return Catalogue(by_locale, tuple(sorted(untranslated)))


def _other_locales(directory: Path) -> list[str]:
    if not directory.is_dir():
        return []
    return sorted(folder.name for folder in directory.iterdir() if folder.is_dir() and folder.name != FIRST_LOCALE)


def _translated(
    directory: Path,
    locale: str,
    originals: Mapping[str, dict[Any, Any]],
    problems: list[ContentProblem],
    untranslated: list[ContentProblem],
) -> dict[str, Questionnaire]:
    built: dict[str, Questionnaire] = {}
    overlays = _read_all(directory / locale, problems)
    broken = {problem.file for problem in problems}
    for name in overlays.keys() - originals.keys():
        if f"{FIRST_LOCALE}/{name}" not in broken:
            problems.append(ContentProblem(f"{locale}/{name}", "", f"there is no {FIRST_LOCALE}/{name} to translate"))
    for name, raw in originals.items():
        if f"{FIRST_LOCALE}/{name}" in broken:
            continue
        if name not in overlays:
            untranslated.append(
                ContentProblem(f"{locale}/{name}", "", "is missing: the questionnaire is not translated")
            )
            continue
        overlay = Overlay(f"{locale}/{name}")
        merged = overlay.lay(raw, overlays[name])
        problems.extend(overlay.problems)
        untranslated.extend(overlay.missing)
        questionnaire = None if overlay.problems else _build(merged, f"{locale}/{name}", locale, problems)
        if questionnaire is not None:
            built[questionnaire.id] = questionnaire
    return built


def _read_all(folder: Path, problems: list[ContentProblem]) -> dict[str, dict[Any, Any]]:
    files: dict[str, dict[Any, Any]] = {}
    for path in sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")]):
        try:
            files[path.name] = source.read(path, f"{folder.name}/{path.name}")
        except ContentError as error:
            problems.extend(error.problems)
    return files


def _build(raw: Mapping[Any, Any], file: str, locale: str, problems: list[ContentProblem]) -> Questionnaire | None:
    try:
        questionnaire = Questionnaire.model_validate({**raw, "locale": locale})
    except ValidationError as error:
        problems.extend(_shape_problem(file, raw, detail) for detail in error.errors(include_url=False))
        return None
    found = [ContentProblem(file, path, hint) for path, hint in (*findings(questionnaire), *_unknown_places(raw))]
    problems.extend(found)
    return None if found else questionnaire


def _unknown_places(raw: Mapping[Any, Any]) -> Iterator[tuple[str, str]]:
    for path, text in texts_of(raw):
        for unknown in sorted(placeholders(text) - PLACEHOLDERS):
            yield path, f"nothing fills {{{unknown}}}: known are {', '.join(sorted(PLACEHOLDERS))}"


def _shape_problem(file: str, raw: Mapping[Any, Any], detail: Any) -> ContentProblem:
    """A pydantic finding with ids in place of list positions, and without the names of union members."""
    parts: list[str] = []
    here: Any = raw
    for step in detail["loc"]:
        if isinstance(step, str) and step in _TAGS and not (isinstance(here, Mapping) and step in here):
            continue
        if isinstance(here, tuple) and isinstance(step, int) and step < len(here):
            here = here[step]
            named = here.get("id") if isinstance(here, Mapping) else None
            parts.append(str(named) if isinstance(named, str) else str(step + 1))
            continue
        here = here.get(step) if isinstance(here, Mapping) else None
        parts.append(str(step))
    return ContentProblem(file, ".".join(parts), _hint(detail))


def _hint(detail: Any) -> str:
    match detail["type"]:
        case "missing":
            return "is missing: add it"
        case "extra_forbidden":
            return "is not a field of the format: check the spelling"
        case "value_error":
            return str(detail["ctx"]["error"])
        case "string_type":
            return f"must be a text: put it in quotes (here: {detail['input']})"
        case _:
            given = str(detail["input"])
            shown = given if len(given) <= 60 else given[:60] + "…"
            return f"{detail['msg'].replace('tuple', 'list')} (here: {shown})"


def _across(questionnaires: Mapping[str, Questionnaire], homes: Mapping[str, str]) -> Iterator[ContentProblem]:
    """References from one questionnaire to another."""
    for questionnaire in questionnaires.values():
        file = f"{FIRST_LOCALE}/{homes[questionnaire.id]}"
        for step in questionnaire.next_steps:
            verb, _, target = step.action.partition(":")
            if verb == "start" and target not in questionnaires:
                yield ContentProblem(file, f"next_steps.{step.action}", f"there is no questionnaire {target!r}")
        for area in questionnaire.areas:
            if area.link is None:
                continue
            target, _, there = area.link.partition(".")
            if target not in questionnaires or there not in {one.id for one in questionnaires[target].areas}:
                yield ContentProblem(file, f"areas.{area.id}.link", f"there is no area {area.link!r}")
