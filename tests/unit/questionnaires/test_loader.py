"""A mistake in a file is told with the file, the place and what to do, and all mistakes are told at once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from services.questionnaires.__main__ import main
from services.questionnaires.errors import ContentError, UnknownQuestionnaireError
from services.questionnaires.loader import load_catalogue
from tests.unit.questionnaires.builders import CONTENT, raw, write

Change = Callable[[dict[str, Any]], Any]


def _problems(directory: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load_catalogue(directory)
    return [str(problem) for problem in caught.value.problems]


def _one_item(data: dict[str, Any], **fields: Any) -> None:
    data["items"][1] |= fields


def _choice(data: dict[str, Any], **fields: Any) -> None:
    data["items"][0] = {
        "id": "first",
        "area": "lesson",
        "type": "choice",
        "scored": False,
        "text": "Да?",
        "options": [{"id": "yes", "button": "Да"}, {"id": "no", "button": "Нет"}],
    } | fields


def _show_if(condition: str) -> Change:
    def change(data: dict[str, Any]) -> None:
        _choice(data)
        data["items"][2]["show_if"] = condition

    return change


BROKEN: list[tuple[Change, str, str]] = [
    (lambda d: d.pop("title"), "title", "is missing"),
    (lambda d: d.update(titel="x"), "titel", "is not a field"),
    (lambda d: d.update(kind="quiz"), "kind", "'checklist'"),
    (lambda d: d.update(schema=2), "schema", "1"),
    (lambda d: d.update(version=1.0), "version", "must be a text: put it in quotes"),
    (lambda d: d.update(minutes=0), "minutes", "greater"),
    (lambda d: d.update(minutes=True), "minutes", "integer"),
    (lambda d: d.update(id="Проба"), "id", "match"),
    (lambda d: d["items"][0].update(id="lesson_2"), "items.lesson_2", "used twice"),
    (lambda d: d["areas"][0].update(id="class"), "areas.class", "used twice"),
    (lambda d: _one_item(d, area="garden"), "items.lesson_2.area", "no area 'garden'"),
    (lambda d: _one_item(d, id=True), "items.2.id", "put the word in quotes"),
    (lambda d: _one_item(d, text=False), "items.lesson_2.text", "put the word in quotes"),
    (lambda d: _one_item(d, weight=0), "items.lesson_2.weight", "greater than 0"),
    (lambda d: _one_item(d, type="slider"), "items.lesson_2", "does not match any"),
    (lambda d: _one_item(d, stage="goal"), "items.lesson_2.stage", "cycle_stages"),
    (lambda d: _one_item(d, level="school"), "items.lesson_2.level", "audience.levels"),
    (lambda d: _one_item(d, kim={"exam": "oge", "tasks": [1]}), "items.lesson_2.kim", "kim_reference"),
    (lambda d: _one_item(d, labels={0: "нет"}), "items.lesson_2.labels", "every value"),
    (lambda d: d["scale"]["labels"].pop(3), "scale.labels", "every value from 0 to 3"),
    (lambda d: d["scale"].update(max=0, labels={}), "scale.max", "above"),
    (lambda d: d["thresholds"]["levels"].pop(1), "thresholds.levels.high.from", "leaves a gap: must be 40"),
    (lambda d: d["thresholds"]["levels"].pop(), "thresholds.levels.mid.to", "must be 100"),
    (lambda d: d["thresholds"]["levels"][1].update({"from": 30}), "thresholds.levels.mid.from", "overlaps"),
    (lambda d: d["thresholds"]["levels"][0].update(tone="best"), "thresholds.levels", "the better"),
    (lambda d: d["scale"].update(direction="higher_is_need"), "thresholds.levels.high.tone", "never shown as good"),
    (lambda d: d["thresholds"].update(min_answered_share=1.5), "thresholds.min_answered_share", "less than"),
    (
        lambda d: d["thresholds"].update(critical_items={"equals": 9, "rule": "x"}),
        "thresholds.critical_items.equals",
        "",
    ),
    (lambda d: d["recommendations"]["class"].pop("low"), "recommendations.class.low", "is missing"),
    (lambda d: d["recommendations"].update(garden={}), "recommendations.garden", "no scored area"),
    (lambda d: d["areas"].append({"id": "empty", "title": "x"}), "areas.empty", "has no items"),
    (lambda d: d.update(intro="Привет, {name}"), "intro", "nothing fills {name}"),
    (
        lambda d: d.update(next_steps=[{"button": "x", "action": "start:nothing"}]),
        "next_steps.start:nothing",
        "no quest",
    ),
    (lambda d: d["areas"][0].update(link="sample.garden"), "areas.lesson.link", "no area"),
    (lambda d: _choice(d, options=[{"id": "yes", "button": "Да"}]), "items.first.options", "at least 2"),
    (
        lambda d: _choice(d, options=[{"id": "a", "button": "1"}, {"id": "a", "button": "2"}]),
        "items.first.options.a",
        "",
    ),
    (
        lambda d: _choice(d, options=[{"id": "a"}, {"id": "b", "button": "2"}]),
        "items.first.options.a",
        "`button` or `text`",
    ),
    (_show_if("first == maybe"), "items.class_1.show_if", "can never be maybe"),
    (_show_if("class_2 == 1"), "items.class_1.show_if", "not an earlier item"),
    (_show_if("first > 1"), "items.class_1.show_if", "goes with numbers"),
    (_show_if("first includes yes"), "items.class_1.show_if", "type multi"),
    (_show_if("area.lesson = low"), "items.class_1.show_if", "only for an item"),
    (_show_if("__import__('os')"), "items.class_1.show_if", "is not a condition"),
    (
        lambda d: d["thresholds"].update(attention_rules=[{"id": "r", "when": "area.lesson = bad", "action": "x"}]),
        "thresholds.attention_rules.r.when",
        "no level 'bad'",
    ),
    (
        lambda d: d["thresholds"].update(attention_rules=[{"id": "r", "when": "garden = 1", "action": "x"}]),
        "thresholds.attention_rules.r.when",
        "no item 'garden'",
    ),
]


@pytest.mark.parametrize(
    ("change", "path", "hint"), [pytest.param(*case, id=str(at)) for at, case in enumerate(BROKEN)]
)
def test_a_broken_field_is_named(tmp_path: Path, change: Change, path: str, hint: str) -> None:
    data = raw()
    change(data)
    problems = _problems(write(tmp_path, data))
    assert any(problem.startswith(f"ru/sample.yaml: {path}: ") and hint in problem for problem in problems), problems


def test_bare_yes_in_the_file_itself(tmp_path: Path) -> None:
    file = write(tmp_path, raw()) / "ru" / "sample.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("id: lesson_1", "id: yes"), encoding="utf-8")
    (problem,) = _problems(tmp_path)
    assert problem.startswith("ru/sample.yaml: items.1.id: ")
    assert "put the word in quotes" in problem


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("id: a\nid: b\n", "line 2: the key 'id' is given twice"),
        ("a: &x [1]\nb: *x\n", "line 2: anchors and aliases"),
        ("yes: 1\n", "put it in quotes"),
        ("- 1\n", "one mapping"),
        ("", "one mapping"),
        ("a: [1\n", "line 2"),
        ("a: " + "[" * 5000 + "]" * 5000, "nested deeper"),
        ("a: !!python/object/apply:os.system ['true']\n", "could not determine a constructor"),
        ("a: " + "я" * 1_000_000, "larger than 256 KB"),
        ("? [1, 2]\n: 3\n", "put it in quotes"),
    ],
)
def test_a_file_that_is_a_trap(tmp_path: Path, text: str, hint: str) -> None:
    (problem,) = _problems(write(tmp_path, text))
    assert problem.startswith("ru/sample.yaml: ")
    assert hint in problem


def test_a_bomb_of_aliases_is_not_unfolded(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    (problem,) = _problems(write(tmp_path, "\n".join(lines)))
    assert "anchors and aliases" in problem


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    (write(tmp_path, raw()) / "ru" / "old.yaml").write_bytes("title: Проба".encode("cp1251"))
    assert [problem for problem in _problems(tmp_path) if problem.startswith("ru/old.yaml: cannot be read as UTF-8")]


def test_all_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    one, two = raw(id="one", minutes=0, kind="quiz"), raw(id="two")
    two["items"][0]["area"] = "garden"
    write(write(tmp_path, one, "one.yaml"), two, "two.yaml")
    write(tmp_path, "id: [", "three.yaml")
    files = [problem.split(":")[0] for problem in _problems(tmp_path)]
    assert files == ["ru/one.yaml", "ru/one.yaml", "ru/three.yaml", "ru/two.yaml"]


def test_an_id_belongs_to_one_file(tmp_path: Path) -> None:
    write(write(tmp_path, raw(), "a.yaml"), raw(), "b.yaml")
    assert _problems(tmp_path) == ["ru/b.yaml: id: is already the id of a.yaml"]


def test_an_empty_place_is_said(tmp_path: Path) -> None:
    assert "no questionnaires" in _problems(tmp_path / "nowhere")[0]


def test_an_unknown_questionnaire(tmp_path: Path) -> None:
    with pytest.raises(UnknownQuestionnaireError):
        load_catalogue(write(tmp_path, raw())).get("nothing")


def test_shipped_content_is_found() -> None:
    assert len(load_catalogue(CONTENT).ids) == 11


def test_content_can_be_checked_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(CONTENT)]) == 0
    assert main([str(write(tmp_path, raw(minutes=0)))]) == 1
    assert "ru/sample.yaml: minutes" in capsys.readouterr().out
    assert main([]) == 2
