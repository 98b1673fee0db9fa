from datetime import timedelta

import pytest

from db.vocabulary import Audience, Role
from services.diagnostics import rules
from services.people.rules import is_young_teacher
from services.people.views import PersonView
from services.questionnaires.answers import SKIP
from tests.kit.diagnostics_people import CONTENT, EXPRESS, NOW, TEST, somebody

TEACHER = [(Role.TEACHER, "/1/2/")]


@pytest.mark.parametrize(
    ("person", "asked"),
    [
        (somebody(roles=TEACHER), {"express_self_diagnostics", "gia_math_self_diagnostics", "math_subject_test"}),
        (somebody(roles=TEACHER, subjects=("russian",)), {"express_self_diagnostics", "gia_russian_self_diagnostics"}),
        (somebody(roles=TEACHER, subjects=("history",)), {"express_self_diagnostics"}),
        (somebody(roles=[(Role.TUTOR, "/1/2/")], subjects=()), {"express_self_diagnostics"}),
        (somebody(path="", anonymous=True, subjects=()), {"express_self_diagnostics"}),
        (somebody(roles=[(Role.DEPUTY_HEAD, "/1/2/")], subjects=()), set()),
        (somebody(roles=[(Role.DEPUTY_HEAD, "/1/2/")], subjects=("history",)), {"express_self_diagnostics"}),
    ],
)
def test_everybody_is_asked_what_is_for_her(person: PersonView, asked: set[str]) -> None:
    everything = [one for one in CONTENT.questionnaires.all() if one.kind in rules.KINDS]
    assert {one.id for one in everything if rules.is_for(one, person, NOW)} == asked


@pytest.mark.parametrize(("began", "young"), [(2026, True), (2024, True), (2023, False), (1997, False), (None, False)])
def test_young_teachers_are_those_of_the_first_three_years(began: int | None, young: bool) -> None:
    """In October 2026: whoever began in autumn 2023 has three full years behind her."""
    assert is_young_teacher(began, NOW) is young
    adaptation = CONTENT.questionnaires.get("young_teacher_adaptation")
    assert rules.is_for(adaptation, somebody(roles=TEACHER, experience_from=began), NOW) is young


def test_a_test_is_limited_and_a_survey_is_not() -> None:
    day = timedelta(days=1)
    assert rules.may_begin(TEST, [], NOW).allowed
    early = rules.may_begin(TEST, [NOW - 29 * day], NOW)
    assert (early.allowed, early.on) == (False, NOW + day)
    assert rules.may_begin(TEST, [NOW - 30 * day], NOW).allowed
    used = rules.may_begin(TEST, [NOW - 300 * day, NOW - 200 * day], NOW)
    assert (used.allowed, used.most) == (False, 2)
    assert rules.may_begin(EXPRESS, [NOW] * 20, NOW).allowed


def test_answers_that_no_longer_fit_are_ignored() -> None:
    stored = {"s1": 3, "s2": None, "s3": 9, "s4": "a", "gone": 2}
    assert rules.usable(EXPRESS, stored) == {"s1": 3, "s2": SKIP}
    assert rules.usable(TEST, {"e2": "z", "p2": "b", "t1": "21", "t2": "сорок"}) == {"p2": "b", "t1": "21"}


@pytest.mark.parametrize(("version", "same"), [("1.0", True), ("1.9", True), ("2.0", False), ("10.0", False)])
def test_only_the_first_number_of_the_version_divides(version: str, same: bool) -> None:
    assert rules.same_major(EXPRESS, version) is same


def test_a_result_is_opened_only_where_its_text_allows_it() -> None:
    assert rules.shareable(EXPRESS) == (Audience.METHODIST,)
    assert rules.shareable(TEST) == ()
