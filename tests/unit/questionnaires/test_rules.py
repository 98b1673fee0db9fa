"""The scoring rules of content/README.md, case by case."""

from pathlib import Path
from typing import Any

import pytest

from services.questionnaires import rules
from services.questionnaires.answers import SKIP, Answer
from services.questionnaires.loader import load_catalogue
from services.questionnaires.results import AreaScore
from tests.unit.questionnaires.builders import CONTENT, build, raw

CATALOGUE = load_catalogue(CONTENT)


def _percent(tmp_path: Path, values: list[int], weights: list[Any], scale: tuple[int, int] = (0, 3)) -> int | None:
    lowest, highest = scale
    data = raw({"lesson": len(values)})
    data["scale"] |= {
        "min": lowest,
        "max": highest,
        "labels": {value: {"button": str(value), "text": str(value)} for value in range(lowest, highest + 1)},
    }
    for item, weight in zip(data["items"], weights, strict=True):
        item["weight"] = weight
    questionnaire = build(tmp_path, data)
    answers = {f"lesson_{number}": value for number, value in enumerate(values, start=1)}
    return rules.score(questionnaire, answers).areas[0].percent


@pytest.mark.parametrize(
    ("values", "weights", "scale", "expected"),
    [
        ([0, 0], [1, 1], (0, 3), 0),
        ([3, 3], [1, 1], (0, 3), 100),
        ([1, 0], [1, 1], (0, 3), 17),  # 16.67
        ([1], [1], (0, 3), 33),
        ([1, 2, 2, 2], [1, 1, 1, 1], (0, 2), 88),  # 87.5 rounds up
        ([1, 0, 0, 0], [1, 1, 1, 1], (0, 2), 13),  # 12.5 rounds up
        ([1], [1], (1, 5), 0),  # the lowest value is none, whatever its number
        ([3, 5], [1, 1], (1, 5), 75),
        ([-2, 2], [1, 1], (-2, 2), 50),
        ([3, 0], [3, 1], (0, 3), 75),
        ([3, 0], [0.1, 0.2], (0, 3), 33),
    ],
)
def test_percent(tmp_path: Path, values: list[int], weights: list[Any], scale: tuple[int, int], expected: int) -> None:
    assert _percent(tmp_path, values, weights, scale) == expected


def test_skips_leave_the_denominator_and_too_many_take_the_level(tmp_path: Path) -> None:
    data = raw({"lesson": 5, "class": 1})
    data["thresholds"]["min_answered_share"] = 0.6
    questionnaire = build(tmp_path, data)
    answers: dict[str, Answer] = {
        "lesson_1": 3,
        "lesson_2": 3,
        "lesson_3": 0,
        "lesson_4": SKIP,
        "lesson_5": SKIP,
    }
    assert rules.score(questionnaire, answers).area("lesson") == AreaScore("lesson", 67, "high", 3, 5)
    answers["lesson_3"] = SKIP
    assert rules.score(questionnaire, answers).area("lesson") == AreaScore("lesson", 100, None, 2, 5)


def test_an_area_with_no_answer_has_neither_percent_nor_level(tmp_path: Path) -> None:
    questionnaire = build(tmp_path, raw({"lesson": 1, "class": 1}))
    result = rules.score(questionnaire, {"lesson_1": SKIP})
    assert result.areas == (AreaScore("lesson", None, None, 0, 1), AreaScore("class", None, None, 0, 1))
    assert result.percent is None


def test_levels_include_their_bounds(tmp_path: Path) -> None:
    data = raw({"lesson": 1})
    data["scale"]["max"] = 100
    data["scale"]["labels"] = {value: {"button": str(value), "text": str(value)} for value in range(101)}
    questionnaire = build(tmp_path, data)
    levels = [rules.score(questionnaire, {"lesson_1": value}).areas[0].level_id for value in (39, 40, 64, 65, 100)]
    assert levels == ["low", "mid", "mid", "high", "high"]


def test_the_whole_is_not_a_mean_of_means(tmp_path: Path) -> None:
    questionnaire = build(tmp_path, raw({"lesson": 3, "class": 1}))
    result = rules.score(questionnaire, {"lesson_1": 3, "lesson_2": 3, "lesson_3": 3, "class_1": 0})
    assert result.percent == 75


def test_deficits_are_the_three_lowest_and_ties_keep_the_order_of_the_file(tmp_path: Path) -> None:
    questionnaire = build(tmp_path, raw(dict.fromkeys(("one", "two", "three", "four", "five"), 1)))
    answers = {"one_1": 1, "two_1": 0, "three_1": 1, "four_1": 3, "five_1": 1}
    assert [deficit.area_id for deficit in rules.score(questionnaire, answers).deficits] == [
        "two",
        "one",
        "three",
    ]


def test_good_areas_are_no_deficits(tmp_path: Path) -> None:
    questionnaire = build(tmp_path, raw({"lesson": 1, "class": 1}))
    result = rules.score(questionnaire, {"lesson_1": 2, "class_1": 3})
    assert result.deficits == ()
    assert result.strengths == ("class", "lesson")


def test_needs_are_ordered_from_the_highest_and_are_no_strengths() -> None:
    needs = CATALOGUE.get("professional_needs_monitoring")
    values = {"subject": 1, "method": 3, "pupils": 0, "profile": 2, "digital": 3, "growth": 2}
    answers = {item.id: values[item.area] for item in needs.items if item.area in values}
    result = rules.score(needs, answers)
    assert [deficit.area_id for deficit in result.deficits] == ["method", "digital", "profile"]
    assert result.strengths == ()


def test_a_zero_is_shown_whatever_the_average() -> None:
    express = CATALOGUE.get("express_self_diagnostics")
    answers: dict[str, Answer] = {item.id: 3 for item in express.items}
    answers |= {"p4": 0, "s2": 0, "p3": SKIP}
    result = rules.score(express, answers)
    assert result.critical == ("s2", "p4")
    assert result.deficits == ()


def test_unscored_items_and_areas_never_enter_a_score() -> None:
    checkin = CATALOGUE.get("mentor_weekly_checkin")
    result = rules.score(checkin, {"met": "talk", "topic": "plan", "how": 3, "next": SKIP})
    assert result.areas == (AreaScore("state", 100, "ok", 1, 1),)


def test_a_check_in_takes_the_level_of_the_value_itself() -> None:
    checkin = CATALOGUE.get("mentor_weekly_checkin")
    levels = [rules.score(checkin, {"met": "none", "how": value}).areas[0].level_id for value in range(4)]
    assert levels == ["alarm", "watch", "ok", "ok"]


def test_of_several_values_the_last_one_gives_the_level(tmp_path: Path) -> None:
    data = raw({"lesson": 2})
    data["thresholds"]["basis"] = "last_value"
    bounds = {"low": (0, 0), "mid": (1, 1), "high": (2, 3)}
    for level in data["thresholds"]["levels"]:
        level["from"], level["to"] = bounds[level["id"]]
    questionnaire = build(tmp_path, data)
    assert rules.score(questionnaire, {"lesson_1": 3, "lesson_2": 0}).areas[0].level_id == "low"
    assert rules.score(questionnaire, {"lesson_1": 3, "lesson_2": SKIP}).areas[0].level_id == "high"


def test_hidden_items_are_neither_asked_nor_skipped() -> None:
    adaptation = CATALOGUE.get("young_teacher_adaptation")
    answers: dict[str, Answer] = {f"mn{number}": 0 for number in range(1, 5)}
    answers["mn0"] = "no"
    result = rules.score(adaptation, answers)
    assert result.area("mentor") == AreaScore("mentor", None, None, 0, 0)
    assert result.flags == ("no_mentor",)


def test_do_not_know_counts_as_wrong_in_a_test() -> None:
    test = CATALOGUE.get("math_subject_test")
    answers: dict[str, Answer] = {"t1": "21 %", "t2": "14,0", "n1": "17"}
    for item in test.items:
        answers.setdefault(item.id, SKIP)
    result = rules.score(test, answers)
    assert (result.points, result.level_id) == (2, "low")
    assert result.area("text") == AreaScore("text", 100, None, 2, 2, 2)
    assert result.area("numbers").level_id == "fail"
    assert "t1" not in result.wrong
    assert "n1" in result.wrong


def test_a_direction_without_analysis_or_effect_is_a_broken_cycle() -> None:
    checklist = CATALOGUE.get("methodical_service_checklist_7")
    answers: dict[str, Answer] = {item.id: 2 for item in checklist.items}
    assert rules.score(checklist, answers).broken_cycle == ()
    answers |= {"d3_5": 1, "d4_4": 0, "d4_5": 2}
    assert rules.score(checklist, answers).broken_cycle == ("d3",)
    assert rules.score(checklist, {"d3_1": 0, "d4_5": SKIP}).broken_cycle == (), "nothing is known of the cycle"


@pytest.mark.parametrize(
    ("questionnaire_id", "answers", "history", "actions"),
    [
        ("mentor_weekly_checkin", {"met": "talk", "topic": "plan", "how": 0}, [], ["offer_consultation"]),
        ("mentor_weekly_checkin", {"met": "none", "how": 2}, [{"met": "none"}], []),
        ("mentor_weekly_checkin", {"met": "none", "how": 2}, [{"met": "none"}] * 2, ["suggest_time_slot"]),
        ("mentor_weekly_checkin", {"met": "none"}, [{"met": "talk"}, {"met": "none"}, {"met": "none"}], []),
        ("mentor_weekly_checkin", {"met": "talk", "how": SKIP}, [{"how": 0}], []),
        ("mentee_weekly_checkin", {"week": 0}, [], []),
        ("mentee_weekly_checkin", {"week": 0}, [{"week": 0}], ["offer_private_contact"]),
        ("mentee_weekly_checkin", {"week": 1}, [{"week": 0}], []),
        ("mentee_monthly_checkin", {"h1": 0, "h2": 0}, [{"h1": 1, "h2": 0}], ["offer_mentor_change"]),
        ("mentee_monthly_checkin", {"h1": 0, "h2": 0}, [{"h1": 3, "h2": 0}], []),
        ("mentor_monthly_checkin", {"help": ("time", "change"), "meetings": 2}, [], ["notify_curator"]),
        ("mentor_monthly_checkin", {"help": ("none",), "meetings": 1}, [], ["suggest_time_slot"]),
        (
            "young_teacher_adaptation",
            {"wb4": "leave", "mn0": "no"},
            [],
            ["offer_private_contact", "notify_coverage_gap"],
        ),
        ("young_teacher_adaptation", {"wb1": 0, "wb2": 0, "wb3": 0}, [], ["offer_psychologist"]),
    ],
)
def test_attention(
    questionnaire_id: str, answers: dict[str, Answer], history: list[dict[str, Answer]], actions: list[str]
) -> None:
    result = rules.score(CATALOGUE.get(questionnaire_id), answers, history)
    assert [rule.action for rule in result.attention] == actions


def test_two_attempts_are_compared_area_by_area(tmp_path: Path) -> None:
    questionnaire = build(tmp_path, raw({"one": 1, "two": 1, "three": 1, "four": 1}))
    before = rules.score(questionnaire, {"one_1": 1, "two_1": 2, "three_1": 3})
    after = rules.score(questionnaire, {"one_1": 3, "two_1": 2, "three_1": 0, "four_1": 3})
    changes = rules.compare(questionnaire, before, after)
    assert changes is not None
    assert [(change.area_id, change.delta, change.better) for change in changes] == [
        ("one", 67, True),
        ("two", 0, None),
        ("three", -100, False),
    ]


def test_a_smaller_need_is_better() -> None:
    needs = CATALOGUE.get("professional_needs_monitoring")
    first = [item.id for item in needs.items if item.counts and item.area == needs.item("n1").area]
    before, after = (rules.score(needs, dict.fromkeys(first, value)) for value in (3, 1))
    changes = rules.compare(needs, before, after)
    assert changes is not None
    assert changes[0].better is True


@pytest.mark.parametrize(("version", "comparable"), [("1.7", True), ("2.0", False)])
def test_only_one_major_version_is_compared(tmp_path: Path, version: str, comparable: bool) -> None:
    questionnaire = build(tmp_path, raw(version=version))
    before = rules.score(build(tmp_path, raw()), {"lesson_1": 1})
    after = rules.score(questionnaire, {"lesson_1": 2})
    assert (rules.compare(questionnaire, before, after) is not None) is comparable


def test_another_questionnaire_is_not_compared(tmp_path: Path) -> None:
    before = rules.score(build(tmp_path / "a", raw()), {"lesson_1": 1})
    questionnaire = build(tmp_path / "b", raw(id="other"))
    after = rules.score(questionnaire, {"lesson_1": 1})
    assert rules.compare(questionnaire, before, after) is None
