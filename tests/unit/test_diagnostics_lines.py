"""A result in words, in both languages."""

from collections.abc import Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from dialogs.diagnostics.lines import result_lines
from dialogs.diagnostics.recommendations import _blocks as blocks
from dialogs.diagnostics.show import picture
from locales import load_words
from services.diagnostics.views import Earlier, ResultView
from services.questionnaires import rules
from services.questionnaires.answers import SKIP, Answer
from services.questionnaires.model import Questionnaire
from tests.kit.diagnostics_people import CONTENT, EXPRESS, NOW, TEST, somebody

RU = load_words("ru", ZoneInfo("Europe/Moscow"))
EN = load_words("en", ZoneInfo("Europe/Moscow"))


def seen(
    questionnaire: Questionnaire,
    answers: Mapping[str, Answer],
    before: tuple[datetime, Mapping[str, Answer]] | None = None,
) -> ResultView:
    result = rules.score(questionnaire, answers)
    earlier = None
    if before is not None:
        old = rules.score(questionnaire, before[1])
        earlier = Earlier(before[0], old, rules.compare(questionnaire, old, result) or ())
    return ResultView(1, somebody(), questionnaire, NOW, result, earlier, answers)


def all_of(questionnaire: Questionnaire, value: int) -> dict[str, Answer]:
    return {item.id: value for item in questionnaire.items}


def test_three_lines_name_the_strong_side_the_gap_and_the_zeroes() -> None:
    answers = all_of(EXPRESS, 3) | {item.id: 1 for item in EXPRESS.items if item.area == "digital"} | {"s1": 0}
    text = result_lines(RU, seen(EXPRESS, answers))
    assert "<b>Сильная сторона:</b> Проектирование и проведение урока (100 %), Оценивание" in text
    assert "<b>Зона роста:</b> Цифровые средства и саморазвитие (33 %)." in text
    assert "<b>Требует внимания.</b> Вы ответили «0»: «Свободно решаю задания своего предмета" in text
    assert "и ещё" not in text


def test_many_zeroes_are_counted_after_two() -> None:
    text = result_lines(RU, seen(EXPRESS, all_of(EXPRESS, 2) | dict.fromkeys(("s1", "s2", "s3", "s4"), 0)))
    assert text.count("«") == 2 + 1  # two questions, and «0»
    assert "и ещё на 2 вопроса." in text


def test_too_few_answers_are_said_and_not_judged() -> None:
    answers = all_of(EXPRESS, 3) | {item.id: SKIP for item in EXPRESS.items if item.area == "comm"}
    text = result_lines(RU, seen(EXPRESS, answers))
    assert "Не относится к вам и не учтено: Воспитание и взаимодействие." in text
    assert "взаимодействие (" not in text
    text = result_lines(RU, seen(EXPRESS, all_of(EXPRESS, 3) | {"c1": SKIP, "c2": SKIP}))
    assert "Мало ответов, чтобы судить: Воспитание и взаимодействие." in text


def test_results_over_other_areas_are_compared_with_care() -> None:
    august = datetime(2026, 8, 16, 9, tzinfo=UTC)
    without = all_of(EXPRESS, 3) | {item.id: SKIP for item in EXPRESS.items if item.area == "comm"}
    assert "сравнивайте осторожно" in result_lines(RU, seen(EXPRESS, without, (august, all_of(EXPRESS, 1))))
    assert "осторожно" not in result_lines(RU, seen(EXPRESS, all_of(EXPRESS, 3), (august, all_of(EXPRESS, 1))))


def test_without_a_strong_side_the_nearest_is_named_or_all_are_level() -> None:
    level = result_lines(RU, seen(EXPRESS, all_of(EXPRESS, 1)))
    assert "Сильная сторона:</b> пока ровно по всем направлениям." in level
    uneven = all_of(EXPRESS, 0) | {item.id: 1 for item in EXPRESS.items if item.area == "digital"}
    assert "Ближе всего к сильной стороне:</b> Цифровые средства" in result_lines(RU, seen(EXPRESS, uneven))


def test_may_stands_beside_august_and_last_year_is_named() -> None:
    august = datetime(2026, 8, 16, 9, tzinfo=UTC)
    text = result_lines(RU, seen(EXPRESS, all_of(EXPRESS, 2), (august, all_of(EXPRESS, 1))))
    assert "В августе было 33 %, сейчас 67 %." in text
    assert "Предметная подготовка: было 33 %, стало 67 %" in text
    a_year_ago = august.replace(year=2025)
    assert "В августе 2025 года было 33 %" in result_lines(
        RU, seen(EXPRESS, all_of(EXPRESS, 2), (a_year_ago, all_of(EXPRESS, 1)))
    )
    same_month = NOW.replace(day=1)
    assert "1 октября 2026 было 67 %, сейчас 67 %." in result_lines(
        RU, seen(EXPRESS, all_of(EXPRESS, 2), (same_month, all_of(EXPRESS, 2)))
    )


def test_a_need_is_never_a_strong_side() -> None:
    needs = CONTENT.questionnaires.get("professional_needs_monitoring")
    for value in range(needs.scale.max + 1):
        text = result_lines(RU, seen(needs, {item.id: value for item in needs.items if item.counts}))
        assert "Сильная сторона" not in text
        assert "Это не оценка" in text
    assert "<b>Нужнее всего:</b> Содержание предмета" in text


def test_others_read_areas_and_no_question() -> None:
    text = result_lines(RU, seen(EXPRESS, all_of(EXPRESS, 0)), own=False)
    assert "Зона роста" in text
    assert "Требует внимания" not in text
    assert "«" not in text


def test_a_test_speaks_of_points_everywhere() -> None:
    nothing: dict[str, Answer] = {item.id: SKIP for item in TEST.items}
    text = result_lines(RU, seen(TEST, nothing | {"t1": "21", "t2": "14", "e1": "3"}, (NOW.replace(month=8), nothing)))
    assert "Верно 3 из 10" in text
    assert "<b>Сильная сторона:</b> Текстовые задачи (2 из 2)." in text
    assert "Зона роста:</b> Планиметрия (0 из 2)" in text
    assert "В августе было 0 из 10, сейчас 3 из 10." in text
    assert "Текстовые задачи: было 0 из 2, стало 2 из 2" in text
    assert "%" not in text
    assert "%" not in "".join(blocks(RU, seen(TEST, nothing)))


def test_what_is_too_little_answered_is_not_judged_anywhere() -> None:
    """Two of six answers are no ground for «стало лучше», and none for «ближе всего к сильной стороне»."""
    thin = all_of(EXPRESS, 1) | {"c1": 3, "c2": 3} | dict.fromkeys(("c3", "c4", "c5", "c6"), SKIP)
    text = result_lines(RU, seen(EXPRESS, thin, (NOW.replace(month=8), all_of(EXPRESS, 0))))
    assert "Мало ответов, чтобы судить: Воспитание и взаимодействие." in text
    assert text.count("Воспитание и взаимодействие") == 1
    assert "Сильная сторона:</b> пока ровно" in text


def test_english_and_a_subject_test() -> None:
    test = CONTENT.questionnaires.get(TEST.id, "en")
    text = result_lines(EN, seen(test, {item.id: SKIP for item in test.items} | {"t1": "21", "t2": "14"}))
    assert "2 of 10 right." in text
    assert "<b>Strong side:</b> Word problems (2 of 2)." in text
    assert "8 tasks, see the explanations." in text


def test_the_picture_is_drawn_with_and_without_an_earlier_attempt() -> None:
    for before in (None, (NOW.replace(month=8), all_of(EXPRESS, 1))):
        assert picture(RU, seen(EXPRESS, all_of(EXPRESS, 2), before), "Личный результат").startswith(b"\x89PNG")
