"""A result in words, in both languages."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from html import unescape
from random import Random
from zoneinfo import ZoneInfo

import pytest

from dialogs.common.picture import CAPTION, caption
from dialogs.diagnostics.amounts import scored_as
from dialogs.diagnostics.areas import area_lines
from dialogs.diagnostics.attention import ITEMS, item_lines
from dialogs.diagnostics.lines import result_lines
from dialogs.diagnostics.picture import chart, rows_of
from dialogs.diagnostics.recommendations import _blocks as blocks
from dialogs.diagnostics.recommendations import without_blocks
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
    assert "<b>Сильная сторона:</b> Проектирование и проведение урока (100 %); Оценивание" in text
    assert "<b>Зона роста:</b> Цифровые средства и саморазвитие (33 %)." in text
    assert "<b>Требует внимания:</b> 1 пункт с ответом «0 — пока не получается»." in text
    assert "Свободно решаю" not in text


@pytest.mark.parametrize(
    ("zeroes", "said"), [(1, "1 пункт "), (3, "3 пункта "), (12, "12 пунктов "), (21, "21 пункт ")]
)
def test_zeroes_are_counted_and_not_quoted(zeroes: int, said: str) -> None:
    """In the words of this questionnaire's button; the list is a press away."""
    view = seen(EXPRESS, all_of(EXPRESS, 2) | dict.fromkeys([item.id for item in EXPRESS.items[:zeroes]], 0))
    text = told(RU, view)
    assert f"<b>Требует внимания:</b> {said}с ответом «0 — пока не получается»." in text
    assert text.count("«") == 1
    assert "внимания:</b> ответов «0 — пока не получается» нет." in told(RU, seen(EXPRESS, all_of(EXPRESS, 2)))


@pytest.mark.parametrize("locale", LOCALES)
def test_the_list_of_zeroes_fits_its_window(locale: str) -> None:
    words = load_words(locale, ZoneInfo("Europe/Moscow"))
    for questionnaire in CONTENT.questionnaires.all(locale):
        view = seen(questionnaire, all_of(questionnaire, 0))
        for page in range(-(-len(view.result.critical) // ITEMS)):
            lines = item_lines(words, view, page)
            assert 0 < len(_read(lines)) < 4096 - 200
    first = item_lines(RU, seen(EXPRESS, all_of(EXPRESS, 0)), 0)
    assert first.startswith("<b>Предметная подготовка</b>\n• Свободно решаю задания своего предмета за все классы")
    assert "Проектирование" in first


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
    halves: dict[str, Answer] = {item.id: 1 + number % 2 for number, item in enumerate(EXPRESS.items)}
    assert "Сильная сторона</b> пока не выделяется: по направлениям ровно." in told(RU, seen(EXPRESS, halves))
    uneven = all_of(EXPRESS, 0) | {item.id: number % 2 + 1 for number, item in enumerate(EXPRESS.items[30:])}
    assert "Ближе всего к сильной стороне:</b> Цифровые средства" in told(RU, seen(EXPRESS, uneven))


def test_where_everything_is_low_that_is_said_first() -> None:
    """No word of a strong side, and none of an even picture."""
    low = told(RU, seen(EXPRESS, all_of(EXPRESS, 1)))
    assert "\n\n<b>Сейчас трудно по всем направлениям.</b> Начать можно с одного.\n\n<b>Зона роста:</b> Предм" in low
    uneven = all_of(EXPRESS, 0) | {item.id: 1 for item in EXPRESS.items if item.area == "digital"}
    text = told(RU, seen(EXPRESS, uneven))
    assert "трудно по всем направлениям.</b> Увереннее других: Цифровые средства и саморазвитие (33 %)." in text
    partly = all_of(EXPRESS, 0) | {item.id: SKIP for item in EXPRESS.items if item.area == "comm"}
    assert "Сейчас трудно везде, где ответов хватило." in told(RU, seen(EXPRESS, partly))
    nothing: dict[str, Answer] = {item.id: SKIP for item in TEST.items}
    assert "трудно по всем направлениям" in told(RU, seen(TEST, nothing))
    for view in (seen(EXPRESS, all_of(EXPRESS, 1)), seen(EXPRESS, uneven), seen(EXPRESS, partly), seen(TEST, nothing)):
        assert "ильная сторона" not in told(RU, view)


@pytest.mark.parametrize("answered", [0, 1, 3])
def test_of_too_few_answers_nothing_is_judged(answered: int) -> None:
    """Not a strong side, not «no gaps», not a percent of everything, and no advice to teach others."""
    answers = {item.id: SKIP if number >= answered else 3 for number, item in enumerate(EXPRESS.items)}
    for own in (True, False):
        text = told(RU, seen(EXPRESS, answers, (NOW.replace(month=8), all_of(EXPRESS, 1))), own=own)
        assert text.endswith("6 октября 2026\n\nОтветов слишком мало, чтобы судить.")
    view = seen(EXPRESS, answers)
    assert scored_as(view.questionnaire, view.result) == "done"
    assert blocks(RU, view) == []
    assert without_blocks(view) == {"few": True, "none": False}
    assert told(EN, view).endswith("There are too few answers to judge.")


def test_of_one_section_alone_is_spoken_as_of_one() -> None:
    """Nothing is even and nothing is the strongest where there is only one to look at."""
    answers: dict[str, Answer] = {item.id: SKIP for item in EXPRESS.items}
    answers |= {"d1": 2, "d2": 1, "d3": 1, "d4": 1, "d5": 1, "d6": 1}
    text = told(RU, seen(EXPRESS, answers))
    assert "<b>Судить можно об одном направлении:</b> Цифровые средства и саморазвитие (39 %). Нужна помощь." in text
    assert "ильная сторона" not in text
    assert "Зона роста" not in text
    assert "явных пробелов нет" not in told(RU, seen(EXPRESS, answers | dict.fromkeys(("d1", "d2", "d3"), 3)))


def test_others_are_not_told_what_applies_to_them() -> None:
    answers = all_of(EXPRESS, 3) | {item.id: SKIP for item in EXPRESS.items if item.area == "comm"}
    text = told(RU, seen(EXPRESS, answers), own=False)
    assert "Не относится к учителю и не учтено: Воспитание" in text


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
    assert "Сейчас трудно везде, где ответов хватило." in text


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


def test_the_picture_is_drawn_with_and_without_an_earlier_attempt() -> None:
    for before in (None, (NOW.replace(month=8), all_of(EXPRESS, 1))):
        assert chart(RU, seen(EXPRESS, all_of(EXPRESS, 2), before), "Личный результат").startswith(b"\x89PNG")


def test_the_picture_says_what_the_list_says() -> None:
    """Where nothing applies to her neither calls it «too few answers»."""
    answers = all_of(EXPRESS, 3) | {item.id: SKIP for item in EXPRESS.items if item.area == "comm"}
    answers |= dict.fromkeys(("d1", "d2", "d3"), SKIP)
    view = seen(EXPRESS, answers)
    drawn = {row.title: row.level for row in rows_of(RU, view)}
    assert drawn["Воспитание и взаимодействие"] == "не относится"
    assert drawn["Цифровые средства и саморазвитие"] == "мало ответов"
    listed = area_lines(RU, view)
    assert "• Воспитание и взаимодействие: не относится\n" in listed
    assert "• Цифровые средства и саморазвитие: мало ответов" in listed
