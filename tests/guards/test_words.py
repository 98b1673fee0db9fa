"""Every word is in both languages, is used, and renders."""

import ast
import re
from datetime import UTC, datetime
from importlib import import_module
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from dialogs.common.words import LONGEST_LABEL
from locales import LOCALES, load_words
from services.content import load_content
from services.errors import ServiceError
from services.requests.topics import areas_for
from tests.guards.fluent_files import Entry, entries
from tests.guards.tree import ROOT, parsed, python_files

MOMENT = datetime(2026, 10, 6, 7, tzinfo=UTC)
CONTENT = load_content(ROOT / "content")
PLURALS = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 5, "other": 1.5}


def literal_keys() -> set[str]:
    """Every string in Python that could be a key."""
    return {
        node.value
        for file in python_files()
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def key_patterns() -> list[re.Pattern[str]]:
    """f-strings that make keys, as `f"error-{code}"`: the pattern each could make."""
    formatted = [node for file in python_files() for node in ast.walk(parsed(file)) if isinstance(node, ast.JoinedStr)]
    return [
        re.compile(
            "".join(
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9_-]+" for part in node.values
            )
        )
        for node in formatted
        if isinstance(node.values[0], ast.Constant) and re.fullmatch(r"[a-z]+(-[a-z]+)*-", str(node.values[0].value))
    ]


def all_refusals(kind: type[ServiceError] = ServiceError) -> set[str]:
    return {kind.code, *(code for below in kind.__subclasses__() for code in all_refusals(below))}


def test_locales_have_the_same_keys_and_variables() -> None:
    first, *others = (entries(locale) for locale in LOCALES)
    for other in others:
        assert first.keys() == other.keys()
        different = {key for key in first if first[key].variables != other[key].variables}
        assert not different


def test_no_key_is_unused() -> None:
    literal, patterns = literal_keys(), key_patterns()
    literal |= {key for entry in entries(LOCALES[0]).values() for key in entry.references}
    unused = [
        key
        for key in entries(LOCALES[0])
        if key not in literal and not any(pattern.fullmatch(key) for pattern in patterns)
    ]
    assert not unused


def test_every_key_named_in_python_exists() -> None:
    known = entries(LOCALES[0])
    missing = set()
    for file in python_files("bot", "handlers", "dialogs", "scheduler"):
        for node in ast.walk(parsed(file)):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                if name in {"Say", "Label", "html", "plain"} and node.args[0].value not in known:
                    missing.add(node.args[0].value)
    assert not missing


def test_every_refusal_has_words() -> None:
    for file in python_files("services"):
        if file.name == "errors.py":
            import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))
    missing = {f"error-{code}" for code in all_refusals() if code != "unknown"} - entries(LOCALES[0]).keys()
    assert not missing


def samples(entry: Entry) -> list[dict[str, Any]]:
    """Values for the variables of a message, one set for each variant of each selector."""
    plain: dict[str, Any] = {name: MOMENT if name in entry.moments else "<x>&" for name in entry.variables}
    for name, variants in entry.variants.items():
        numeric = all(isinstance(variant, float) or variant in PLURALS for variant in variants)
        plain[name] = 5 if numeric else "other"
    sets = [plain]
    for name, variants in entry.variants.items():
        for variant in variants:
            sets.append({**plain, name: PLURALS.get(variant, variant) if isinstance(variant, str) else int(variant)})
    return sets


@pytest.mark.parametrize("locale", LOCALES)
def test_every_message_renders(locale: str) -> None:
    words = load_words(locale, ZoneInfo("Europe/Moscow"))
    for key, entry in entries(locale).items():
        for sample in samples(entry):
            text = words.html(key, **sample)
            assert text.strip(), key
            assert "<x>&" not in text, f"{key} lets markup through"


@pytest.mark.parametrize("locale", LOCALES)
def test_buttons_fit_a_phone(locale: str) -> None:
    words = load_words(locale, ZoneInfo("Europe/Moscow"))
    long = {
        key: text
        for key, entry in entries(locale).items()
        if "-btn-" in key and not entry.variables
        if len(text := words.plain(key)) > LONGEST_LABEL
    }
    assert not long


@pytest.mark.parametrize("locale", LOCALES)
def test_no_topic_is_cut_on_its_button(locale: str) -> None:
    for subject in CONTENT.subjects.codes():
        names = [topic.button for topic in areas_for(CONTENT, locale, subject)]
        assert names
        assert [name for name in names if len(name) > LONGEST_LABEL] == []
