"""Every word of the chat page stands in both languages, is used, and its files stay small."""

import re
from pathlib import Path

import pytest

from bot.settings import ROOT

PAGE = ROOT / "sandbox" / "page"
SCRIPTS = sorted(path for path in PAGE.glob("*.js") if "words-" not in path.name)
LONGEST_FILE = 160
"""Lines."""

_ENTRY = re.compile(r'^ {2}"([\w-]+)": (.*),$', re.MULTILINE)
_NAMED = re.compile(r"\{(\w+)\}")
_CYRILLIC = re.compile("[\u0400-\u04ff]")


def entries(language: str) -> dict[str, str]:
    files = sorted(PAGE.glob(f"*words-{language}.js"))
    return {key: words for file in files for key, words in _ENTRY.findall(file.read_text("utf-8"))}


def code() -> str:
    return "\n".join(path.read_text("utf-8") for path in SCRIPTS)


def test_both_languages_say_the_same_things() -> None:
    russian, english = entries("ru"), entries("en")
    assert len(russian) > 100
    assert list(russian) == list(english)
    different = [key for key in russian if set(_NAMED.findall(russian[key])) != set(_NAMED.findall(english[key]))]
    assert different == []


def test_every_asked_word_is_there() -> None:
    asked = set(re.findall(r'\bt\(\s*"([\w-]+)"', code()))
    assert asked - set(entries("ru")) == set()


def test_every_word_is_used() -> None:
    text = code()
    literal = set(re.findall(r'"([\w-]+)"|([a-z_]+):', text))
    said = {one or other for one, other in literal}
    built = tuple(re.findall(r"`([\w-]+-)\$\{", text))
    assert [key for key in entries("ru") if key not in said and not key.startswith(built)] == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_script_speaks_for_itself(script: Path) -> None:
    """Words of a language stand only in the files of words; comments may name them."""
    bare = re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", script.read_text("utf-8"), flags=re.DOTALL)
    assert not [line for line in bare.splitlines() if _CYRILLIC.search(line) and 'replaceAll("ё"' not in line]


def test_no_file_of_the_page_is_left_over() -> None:
    """Somebody names each of them: a page, a script, or the server."""
    readers = [*PAGE.glob("*.html"), *PAGE.glob("*.js"), *(ROOT / "sandbox").rglob("*.py")]
    named = {name for path in readers for name in re.findall(r"[\w-]+\.(?:js|css|svg|html)", path.read_text("utf-8"))}
    assert {path.name for path in PAGE.iterdir() if path.is_file()} - named == set()


def test_the_files_of_the_page_stay_small() -> None:
    sizes = {path.name: path.read_text("utf-8").count("\n") for path in SCRIPTS + sorted(PAGE.glob("*.css"))}
    assert {name: lines for name, lines in sizes.items() if lines > LONGEST_FILE} == {}
