"""One question a screen: forward, back, hidden questions, progress."""

from pathlib import Path

from services.questionnaires import rules
from services.questionnaires.answers import SKIP, Answer
from services.questionnaires.items import ChoiceItem, SingleItem
from services.questionnaires.loader import load_catalogue
from tests.unit.questionnaires.builders import CONTENT, build, raw

CATALOGUE = load_catalogue(CONTENT)
CHECKIN = CATALOGUE.get("mentor_weekly_checkin")
ADAPTATION = CATALOGUE.get("young_teacher_adaptation")
CHECKLIST = CATALOGUE.get("methodical_service_checklist_7")


def _ids(answers: dict[str, Answer]) -> list[str]:
    return [item.id for item in rules.visible_items(CHECKIN, answers)]


def test_a_week_without_a_meeting_has_no_topic() -> None:
    assert _ids({}) == ["met", "topic", "how", "next"]
    assert _ids({"met": "none"}) == ["met", "how", "next"]
    assert rules.progress(CHECKIN, {"met": "none", "how": SKIP}) == rules.Progress(2, 3)


def test_an_answer_that_became_hidden_is_forgotten_until_it_shows_again() -> None:
    answers: dict[str, Answer] = {"met": "talk", "topic": "plan", "how": 2}
    changed = answers | {"met": "none"}
    assert rules.visible_answers(CHECKIN, changed) == {"met": "none", "how": 2}
    assert rules.visible_answers(CHECKIN, answers)["topic"] == "plan"


def test_forward_and_back_step_over_hidden_items() -> None:
    answers: dict[str, Answer] = {"mn0": "no"}
    after = rules.item_after(ADAPTATION, answers, "mn0")
    assert after is not None
    assert after.id == "cn1"
    before = rules.previous_item(ADAPTATION, answers, "cn1")
    assert before is not None
    assert before.id == "mn0"
    assert rules.item_after(ADAPTATION, answers, "mn2") is None
    assert rules.position(ADAPTATION, answers, "cn1") == 14
    assert rules.position(ADAPTATION, answers, "mn2") is None


def test_ends_of_the_way() -> None:
    assert rules.previous_item(CHECKIN, {}, "met") is None
    last = rules.previous_item(CHECKIN, {}, None)
    assert last is not None
    assert last.id == "next"
    assert rules.item_after(CHECKIN, {}, "next") is None
    assert rules.next_item(CHECKIN, {"met": "none", "how": 1, "next": SKIP}) is None


def test_the_next_item_is_the_first_unanswered_even_in_the_middle() -> None:
    item = rules.next_item(CHECKIN, {"met": "talk", "how": 1})
    assert item is not None
    assert item.id == "topic"


def test_a_school_answers_only_the_items_of_schools() -> None:
    shown = rules.visible_items(CHECKLIST, {}, level="school")
    assert {item.level for item in shown} == {"school"}
    assert rules.progress(CHECKLIST, {}, level="school").total == len(shown) == 8
    assert rules.score(CHECKLIST, {"d1_1": 0}, level="school").percent is None


def test_a_disabled_area_is_not_asked(tmp_path: Path) -> None:
    data = raw({"lesson": 1, "class": 1})
    data["areas"][1]["enabled"] = False
    questionnaire = build(tmp_path, data)
    assert [item.id for item in rules.visible_items(questionnaire, {})] == ["lesson_1"]
    assert [area.area_id for area in rules.score(questionnaire, {"class_1": 3}).areas] == ["lesson"]


def test_the_forgotten_answer_of_a_hidden_item_shows_nothing_else(tmp_path: Path) -> None:
    data = raw({"lesson": 3})
    data["items"][1]["show_if"] = "lesson_1 > 1"
    data["items"][2]["show_if"] = "lesson_2 > 1"
    questionnaire = build(tmp_path, data)
    shown = rules.visible_items(questionnaire, {"lesson_1": 0, "lesson_2": 3})
    assert [item.id for item in shown] == ["lesson_1"]


def test_options_of_a_test_are_mixed_and_stay_so_for_one_attempt() -> None:
    test = CATALOGUE.get("math_subject_test")
    item = test.item("p2")
    assert isinstance(item, SingleItem)
    orders = {tuple(option.id for option in rules.options_in_order(test, item, seed)) for seed in range(40)}
    assert len(orders) > 5
    assert all(sorted(order) == ["a", "b", "c", "d"] for order in orders)
    assert rules.options_in_order(test, item, 7) == rules.options_in_order(test, item, 7)
    met = CHECKIN.item("met")
    assert isinstance(met, ChoiceItem)
    assert rules.options_in_order(CHECKIN, met, 7) == met.options
