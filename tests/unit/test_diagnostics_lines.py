"""A result in words, in both languages."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from html import unescape
from random import Random
from zoneinfo import ZoneInfo

import pytest

from dialogs.common.picture import CAPTION, caption
from dialogs.diagnostics.areas import area_lines
from dialogs.diagnostics.lines import result_lines
from dialogs.diagnostics.picture import chart
from dialogs.diagnostics.recommendations import _blocks as blocks
from dialogs.diagnostics.result import who_has_looked, who_sees
from locales import LOCALES, Safe, Words, load_words
from services.diagnostics.rules import KINDS
from services.diagnostics.views import Earlier, Opening, ResultView
from services.questionnaires import rules
from services.questionnaires.answers import SKIP, Answer
from services.questionnaires.items import ScaleItem
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


def told(words: Words, view: ResultView, *, own: bool = True) -> str:
    return "\n\n".join(result_lines(words, view, own=own))


def all_of(questionnaire: Questionnaire, value: int) -> dict[str, Answer]:
    return {item.id: value for item in questionnaire.items}


def test_three_lines_name_the_strong_side_the_gap_and_the_zeroes() -> None:
    answers = all_of(EXPRESS, 3) | {item.id: 1 for item in EXPRESS.items if item.area == "digital"} | {"s1": 0}
    text = told(RU, seen(EXPRESS, answers))
    assert "<b>Сильная сторона:</b> Проектирование и проведение урока (100 %), Оценивание" in text
    assert "<b>Зона роста:</b> Цифровые средства и саморазвитие (33 %)." in text
    assert "<b>Требует внимания.</b> Вы ответили «0»: «Свободно решаю задания своего предмета" in text
    assert "и ещё" not in text


def test_many_zeroes_are_counted_after_two() -> None:
    text = told(RU, seen(EXPRESS, all_of(EXPRESS, 2) | dict.fromkeys(("s1", "s2", "s3", "s4"), 0)))
    assert text.count("«") == 2 + 1  # two questions, and «0»
    assert "и ещё на 2 вопроса." in text


def test_too_few_answers_are_said_and_not_judged() -> None:
    answers = all_of(EXPRESS, 3) | {item.id: SKIP for item in EXPRESS.items if item.area == "comm"}
    text = told(RU, seen(EXPRESS, answers))
    assert "Не относится к вам и не учтено: Воспитание и взаимодействие." in text
    assert "взаимодействие (" not in text
    text = told(RU, seen(EXPRESS, all_of(EXPRESS, 3) | {"c1": SKIP, "c2": SKIP}))
    assert "Мало ответов, чтобы судить: Воспитание и взаимодействие." in text


def test_results_over_other_areas_are_compared_with_care() -> None:
    august = datetime(2026, 8, 16, 9, tzinfo=UTC)
    without = all_of(EXPRESS, 3) | {item.id: SKIP for item in EXPRESS.items if item.area == "comm"}
    assert "сравнивайте осторожно" in told(RU, seen(EXPRESS, without, (august, all_of(EXPRESS, 1))))
    assert "осторожно" not in told(RU, seen(EXPRESS, all_of(EXPRESS, 3), (august, all_of(EXPRESS, 1))))


def test_without_a_strong_side_the_nearest_is_named_or_all_are_level() -> None:
    level = told(RU, seen(EXPRESS, all_of(EXPRESS, 1)))
    assert "Сильная сторона:</b> пока ровно по всем направлениям." in level
    uneven = all_of(EXPRESS, 0) | {item.id: 1 for item in EXPRESS.items if item.area == "digital"}
    assert "Ближе всего к сильной стороне:</b> Цифровые средства" in told(RU, seen(EXPRESS, uneven))


def test_may_stands_beside_august_and_last_year_is_named() -> None:
    august = datetime(2026, 8, 16, 9, tzinfo=UTC)
    text = told(RU, seen(EXPRESS, all_of(EXPRESS, 2), (august, all_of(EXPRESS, 1))))
    assert "В августе было 33 %, сейчас 67 %." in text
    both = seen(EXPRESS, all_of(EXPRESS, 2), (august, all_of(EXPRESS, 1)))
    assert "• Предметная подготовка: 67 %, было 33 %. Достаточный уровень" in area_lines(RU, both)
    assert "Предметная подготовка: было 33 %, стало 67 %" in told(RU, both, own=False)
    a_year_ago = august.replace(year=2025)
    assert "В августе 2025 года было 33 %" in told(
        RU, seen(EXPRESS, all_of(EXPRESS, 2), (a_year_ago, all_of(EXPRESS, 1)))
    )
    same_month = NOW.replace(day=1)
    assert "1 октября 2026 было 67 %, сейчас 67 %." in told(
        RU, seen(EXPRESS, all_of(EXPRESS, 2), (same_month, all_of(EXPRESS, 2)))
    )


def test_a_need_is_never_a_strong_side() -> None:
    needs = CONTENT.questionnaires.get("professional_needs_monitoring")
    for value in range(needs.scale.max + 1):
        text = told(RU, seen(needs, {item.id: value for item in needs.items if item.counts}))
        assert "Сильная сторона" not in text
        assert "Это не оценка" in text
    assert "<b>Нужнее всего:</b> Содержание предмета" in text


def test_others_read_areas_and_no_question() -> None:
    text = told(RU, seen(EXPRESS, all_of(EXPRESS, 0)), own=False)
    assert "Зона роста" in text
    assert "Требует внимания" not in text
    assert "«" not in text


def test_a_test_speaks_of_points_everywhere() -> None:
    nothing: dict[str, Answer] = {item.id: SKIP for item in TEST.items}
    view = seen(TEST, nothing | {"t1": "21", "t2": "14", "e1": "3"}, (NOW.replace(month=8), nothing))
    text = told(RU, view) + area_lines(RU, view)
    assert "Верно 3 из 10" in text
    assert "<b>Сильная сторона:</b> Текстовые задачи (2 из 2)." in text
    assert "Зона роста:</b> Планиметрия (0 из 2)" in text
    assert "В августе было 0 из 10, сейчас 3 из 10." in text
    assert "Текстовые задачи: 2 из 2, было 0 из 2" in text
    assert "%" not in text
    assert "%" not in "".join(blocks(RU, seen(TEST, nothing)))


def test_what_is_too_little_answered_is_not_judged_anywhere() -> None:
    """Two of six answers are no ground for «стало лучше», and none for «ближе всего к сильной стороне»."""
    thin = all_of(EXPRESS, 1) | {"c1": 3, "c2": 3} | dict.fromkeys(("c3", "c4", "c5", "c6"), SKIP)
    view = seen(EXPRESS, thin, (NOW.replace(month=8), all_of(EXPRESS, 0)))
    text = told(RU, view)
    assert "• Воспитание и взаимодействие: мало ответов\n" in area_lines(RU, view)
    assert "Мало ответов, чтобы судить: Воспитание и взаимодействие." in text
    assert text.count("Воспитание и взаимодействие") == 1
    assert "Сильная сторона:</b> пока ровно" in text


def test_english_and_a_subject_test() -> None:
    test = CONTENT.questionnaires.get(TEST.id, "en")
    text = told(EN, seen(test, {item.id: SKIP for item in test.items} | {"t1": "21", "t2": "14"}))
    assert "2 of 10 right." in text
    assert "<b>Strong side:</b> Word problems (2 of 2)." in text
    assert "8 tasks, see the explanations." in text


@pytest.mark.parametrize("locale", LOCALES)
def test_every_result_fits_under_its_picture_whole(locale: str) -> None:
    """Of hundreds of different results with long-named readers none leaves a paragraph out."""
    words, random = load_words(locale, ZoneInfo("Europe/Moscow")), Random(7)
    readers = [Opening(f"Константинопольская Александра Владимировна {one}", NOW) for one in range(9)]
    last = [who_sees(words, NOW), *who_has_looked(words, readers)]
    for questionnaire in CONTENT.questionnaires.all(locale):
        for _ in range(150 if questionnaire.kind in KINDS else 0):
            now, before = (_any_answers(questionnaire, random) for _ in range(2))
            view = seen(questionnaire, now, (NOW.replace(year=2025), before))
            parts = result_lines(words, view)
            text = caption(parts, last)
            assert len(_read(text).encode("utf-16-le")) // 2 <= CAPTION
            assert text == "\n\n".join([*parts, *last]), _read(text)


def _any_answers(questionnaire: Questionnaire, random: Random) -> dict[str, Answer]:
    weak = {area.id for area in questionnaire.areas if random.random() < 0.5}
    return {
        item.id: SKIP if random.random() < 0.2 or not isinstance(item, ScaleItem) else 0 if item.area in weak else 3
        for item in questionnaire.items
    }


def _read(text: str) -> str:
    return unescape(re.sub("<[^>]+>", "", text))


def test_what_finds_no_room_is_left_out_and_who_sees_it_is_not() -> None:
    weighty, long, short = Safe("<b>Важное</b> &lt;"), Safe("д" * CAPTION), Safe("Мелочь")
    assert caption([weighty, long, short], [Safe("Видите вы")]) == "<b>Важное</b> &lt;\n\nМелочь\n\nВидите вы"
    exactly = Safe("😀" * ((CAPTION - 2 - len("Видите вы")) // 2))
    assert exactly in caption([exactly], [Safe("Видите вы")])


def test_a_long_question_is_quoted_by_its_beginning() -> None:
    item = EXPRESS.items[0].model_copy(update={"text": "Очень длинный вопрос " * 60})
    long = EXPRESS.model_copy(update={"items": (item, *EXPRESS.items[1:])})
    text = told(RU, seen(long, all_of(long, 2) | {"s1": 0}))
    assert len(text) < 500
    assert "вопрос…»." in text


def test_the_picture_is_drawn_with_and_without_an_earlier_attempt() -> None:
    for before in (None, (NOW.replace(month=8), all_of(EXPRESS, 1))):
        assert chart(RU, seen(EXPRESS, all_of(EXPRESS, 2), before), "Личный результат").startswith(b"\x89PNG")
