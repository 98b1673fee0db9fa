"""Another language: texts by id, everything else from the first; what is missing falls back and is told."""

from pathlib import Path
from typing import Any

import pytest

from services.questionnaires.errors import ContentError
from services.questionnaires.items import ChoiceItem
from services.questionnaires.loader import Catalogue, load_catalogue
from services.questionnaires.overlay import fill
from tests.unit.questionnaires.builders import raw, write

HELLO = "Здравствуйте, {mentee_first_name}"


def _load(directory: Path, texts: dict[str, Any], **changes: Any) -> Catalogue:
    write(directory, raw(**changes))
    return load_catalogue(write(directory, {"id": "sample", **texts}, locale="en"))


def test_given_texts_are_taken_and_the_rest_falls_back(tmp_path: Path) -> None:
    catalogue = _load(tmp_path, {"title": "Sample", "items": {"lesson_1": "A question"}})
    english, russian = catalogue.get("sample", "en"), catalogue.get("sample", "ru")
    assert (english.title, english.short_title) == ("Sample", "Проба")
    assert [item.text for item in english.items][:2] == ["A question", "Вопрос"]
    assert (english.locale, russian.locale, russian.title) == ("en", "ru", "Проба")
    missing = [problem.path for problem in catalogue.untranslated]
    assert "title" not in missing
    assert {"short_title", "items.lesson_2.text", "recommendations.class.low.actions"} <= set(missing)


def test_an_untranslated_file_and_an_unknown_language_fall_back(tmp_path: Path) -> None:
    write(write(tmp_path, raw()), raw(id="other"), "other.yaml")
    catalogue = load_catalogue(write(tmp_path, {"id": "sample"}, locale="en"))
    assert catalogue.get("other", "en").locale == "ru"
    assert catalogue.get("sample", "de").locale == "ru"
    assert "en/other.yaml: is missing: the questionnaire is not translated" in map(str, catalogue.untranslated)


def test_options_and_scale(tmp_path: Path) -> None:
    options = [{"id": "yes", "button": "Да"}, {"id": "no", "button": "Нет"}]
    item = {"id": "q", "area": "lesson", "type": "choice", "scored": False, "text": "?", "options": options}
    texts = {
        "items": {"q": {"text": "Well?", "options": {"yes": "Yes", "no": "No"}}},
        "scale": {"labels": {0: {"button": "0 — no"}}, "skip": "Not me"},
    }
    catalogue = _load(tmp_path, texts, items=[*raw()["items"], item])
    english = catalogue.get("sample", "en")
    question = english.item("q")
    assert isinstance(question, ChoiceItem)
    assert [option.words for option in question.options] == ["Yes", "No"]
    assert english.scale.labels[0].button == "0 — no"
    assert english.scale.labels[0].text == "0"
    assert english.scale.skip is not None
    assert english.scale.skip.button == "Not me"


@pytest.mark.parametrize(
    ("texts", "path", "hint"),
    [
        ({"id": "other"}, "id", "must be 'sample'"),
        ({"items": {"garden": "x"}}, "items.garden", "no entry with this id"),
        ({"items": [{"id": "lesson_1", "text": "x"}]}, "items", "must be a mapping"),
        ({"items": {"lesson_1": {"weight": 3}}}, "items.lesson_1.weight", "no counterpart"),
        ({"items": {"lesson_1": {"area": "class"}}}, "items.lesson_1.area", "only texts are translated"),
        ({"minutes": 5}, "minutes", "only texts are translated"),
        ({"titel": "x"}, "titel", "no counterpart"),
        ({"title": 5}, "title", "must be a text"),
        ({"recommendations": {"class": {"low": {"actions": []}}}}, "recommendations.class.low.actions", "list of 1"),
        ({"intro": "Hello"}, "intro", "same places to fill in braces: mentee_first_name"),
        ({"intro": "Hello {name}"}, "intro", "same places"),
    ],
)
def test_a_broken_overlay_is_named(tmp_path: Path, texts: dict[str, Any], path: str, hint: str) -> None:
    with pytest.raises(ContentError) as caught:
        _load(tmp_path, texts, intro=HELLO)
    assert any(
        (problem.file, problem.path) == ("en/sample.yaml", path) and hint in problem.hint
        for problem in caught.value.problems
    ), caught.value


def test_an_overlay_of_nothing(tmp_path: Path) -> None:
    write(tmp_path, raw())
    with pytest.raises(ContentError, match=r"en/other\.yaml: there is no ru/other\.yaml"):
        load_catalogue(write(tmp_path, {"id": "other"}, "other.yaml", locale="en"))


def test_filling_is_not_formatting() -> None:
    assert fill(HELLO, {"mentee_first_name": "Илья {done_actions}"}) == "Здравствуйте, Илья {done_actions}"
    assert fill("{months_left} {0.__class__}", {"months_left": "3"}) == "3 {0.__class__}"
