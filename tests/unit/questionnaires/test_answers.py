"""What may be answered to what; numbers as people type them; conditions."""

from decimal import Decimal
from typing import Any

import pytest

from services.questionnaires import conditions, rules
from services.questionnaires.answers import SKIP, Answer, checked, from_stored, read_number, to_stored
from services.questionnaires.errors import AnswerError
from services.questionnaires.loader import load_catalogue
from services.questionnaires.model import AnswerInput
from tests.unit.questionnaires.builders import CONTENT

CATALOGUE = load_catalogue(CONTENT)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("14", "14"),
        (" 14 ", "14"),
        ("3,5", "3.5"),
        ("3.50", "3.5"),
        ("21 %", "21"),
        ("21%", "21"),
        ("60 кв. ед.", "60"),
        ("14 км/ч", "14"),
        ("-3", "-3"),
        ("− 3", "-3"),
        ("+7", "7"),
        ("1 234,5 кг", "1234.5"),
        ("1\u00a0234", "1234"),
        ("x=3", "3"),
        ("х = 3", "3"),
        ("r=-2,5", "-2.5"),
        ("v = 14 км/ч", "14"),
        ("S = 60 см²", "60"),
        ("= 3", "3"),
        ("3.", "3"),
        ("3,", "3"),
        ("3 см", "3"),
        ("3см.", "3"),
        ("60 см2", "60"),
        ("60 м^2", "60"),
        ("Ответ: 3", "3"),
        ("ответ : 3.", "3"),
        ("Answer: x = 3", "3"),
        ("x1 = 3", None),
        ("x = 3, y = 4", None),
        ("x = 3 или 4", None),
        ("3 или 4", None),
        ("2x = 6", None),
        ("3x2", None),
        ("x > 3", None),
        ("x", None),
        ("x=", None),
        ("12 34", None),
        ("1,2,3", None),
        ("двадцать", None),
        ("", None),
        ("1e9", None),
        ("5/2", None),
        ("٣", "3"),
        ("9" * 40, None),
    ],
)
def test_numbers(written: str, value: str | None) -> None:
    expected = None if value is None else Decimal(value)
    assert read_number(written, AnswerInput()) == expected


@pytest.mark.parametrize(
    ("questionnaire_id", "item_id", "answer", "reason"),
    [
        ("express_self_diagnostics", "s1", 4, "out_of_range"),
        ("express_self_diagnostics", "s1", -1, "out_of_range"),
        ("express_self_diagnostics", "s1", True, "wrong_kind"),
        ("express_self_diagnostics", "s1", "2", "wrong_kind"),
        ("mentor_weekly_checkin", "met", "garden", "unknown_option"),
        ("mentor_weekly_checkin", "met", 1, "wrong_kind"),
        ("mentor_weekly_checkin", "met", SKIP, "cannot_skip"),
        ("mentor_weekly_checkin", "next", "  ", "empty"),
        ("mentor_weekly_checkin", "next", "я" * 1001, "too_long"),
        ("mentor_weekly_checkin", "next", 3, "wrong_kind"),
        ("mentor_monthly_checkin", "meetings", 32, "out_of_range"),
        ("mentor_monthly_checkin", "help", (), "empty"),
        ("mentor_monthly_checkin", "help", "time", "wrong_kind"),
        ("mentor_monthly_checkin", "help", ("time", "time"), "repeated"),
        ("mentor_monthly_checkin", "help", ("time", "none"), "exclusive"),
        ("mentor_monthly_checkin", "help", ("garden",), "unknown_option"),
        ("professional_needs_monitoring", "formats", ("seminar", "master", "tutor", "visit"), "too_many"),
        ("math_subject_test", "t1", "много", "not_a_number"),
        ("math_subject_test", "e2", "z", "unknown_option"),
    ],
)
def test_a_wrong_answer_is_refused_with_its_reason(
    questionnaire_id: str, item_id: str, answer: Answer, reason: str
) -> None:
    questionnaire = CATALOGUE.get(questionnaire_id)
    with pytest.raises(AnswerError) as caught:
        checked(questionnaire, questionnaire.item(item_id), answer)
    assert caught.value.reason == reason


def test_choices_are_kept_in_the_order_of_the_file() -> None:
    needs = CATALOGUE.get("professional_needs_monitoring")
    kept = checked(needs, needs.item("formats"), ["tutor", "seminar"])
    assert kept == ("seminar", "tutor")
    assert to_stored(kept) == ["seminar", "tutor"]


def test_a_number_of_a_test_may_come_as_a_number() -> None:
    test = CATALOGUE.get("math_subject_test")
    assert checked(test, test.item("t1"), 21) == "21"
    assert rules.score(test, {"t1": 21, "t2": 15}).points == 1


def test_a_skip_is_kept_as_null() -> None:
    assert to_stored(SKIP) is None
    assert from_stored(None) is SKIP


@pytest.mark.parametrize(
    ("text", "answers", "expected"),
    [
        ("a = 1", {"a": 1}, True),
        ("a == x", {"a": "x"}, True),
        ("a = 1", {}, False),
        ("a = 1", {"a": SKIP}, False),
        ("a != x", {}, True),
        ("a != x", {"a": SKIP}, True),
        ("a != x", {"a": "x"}, False),
        ("a < 2", {"a": 1}, True),
        ("a < 2", {"a": 2}, False),
        ("a <= 2", {"a": 2}, True),
        ("a > 2", {"a": 2}, False),
        ("a >= 2", {"a": 2}, True),
        ("a < 2", {}, False),
        ("a < 2", {"a": SKIP}, False),
        ("a includes x", {"a": ("x", "y")}, True),
        ("a includes x", {"a": "x"}, False),
        ("a includes x", {}, False),
        ("a in [x, y]", {"a": "y"}, True),
        ("a in [1,2]", {"a": 3}, False),
        ("a in [x]", {}, False),
    ],
)
def test_conditions(text: str, answers: dict[str, Any], expected: bool) -> None:
    assert conditions.holds(conditions.parse(text), answers, {}) is expected


@pytest.mark.parametrize(
    "text",
    ["", "a", "a =", "a = b = c", "a = [x]", "a in x", "a in []", "a < x", "A = 1", "a = 1, 3 раза", "a.b = 1"],
)
def test_what_is_no_condition(text: str) -> None:
    with pytest.raises(ValueError, match="«"):
        conditions.parse(text)
