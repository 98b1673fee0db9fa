"""Which entities may stand in which, in every way of writing them; what Telegram finds by itself."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.telegram.errors import Refusal
from sandbox.telegram.text import utf16
from sandbox.telegram.text.entities import read_text, tidy
from sandbox.telegram.text.nesting import LOOSE

ENTITIES = "Bad Request: can't parse entities: "
MESSAGE_ENTITY = "Bad Request: can't parse MessageEntity: "


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


MARKDOWN = [
    (">a\n>b||", "a\nb", [entity("expandable_blockquote", 0, 3)]),
    (">a\n**>b||", "a\nb", [entity("blockquote", 0, 2), entity("expandable_blockquote", 2, 1)]),
    (">a\nb\n>c", "a\nb\nc", [entity("blockquote", 0, 2), entity("blockquote", 4, 1)]),
    (">*a*\n>||b||", "a\nb", [entity("blockquote", 0, 3), entity("bold", 0, 1), entity("spoiler", 2, 1)]),
    ("a \\> b", "a > b", []),
    ("_a __b___", "a b", [entity("italic", 0, 3), entity("underline", 2, 1)]),
    ("![👍](tg://emoji?id=5368)", "👍", [entity("custom_emoji", 0, 2, custom_emoji_id="5368")]),
    ("![22:45](tg://time?unix=1647531900&format=wDT)", "22:45",
     [entity("date_time", 0, 5, unix_time=1647531900, date_time_format="wDT")]),
    ("```\nx```", "x", [entity("pre", 0, 1)]),
    ("```python\nx = 1\n```", "x = 1", [entity("pre", 0, 5, language="python")]),
    ("`a\\`b`", "a`b", [entity("code", 0, 3)]),
    ("[a](https://mmc.ru/\\))", "a", [entity("text_link", 0, 1, url="https://mmc.ru/)")]),
]  # fmt: skip
OLD = [
    ("*a _b* c_", Refusal),
    ("*a* _b_ `c`", ["bold", "italic", "code"]),
    ("```python\nx```", ["pre"]),
    ("[mmc.ru]", ["text_link"]),
    ("[сайт](mmc.ru)", ["text_link"]),
    ("a\\_b \\*", []),
]


@pytest.mark.parametrize(("source", "text", "entities"), MARKDOWN)
def test_markdown_v2(source: str, text: str, entities: list[dict[str, Any]]) -> None:
    assert read_text(source, "MarkdownV2", None) == (text, entities)


@pytest.mark.parametrize(("source", "kinds"), OLD)
def test_the_old_markdown(source: str, kinds: Any) -> None:
    if kinds is Refusal:
        with pytest.raises(Refusal, match="Can't find end of the entity starting at byte offset 8"):
            read_text(source, "Markdown", None)
    else:
        assert [one["type"] for one in read_text(source, "Markdown", None)[1]] == kinds


BROKEN = [
    ("MarkdownV2", ">*a\n>b", "Can't find end of Bold entity at byte offset 1"),
    ("MarkdownV2", ">*a\nb*", "Can't find end of Bold entity at byte offset 1"),
    ("MarkdownV2", "a\n[b", "Can't find end of TextUrl entity at byte offset 2"),
    ("MarkdownV2", "[a](b", "Can't find end of a URL at byte offset 3"),
    ("MarkdownV2", "![a]", "The entity must contain a tg://emoji or tg://time URL"),
    ("MarkdownV2", "![a](https://mmc.ru)", "Invalid tg://emoji or tg://time URL specified"),
    ("MarkdownV2", "```x", "Can't find end of PreCode entity at byte offset 0"),
    ("MarkdownV2", "a]", "Character ']' is reserved and must be escaped with the preceding '\\'"),
    ("HTML", "&#xD800;", "Text contains invalid Unicode characters after decoding HTML entities, "
     "check for unmatched surrogate code units"),
    ("HTML", '<tg-time unix="1" format="X">a</tg-time>', "Invalid date-time format specified"),
    ("HTML", '<tg-emoji emoji-id="x">a</tg-emoji>', "Invalid custom emoji identifier specified"),
    ("HTML", "<b =1>a</b>", 'Empty attribute name in the tag "b" at byte offset 0'),
    ("HTML", "<a href=a_b>a</a>", "Unexpected end of name token at byte offset 8"),
    ("HTML", "<b", "Unclosed start tag at byte offset 0"),
    ("HTML", "<b>a</b", "Unclosed end tag at byte offset 4"),
]  # fmt: skip


@pytest.mark.parametrize(("mode", "source", "words"), BROKEN)
def test_broken_marks(mode: str, source: str, words: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_text(source, mode, None)
    assert refused.value.description == ENTITIES + words


FOUND = [
    ("цена $USD, не $usd и не US$", [("cashtag", "$USD")]),
    ("звоните +79001234567 или 8-900", [("phone_number", "+79001234567")]),
    ("#план и #2026 и #план2026", [("hashtag", "#план"), ("hashtag", "#план2026")]),
    ("#a#b", []),
    ("#план@metod_news", [("hashtag", "#план@metod_news")]),
    ("школа1.рф и mmc.ru:8080/a?b#c", [("url", "школа1.рф"), ("url", "mmc.ru:8080/a?b#c")]),
    ("план.docx v1.2.3 и т.д.", []),
    ("tg://resolve?domain=a", [("url", "tg://resolve?domain=a")]),
    ("/start@metod_bot и a/b и /help/", [("bot_command", "/start@metod_bot")]),
    ("пишите anna.p+1@mmc.ru!", [("email", "anna.p+1@mmc.ru")]),
    ("@anna @ab a@anna_p", [("mention", "@anna")]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_what_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    kept, entities = tidy(text, [])
    units = kept.encode("utf-16-le")
    pieces = [
        (one["type"], units[one["offset"] * 2 : (one["offset"] + one["length"]) * 2].decode("utf-16-le"))
        for one in entities
    ]
    assert pieces == expected


NESTED = [
    ([entity("code", 0, 5), entity("bold", 0, 5)], [entity("code", 0, 5)]),
    ([entity("bold", 0, 5), entity("code", 2, 2)], [entity("bold", 0, 2), entity("code", 2, 2), entity("bold", 4, 1)]),
    ([entity("bold", 0, 4), entity("italic", 2, 4)],
     [entity("bold", 0, 4), entity("italic", 2, 2), entity("italic", 4, 2)]),
    ([entity("blockquote", 0, 5), entity("blockquote", 1, 2)], [entity("blockquote", 0, 5)]),
    ([entity("blockquote", 0, 5), entity("pre", 1, 2)], [entity("blockquote", 0, 5), entity("pre", 1, 2)]),
    ([entity("text_link", 0, 4, url="https://a.ru/"), entity("code", 0, 4)], [entity("code", 0, 4)]),
    ([entity("bold", 0, 2), entity("bold", 2, 2)], [entity("bold", 0, 4)]),
    ([entity("bold", 0, 3), entity("bold", 1, 4)], [entity("bold", 0, 5)]),
]  # fmt: skip


@pytest.mark.parametrize(("entities", "expected"), NESTED)
def test_nesting(entities: list[dict[str, Any]], expected: list[dict[str, Any]]) -> None:
    assert read_text("абвгде", None, entities) == ("абвгде", expected)


GIVEN = [
    (entity("bold", -1, 1), "receive an entity with incorrect offset -1"),
    (entity("bold", 0, -1), "receive an entity with incorrect length -1"),
    (entity("bold", 9, 1), "entity begins after the end of the text at UTF-16 offset 9"),
    (entity("bold", 2, 1), "entity begins in a middle of a UTF-16 symbol at byte offset 2"),
    (entity("bold", 0, 2), "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 2"),
    (entity("custom_emoji", 0, 1, custom_emoji_id="x"), "invalid custom emoji identifier specified"),
    (entity("loud", 0, 1), "can't parse MessageEntity: Unsupported type specified"),
    (entity("text_link", 0, 1), "can't parse MessageEntity: Can't find field \"url\""),
    (entity("text_mention", 0, 1), "can't parse MessageEntity: Can't find field \"user\""),
]


@pytest.mark.parametrize(("wrong", "words"), GIVEN)
def test_impossible_entities(wrong: dict[str, Any], words: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_text("ж😀", None, [wrong])
    assert refused.value.description == f"Bad Request: {words}"


def test_what_is_given_of_what_telegram_finds_itself_is_passed_over() -> None:
    given = [entity("mention", 0, 3), entity("url", 0, 3), entity("text_link", 0, 3, url="нигде")]
    assert read_text("абв", None, given) == ("абв", [])


PLACES = st.tuples(
    st.sampled_from([*LOOSE, "code", "pre", "blockquote", "text_link"]), st.integers(0, 12), st.integers(1, 12)
)


@given(st.text("aж😀 \n", min_size=13, max_size=24), st.lists(PLACES, max_size=8))
def test_entities_always_nest(text: str, places: list[tuple[str, int, int]]) -> None:
    total = utf16.length(text)
    whole = utf16.indices(text)
    wanted = []
    for kind, offset, length in places:
        end = min(offset + length, total)
        if whole[offset] >= 0 and whole[end] >= 0 and end > offset:
            more = {"url": "https://mmc.ru/"} if kind == "text_link" else {}
            wanted.append(entity(kind, offset, end - offset, **more))
    kept, entities = read_text(text, None, wanted)
    assert kept == text.strip() or wanted, "only the ends are trimmed"
    inside = utf16.indices(kept)
    spans = [(one["offset"], one["offset"] + one["length"], one["type"]) for one in entities]
    assert spans == sorted(spans, key=lambda span: (span[0], -span[1])) or len({span[:2] for span in spans}) < len(
        spans
    )
    for begin, end, _ in spans:
        assert 0 <= begin < end <= utf16.length(kept)
        assert inside[begin] >= 0 <= inside[end]
    for (first, last, kind), (begin, end, other) in combinations(spans, 2):
        overlap = begin < last and first < end
        assert not overlap or (first <= begin and end <= last) or (begin <= first and last <= end)
        assert not overlap or kind != other, "one kind never stands in itself"
        assert not overlap or not {kind, other} & {"code", "pre"} or "blockquote" in (kind, other)
