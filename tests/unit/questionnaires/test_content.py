"""What ships is translated, and can be walked from the first item to a result in both languages."""

import random
import re
from pathlib import Path

import pytest
import yaml

from services.questionnaires import rules
from services.questionnaires.answers import SKIP, Answer, can_skip, checked, from_stored, to_stored
from services.questionnaires.items import (
    AnyItem,
    ChoiceItem,
    MultiItem,
    NumberItem,
    NumericItem,
    ScaleItem,
    SingleItem,
)
from services.questionnaires.loader import load_catalogue
from services.questionnaires.model import Questionnaire
from services.questionnaires.overlay import texts_of
from services.questionnaires.schedule import Weekly
from services.questionnaires.source import read
from tests.unit.questionnaires.builders import CONTENT

CATALOGUE = load_catalogue(CONTENT)
EVERY = [pytest.param(q, id=f"{q.id}-{q.locale}") for locale in ("ru", "en") for q in CATALOGUE.all(locale)]
_CYRILLIC = re.compile("[А-Яа-яЁё]")


def _any_answer(questionnaire: Questionnaire, item: AnyItem, chance: random.Random) -> Answer:
    if can_skip(questionnaire, item) and chance.random() < 0.2:
        return SKIP
    match item:
        case ScaleItem():
            return chance.randint(questionnaire.scale.min, questionnaire.scale.max)
        case NumberItem():
            return chance.randint(item.min, item.max)
        case ChoiceItem() | SingleItem():
            return chance.choice(item.options).id
        case MultiItem():
            return (chance.choice(item.options).id,)
        case NumericItem():
            return chance.choice([str(item.answer), "0", "3,5 кг"])
        case _:
            return "Спасибо"


@pytest.mark.parametrize("questionnaire", EVERY)
@pytest.mark.parametrize("seed", range(5))
def test_everyone_reaches_the_end_and_a_result(questionnaire: Questionnaire, seed: int) -> None:
    chance = random.Random(seed)
    answers: dict[str, Answer] = {}
    while (item := rules.next_item(questionnaire, answers)) is not None:
        assert item.id not in answers
        answers[item.id] = checked(questionnaire, item, _any_answer(questionnaire, item, chance))
        assert from_stored(to_stored(answers[item.id])) == answers[item.id]
        assert len(answers) <= len(questionnaire.items)
    assert rules.progress(questionnaire, answers).done
    result = rules.score(questionnaire, answers)
    assert [area.area_id for area in result.areas] == [area.id for area in questionnaire.scored_areas]
    for deficit in result.deficits:
        assert questionnaire.recommendation(deficit.area_id, deficit.level_id) is not None


def test_every_text_is_in_english() -> None:
    assert [str(problem) for problem in CATALOGUE.untranslated] == []
    assert CATALOGUE.locales == ("ru", "en")


@pytest.mark.parametrize("path", sorted((CONTENT / "en").glob("*.yaml")), ids=lambda path: path.stem)
def test_no_russian_is_left_in_english(path: Path) -> None:
    assert [text for _, text in texts_of(read(path, path.name)) if _CYRILLIC.search(text)] == []
    assert not _CYRILLIC.search(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("questionnaire", EVERY)
def test_buttons_fit_a_phone(questionnaire: Questionnaire) -> None:
    """A button longer than thirty characters is cut on a phone; one of signs alone says nothing."""
    buttons = [label.button for label in questionnaire.scale.labels.values()]
    buttons += [step.button for step in questionnaire.next_steps]
    if questionnaire.scale.skip is not None:
        buttons.append(questionnaire.scale.skip.button)
    for item in questionnaire.items:
        if isinstance(item, ChoiceItem | MultiItem):
            buttons += [option.words for option in item.options]
    assert [button for button in buttons if len(button) > 30] == []
    assert [button for button in buttons if not re.search(r"\w", button)] == []


@pytest.mark.parametrize("questionnaire", EVERY)
def test_prose_fits_one_message(questionnaire: Questionnaire) -> None:
    for item in questionnaire.items:
        assert len(item.text) < 400


@pytest.mark.parametrize("questionnaire_id", ["mentor_weekly_checkin", "mentee_weekly_checkin"])
def test_the_pair_is_asked_on_friday_at_three(questionnaire_id: str) -> None:
    when = CATALOGUE.get(questionnaire_id).periodicity
    assert isinstance(when, Weekly)
    assert (when.weekday, when.time) == ("friday", "15:00")


@pytest.mark.parametrize(
    ("questionnaire_id", "items", "areas"),
    [
        ("express_self_diagnostics", 36, 6),
        ("gia_math_self_diagnostics", 39, 9),
        ("gia_russian_self_diagnostics", 29, 6),
        ("young_teacher_adaptation", 28, 6),
        ("professional_needs_monitoring", 29, 6),
        ("mentor_weekly_checkin", 4, 1),
        ("mentor_monthly_checkin", 11, 3),
        ("mentee_weekly_checkin", 3, 1),
        ("mentee_monthly_checkin", 9, 2),
        ("math_subject_test", 10, 6),
        ("methodical_service_checklist_7", 43, 7),
    ],
)
def test_size(questionnaire_id: str, items: int, areas: int) -> None:
    questionnaire = CATALOGUE.get(questionnaire_id)
    assert (len(questionnaire.items), len(questionnaire.scored_areas)) == (items, areas)


def test_right_answers_of_the_maths_test_bring_all_points() -> None:
    test = CATALOGUE.get("math_subject_test")
    answers = {item.id: str(item.answer) for item in test.items if isinstance(item, NumericItem | SingleItem)}
    result = rules.score(test, answers)
    assert (result.points, result.level_id, result.percent, result.wrong) == (10, "high", 100, ())


def test_files_are_written_without_surprises() -> None:
    """What the strict reader takes is what plain YAML says."""
    for path in CONTENT.glob("*/*.yaml"):
        assert set(read(path, path.name)) == set(yaml.safe_load(path.read_text(encoding="utf-8")))
