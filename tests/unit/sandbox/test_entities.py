"""Text and entities: offsets are UTF-16 units, errors name byte offsets."""

from __future__ import annotations

from html import escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.control.rendering import safe_html
from sandbox.telegram.errors import Refusal
from sandbox.telegram.text import utf16
from sandbox.telegram.text.entities import read_text, tidy
from sandbox.telegram.text.html import parse_html
from sandbox.telegram.text.markdown import parse_markdown_v2

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=40)
MARKS = "_*[]()~`>#+-=|{}.!\\"


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


HTML = [
    ("<b>Да</b>", "Да", [entity("bold", 0, 2)]),
    ("😀<i>ж</i>", "😀ж", [entity("italic", 2, 1)]),
    ("<b>a<i>b</i></b>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
    ("<b>a</b><b>b</b>", "ab", [entity("bold", 0, 2)]),
    ("<STRONG>a</STRONG>", "a", [entity("bold", 0, 1)]),
    ("<b>a</>", "a", [entity("bold", 0, 1)]),
    ("&lt;b&gt; &amp;amp; &#1078; &#x416; &nbsp;", "<b> &amp; ж Ж &nbsp;", []),
    ('<a href="https://mmc.ru/a?b=1&amp;c=2">сайт</a>', "сайт", [entity("text_link", 0, 4, url="https://mmc.ru/a?b=1&c=2")]),
    ("<a href=nothing>x</a>", "x", []),
    ('<pre><code class="language-python">x</code></pre>', "x", [entity("pre", 0, 1, language="python")]),
    ("<code>x</code>", "x", [entity("code", 0, 1)]),
    ('<span class="tg-spoiler">x</span>', "x", [entity("spoiler", 0, 1)]),
    ("<blockquote expandable>x</blockquote>", "x", [entity("expandable_blockquote", 0, 1)]),
    ('<tg-time unix="1791270000" format="wDT">завтра</tg-time>', "завтра",
     [entity("date_time", 0, 6, unix_time=1791270000, date_time_format="wDT")]),
    ("  <b>a </b> \n", "a", [entity("bold", 0, 1)]),
    ("<b> a</b> <i>b</i>", " a b", [entity("bold", 0, 2), entity("italic", 3, 1)]),
    ("смотрите mmc.ru, и /help", "смотрите mmc.ru, и /help", [entity("url", 9, 6), entity("bot_command", 19, 5)]),
    ("https://mmc.ru/план.", "https://mmc.ru/план.", [entity("url", 0, 19)]),
    ("anna@mmc.ru", "anna@mmc.ru", [entity("email", 0, 11)]),
    ("<code>mmc.ru</code>", "mmc.ru", [entity("code", 0, 6)]),
    ("1/2 и 5/10", "1/2 и 5/10", []),
    ("@metod_bot #план", "@metod_bot #план", [entity("mention", 0, 10), entity("hashtag", 11, 5)]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "text", "entities"), HTML)
def test_html(source: str, text: str, entities: list[dict[str, Any]]) -> None:
    assert read_text(source, "HTML", None) == (text, entities)


MARKDOWN = [
    ("*a* _b_ __c__ ~d~ ||e||", "a b c d e", ["bold", "italic", "underline", "strikethrough", "spoiler"]),
    ("*a _b_*", "a b", ["bold", "italic"]),
    ("`a*b`", "a*b", ["code"]),
    ("```python\nx = 1```", "x = 1", ["pre"]),
    (r"1\.5 \*", "1.5 *", []),
    ("[сайт](https://mmc.ru)", "сайт", ["text_link"]),
    (">a\n>b\nc", "a\nb\nc", ["blockquote"]),
]


@pytest.mark.parametrize(("source", "text", "kinds"), MARKDOWN)
def test_markdown_v2(source: str, text: str, kinds: list[str]) -> None:
    plain, entities = read_text(source, "MarkdownV2", None)
    assert (plain, [entity["type"] for entity in entities]) == (text, kinds)


@given(WORDS)
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert parse_html(escape(text)) == (text, [])
    assert parse_markdown_v2("".join(f"\\{char}" if char in MARKS else char for char in text)) == (text, [])


@given(WORDS, WORDS.filter(lambda text: bool(text)), WORDS)
def test_offsets_are_utf16_units(before: str, bold: str, after: str) -> None:
    text, entities = parse_html(f"{escape(before)}<b>{escape(bold)}</b>{escape(after)}")
    assert text == before + bold + after
    assert entities == [entity("bold", utf16.length(before), utf16.length(bold))]
    units = text.encode("utf-16-le")
    begin = entities[0]["offset"] * 2
    assert units[begin : begin + entities[0]["length"] * 2].decode("utf-16-le") == bold


@given(WORDS, st.lists(st.tuples(st.integers(0, 50), st.integers(1, 50)), max_size=4))
def test_tidy_keeps_entities_inside_the_text(text: str, places: list[tuple[int, int]]) -> None:
    length = utf16.length(text)
    given_entities = [entity("bold", offset, min(span, length - offset)) for offset, span in places if offset < length]
    kept, entities = tidy(text, given_entities)
    for one in entities:
        assert one["length"] > 0
        assert 0 <= one["offset"] <= one["offset"] + one["length"] <= utf16.length(kept)


def read_or_refusal(source: str, mode: str) -> tuple[str, list[dict[str, Any]]] | Refusal:
    try:
        return read_text(source, mode, None)
    except Refusal as refusal:
        return refusal


@given(st.text(alphabet="<>/b i&;\"'=aж😀", max_size=30))
def test_any_html_is_read_or_refused(source: str) -> None:
    told = read_or_refusal(source, "HTML")
    if isinstance(told, Refusal):
        assert told.description.startswith("Bad Request: can't parse entities: ")
    else:
        text, entities = told
        assert all(one["offset"] + one["length"] <= utf16.length(text) for one in entities)


@given(st.text(alphabet="*_~|`[]()!\\>\nж😀 a.", max_size=30), st.sampled_from(["MarkdownV2", "Markdown"]))
def test_any_markdown_is_read_or_refused(source: str, mode: str) -> None:
    told = read_or_refusal(source, mode)
    assert not isinstance(told, Refusal) or told.code == 400


@given(WORDS)
def test_rendered_text_is_escaped(text: str) -> None:
    for entities in ([], [entity("bold", 0, utf16.length(text))] if text else []):
        shown = safe_html(text, entities)
        assert "<" not in shown.replace("<b>", "").replace("</b>", "").replace("<br>", "")


def test_rendering() -> None:
    text, entities = read_text('<b>a<i>😀</i></b>\n<a href="https://mmc.ru?x=&quot;">c</a>', "HTML", None)
    assert safe_html(text, entities) == (
        '<b>a<i>😀</i></b><br><a href="https://mmc.ru?x=&quot;" target="_blank" rel="noopener noreferrer">c</a>'
    )
    script = [entity("text_link", 0, 1, url="javascript:alert(1)")]
    assert safe_html("x", script) == "<span>x</span>"


@given(st.text(max_size=60), st.integers(2, 20))
def test_pieces_lose_nothing(text: str, size: int) -> None:
    parts = utf16.pieces(text, size)
    assert "".join(parts) == text
    assert all(utf16.length(part) <= size for part in parts)
