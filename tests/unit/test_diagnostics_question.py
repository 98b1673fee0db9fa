"""Every question of every questionnaire fits its window, and its buttons say which question they answer."""

from html import escape
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest
from aiogram_dialog import DialogManager

from dialogs.common.question import Asked, Ticks, question_data
from dialogs.common.question import _ticked as ticked
from dialogs.common.question import _toggle as toggle
from dialogs.common.question import _typed_answer as typed_answer
from dialogs.common.question_typed import written_button
from dialogs.common.question_view import BLOCKS, READY_TOKEN, SKIP_TOKEN, bar, token_of
from dialogs.common.words import LONGEST_LABEL
from dialogs.diagnostics.recommendations import _blocks as blocks
from locales import LOCALES, load_words
from services.diagnostics.views import ResultView
from services.questionnaires import rules
from services.questionnaires.answers import SKIP, Answer
from services.questionnaires.errors import AnswerError
from services.questionnaires.items import MultiItem
from tests.kit.diagnostics_people import CONTENT, EXPRESS, NOW, TEST, somebody

TEXT_LIMIT, LABEL_LIMIT, DATA_LIMIT = 4096, LONGEST_LABEL, 64 - 8 - len("q_short_choices:")
WORDS = {locale: load_words(locale, ZoneInfo("Europe/Moscow")) for locale in LOCALES}
ADAPTATION = CONTENT.questionnaires.get("young_teacher_adaptation")
HELP = cast(MultiItem, ADAPTATION.item("q1"))


class Memory:
    """As much of a dialog manager as ticks need."""

    def __init__(self) -> None:
        self.dialog_data: dict[str, Any] = {}
        self.start_data = None


def manager() -> DialogManager:
    return cast(DialogManager, Memory())


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("locale", LOCALES)
def test_every_question_fits(locale: str) -> None:
    for questionnaire in CONTENT.questionnaires.all(locale):
        for item in questionnaire.items:
            shown = question_data(WORDS[locale], questionnaire, item, number=36, total=36, answer=None)
            assert 0 < units(shown["question"]) <= TEXT_LIMIT, item.id
            for button in [*shown["choices"], *shown["short_choices"], *shown["ready"], *shown["skip"]]:
                assert 0 < units(button["name"]) <= LABEL_LIMIT, (questionnaire.id, item.id, button)
                assert len(button["id"].encode()) <= DATA_LIMIT


@pytest.mark.parametrize("locale", LOCALES)
def test_advice_for_three_deficits_fits(locale: str) -> None:
    for questionnaire in CONTENT.questionnaires.all(locale):
        if questionnaire.kind not in ("self_diagnostics", "knowledge_test"):
            continue
        answers: dict[str, Answer] = {
            item.id: 0 if questionnaire.kind[0] == "s" else SKIP for item in questionnaire.items
        }
        result = rules.score(questionnaire, answers)
        advice = blocks(WORDS[locale], ResultView(1, somebody(), questionnaire, NOW, result))
        assert len(advice) == 3, questionnaire.id
        assert units("\n\n".join(advice)) <= TEXT_LIMIT - 100


def test_the_section_stands_above_its_question() -> None:
    """«№ 23» is of the ОГЭ or of the ЕГЭ, and «симметрия» of a problem with a parameter."""
    gia = CONTENT.questionnaires.get("gia_math_self_diagnostics")
    for item_id, said in (("g2", "ОГЭ"), ("e13", "ЕГЭ"), ("o1", "ОГЭ, вторая часть"), ("pr3", "ЕГЭ профиль, № 18")):
        shown = question_data(WORDS["ru"], gia, gia.item(item_id), number=31, total=39)["question"]
        above, _, _ = shown.partition("<b>")
        assert said in above, item_id


@pytest.mark.parametrize("locale", LOCALES)
def test_every_section_is_named_but_of_a_short_check_in(locale: str) -> None:
    """The two or three questions of a week need no heading each."""
    for questionnaire in CONTENT.questionnaires.all(locale):
        for item in questionnaire.items:
            shown = question_data(WORDS[locale], questionnaire, item, number=1, total=1)["question"]
            title = escape(questionnaire.area(item.area).title, quote=False)
            assert (f"\n\n{title}\n<b>" in shown) is (questionnaire.kind != "checkin"), (questionnaire.id, item.id)
    alone = EXPRESS.model_copy(update={"areas": EXPRESS.areas[:1]})
    shown = question_data(WORDS[locale], alone, alone.item("s1"), number=1, total=1)["question"]
    assert alone.areas[0].title not in shown


def test_no_two_questions_share_a_button() -> None:
    for questionnaire in CONTENT.questionnaires.all():
        data = [
            button["id"]
            for item in questionnaire.items
            for kind in ("choices", "short_choices")
            for button in question_data(WORDS["ru"], questionnaire, item, number=1, total=1)[kind]
        ]
        assert len(set(data)) == len(data)


def test_the_old_answer_is_marked() -> None:
    names = [
        button["name"]
        for button in question_data(WORDS["ru"], EXPRESS, EXPRESS.item("s1"), number=1, total=36, answer=2)["choices"]
    ]
    assert [name.startswith("✓") for name in names] == [False, False, True, False]
    skipped = question_data(WORDS["ru"], EXPRESS, EXPRESS.item("s1"), number=1, total=36, answer=SKIP)
    assert skipped["skip"][0]["name"] == "✓ Не относится ко мне"
    task = question_data(WORDS["ru"], TEST, TEST.item("t1"), number=1, total=10, answer="0,5 <b>")
    assert "Ваш ответ: 0,5 &lt;b&gt;" in task["question"]


def test_long_options_are_lettered_in_the_order_of_the_attempt() -> None:
    shown = question_data(WORDS["ru"], TEST, TEST.item("p2"), number=6, total=10, order=("d", "b", "a", "c"))
    assert "<b>А)</b> Центр описанной окружности" in shown["question"]
    assert [button["name"] for button in shown["short_choices"]] == ["А", "Б", "В", "Г"]
    assert shown["choices"] == []


def test_ticks_begin_with_the_earlier_answer_and_exclude_each_other() -> None:
    here = manager()
    place = Asked(ADAPTATION, "q1", ("docs", "gia"))
    assert ticked(here, HELP, place) == ("docs", "gia")
    toggle(here, HELP, ticked(here, HELP, place), "lesson")
    assert ticked(here, HELP, place) == ("lesson", "docs", "gia")
    toggle(here, HELP, ticked(here, HELP, place), "none")
    assert ticked(here, HELP, place) == ("none",)
    toggle(here, HELP, ticked(here, HELP, place), "psych")
    assert ticked(here, HELP, place) == ("psych",)
    toggle(here, HELP, ticked(here, HELP, place), "psych")
    assert ticked(here, HELP, place) == ()
    names = [
        button["name"]
        for button in question_data(
            WORDS["ru"], ADAPTATION, HELP, number=1, total=1, ticks=Ticks("q1", ("docs",)), answer=("gia",)
        )["short_choices"]
        if button["name"].startswith("✓")
    ]
    assert names == ["✓ Б"]


def test_more_options_than_fit_a_phone_are_lettered() -> None:
    shown = question_data(WORDS["ru"], ADAPTATION, HELP, number=1, total=1)
    assert "<b>Б)</b> Документы и журнал" in shown["question"]
    assert [button["name"] for button in shown["short_choices"]] == list("АБВГДЕЖЗ")
    assert shown["choices"] == []


def test_no_more_ticks_than_allowed() -> None:
    two = HELP.model_copy(update={"max_choices": 2})
    with pytest.raises(AnswerError) as caught:
        toggle(manager(), two, ("docs", "gia"), "lesson")
    assert caught.value.fields == {"reason": "too_many", "limit": 2}


@pytest.mark.parametrize(("text", "value"), [("2", "2"), (" 3 ", "3"), ("9", None)])
def test_a_typed_number_means_the_button_that_shows_it(text: str, value: str | None) -> None:
    expected = f"{token_of('s1')}.{value}" if value else None
    assert written_button(WORDS["ru"], EXPRESS, EXPRESS.item("s1"), text) == expected


@pytest.mark.parametrize("text", ["не знаю", "", "3", "2,5", "-", "1" * 5000, "²"])
def test_other_words_and_numbers_do_not(text: str) -> None:
    """Where buttons show no numbers «3» may be the third of them, or the one worth three."""
    week = CONTENT.questionnaires.get("mentee_weekly_checkin").item("week")
    assert written_button(WORDS["ru"], CONTENT.questionnaires.get("mentee_weekly_checkin"), week, text) is None
    with pytest.raises(AnswerError):
        typed_answer(week, text)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_button_may_be_written_out(locale: str) -> None:
    for questionnaire in CONTENT.questionnaires.all(locale):
        for item in questionnaire.items:
            shown = question_data(WORDS[locale], questionnaire, item, number=1, total=1)
            for button in [*shown["choices"], *shown["short_choices"], *shown["ready"], *shown["skip"]]:
                for text in (button["name"], f" {button['name'].upper()}. "):
                    assert written_button(WORDS[locale], questionnaire, item, text) == button["id"], (item.id, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("2 - получается", "2"), ("получается с трудом", "1"), ("«Не относится ко мне»", SKIP_TOKEN), ("получ", None)],
)
def test_half_of_a_scale_button_is_enough(text: str, value: str | None) -> None:
    expected = f"{token_of('s1')}.{value}" if value else None
    assert written_button(WORDS["ru"], EXPRESS, EXPRESS.item("s1"), text) == expected


@pytest.mark.parametrize(
    ("text", "option"), [("а", "d"), ("Г)", "c"), ("Диагонали любого ромба равны", "a"), ("", None)]
)
def test_a_letter_means_the_option_that_stands_there(text: str, option: str | None) -> None:
    expected = f"{token_of('p2')}.{token_of(option)}" if option else None
    assert written_button(WORDS["ru"], TEST, TEST.item("p2"), text, ("d", "b", "a", "c")) == expected


@pytest.mark.parametrize(("text", "value"), [("дисциплина", token_of("discipline")), ("готово", READY_TOKEN)])
def test_ticks_may_be_written_too(text: str, value: str) -> None:
    assert written_button(WORDS["ru"], ADAPTATION, HELP, text) == f"{token_of('q1')}.{value}"


def test_a_smile_on_a_button_need_not_be_typed() -> None:
    week = CONTENT.questionnaires.get("mentee_weekly_checkin")
    assert written_button(WORDS["ru"], week, week.item("week"), "нормально") is not None


def test_the_bar_is_full_at_the_end_alone() -> None:
    assert [bar(number, 36).count("▰") for number in (1, 3, 18, 35, 36)] == [0, 1, 6, 11, 12]
    assert {len(bar(number, 7)) for number in range(1, 8)} == {BLOCKS}
