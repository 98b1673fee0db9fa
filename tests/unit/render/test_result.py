"""A result becomes rows: titles and levels in the reader's language, no level where too little is known."""

from pathlib import Path

from dialogs.common.render.chart import ChartRow, area_chart
from dialogs.common.render.result import chart_rows
from services.questionnaires import rules
from services.questionnaires.answers import SKIP, Answer
from services.questionnaires.loader import load_catalogue

CATALOGUE = load_catalogue(Path(__file__).parents[3] / "content" / "questionnaires")


def test_anna_sees_may_beside_august() -> None:
    express = CATALOGUE.get("express_self_diagnostics")
    august = rules.score(express, {item.id: 1 for item in express.items})
    answers: dict[str, Answer] = {item.id: 2 for item in express.items}
    answers |= {"p1": SKIP, "p2": SKIP}
    may = rules.score(express, answers)
    rows = chart_rows(express, may, august, too_few="мало ответов")
    assert rows[0] == ChartRow("Предметная подготовка", 67, "good", "Достаточный уровень", 33)
    assert rows[3] == ChartRow("Работа с разными учениками", None, None, "мало ответов", None), "no percent to judge by"


def test_topics_of_a_test_are_right_or_to_be_worked_on() -> None:
    test = CATALOGUE.get("math_subject_test")
    rows = chart_rows(test, rules.score(test, {"t1": "21", "t2": "14", "p1": SKIP, "p2": "b"}), too_few="мало")
    assert rows[0] == ChartRow("Текстовые задачи", 100, "good", "")
    assert rows[1] == ChartRow("Уравнения и неравенства", None, None, "мало")
    assert rows[2] == ChartRow("Планиметрия", 50, "watch", "")


def test_every_questionnaire_is_drawn_in_both_languages() -> None:
    for locale in CATALOGUE.locales:
        for questionnaire in CATALOGUE.all(locale):
            answers = {item.id: questionnaire.scale.max for item in questionnaire.items if item.counts}
            rows = chart_rows(questionnaire, rules.score(questionnaire, answers), too_few="мало ответов")
            assert area_chart(questionnaire.short_title, rows, direction=questionnaire.scale.direction)
