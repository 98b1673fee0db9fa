"""What must hold of scoring whatever is answered."""

from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.questionnaires import rules
from services.questionnaires.answers import SKIP, Answer
from services.questionnaires.items import ScaleItem
from services.questionnaires.loader import load_catalogue
from services.questionnaires.model import Questionnaire
from tests.unit.questionnaires.builders import CONTENT

CATALOGUE = load_catalogue(CONTENT)
SCALED = [q for q in CATALOGUE.all() if q.thresholds.basis == "percent_of_max_per_area"]


def _scale_items(questionnaire: Questionnaire) -> list[ScaleItem]:
    return [item for item in questionnaire.items if isinstance(item, ScaleItem)]


@st.composite
def _attempts(draw: st.DrawFn) -> tuple[Questionnaire, dict[str, Answer]]:
    questionnaire = draw(st.sampled_from(SCALED))
    values = st.one_of(st.integers(questionnaire.scale.min, questionnaire.scale.max), st.just(SKIP), st.none())
    answers: dict[str, Answer] = {}
    chance = Random(draw(st.integers(0, 10**6)))
    few = draw(st.lists(values, min_size=1, max_size=8))
    for item in _scale_items(questionnaire):
        value = chance.choice(few)
        if value is not None:
            answers[item.id] = value
    return questionnaire, answers


def _percents(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> dict[str, int | None]:
    return {area.area_id: area.percent for area in rules.score(questionnaire, answers).areas}


@settings(max_examples=150, deadline=None)
@given(_attempts())
def test_percents_lie_between_0_and_100_and_agree_with_levels(attempt: tuple[Questionnaire, dict[str, Answer]]) -> None:
    questionnaire, answers = attempt
    result = rules.score(questionnaire, answers)
    for area in result.areas:
        assert area.answered <= area.asked
        assert (area.percent is None) is (area.answered == 0)
        level = questionnaire.level(area.level_id)
        if level is not None:
            assert area.percent is not None
            assert 0 <= level.from_ <= area.percent <= level.to <= 100


@settings(max_examples=150, deadline=None)
@given(_attempts(), st.data())
def test_a_higher_answer_never_lowers_a_percent(
    attempt: tuple[Questionnaire, dict[str, Answer]], data: st.DataObject
) -> None:
    questionnaire, answers = attempt
    raisable = [name for name, value in answers.items() if isinstance(value, int) and value < questionnaire.scale.max]
    if not raisable:
        return
    name = data.draw(st.sampled_from(raisable))
    value = answers[name]
    assert isinstance(value, int)
    before, after = _percents(questionnaire, answers), _percents(questionnaire, {**answers, name: value + 1})
    mine = questionnaire.item(name).area
    assert (after[mine] or 0) >= (before[mine] or 0)
    assert all(after[area] == before[area] for area in before if area != mine)


@settings(max_examples=150, deadline=None)
@given(_attempts(), st.data())
def test_a_skip_never_changes_another_area(
    attempt: tuple[Questionnaire, dict[str, Answer]], data: st.DataObject
) -> None:
    questionnaire, answers = attempt
    item = data.draw(st.sampled_from(_scale_items(questionnaire)))
    before, after = _percents(questionnaire, answers), _percents(questionnaire, {**answers, item.id: SKIP})
    assert all(after[area] == before[area] for area in before if area != item.area)
    without = {name: value for name, value in answers.items() if name != item.id}
    assert after == _percents(questionnaire, without), "a skip weighs as much as no answer"


@settings(max_examples=100, deadline=None)
@given(_attempts(), st.randoms())
def test_the_order_of_answering_does_not_matter(
    attempt: tuple[Questionnaire, dict[str, Answer]], chance: Random
) -> None:
    questionnaire, answers = attempt
    shuffled = list(answers.items())
    chance.shuffle(shuffled)
    assert rules.score(questionnaire, dict(shuffled)) == rules.score(questionnaire, answers)


@settings(max_examples=100, deadline=None)
@given(_attempts())
def test_both_languages_score_alike(attempt: tuple[Questionnaire, dict[str, Answer]]) -> None:
    questionnaire, answers = attempt
    english = CATALOGUE.get(questionnaire.id, "en")
    assert rules.score(english, answers) == rules.score(questionnaire, answers)


@pytest.mark.parametrize("questionnaire", SCALED, ids=lambda questionnaire: questionnaire.id)
def test_only_the_best_answers_bring_100_and_only_the_lowest_0(questionnaire: Questionnaire) -> None:
    items = _scale_items(questionnaire)
    best = {item.id: questionnaire.scale.max for item in items}
    lowest = {item.id: questionnaire.scale.min for item in items}
    assert set(_percents(questionnaire, best).values()) == {100}
    assert set(_percents(questionnaire, lowest).values()) == {0}
