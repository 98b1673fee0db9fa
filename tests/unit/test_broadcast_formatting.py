"""What an author sends comes out as safe HTML: read back by the sandbox's own reader it says the same."""

from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram.types import Animation, Chat, Document, Message, MessageEntity, PhotoSize, User, Voice
from hypothesis import given
from hypothesis import strategies as st

from dialogs.broadcasts.formatting import KEPT, gist, piece_of, safe_html
from sandbox.telegram.text.html import parse_html
from services.broadcasts.rules import CAPTION_LIMIT, TEXT_LIMIT, excess, units

HTML_TEXT = st.text(st.sampled_from("абв<>&\"'/b=😀 \n;"), min_size=1, max_size=30)


def entity(kind: str, offset: int, length: int, **fields: Any) -> MessageEntity:
    return MessageEntity(type=kind, offset=offset, length=length, **fields)


def message(**fields: Any) -> Message:
    chat = Chat(id=1, type="private")
    return Message(message_id=1, date=datetime(2026, 10, 6, tzinfo=UTC), chat=chat, **fields)


@pytest.mark.parametrize(
    ("text", "entities", "html"),
    [
        ("a < b & c", [], "a &lt; b &amp; c"),
        ("важно", [entity("bold", 0, 5)], "<b>важно</b>"),
        ("😀важно", [entity("bold", 2, 5)], "😀<b>важно</b>"),
        ("ab", [entity("italic", 0, 1), entity("bold", 0, 2)], "<b><i>a</i>b</b>"),
        ("<b>", [entity("code", 0, 3)], "<code>&lt;b&gt;</code>"),
        (
            "сюда",
            [entity("text_link", 0, 4, url='http://a/?x="><i>')],
            '<a href="http://a/?x=&quot;&gt;&lt;i&gt;">сюда</a>',
        ),
        ("x", [entity("pre", 0, 1, language='"><b>')], "<pre>x</pre>"),
        ("@anna #a", [entity("mention", 0, 5), entity("hashtag", 6, 2)], "@anna #a"),
        ("Анна", [entity("text_mention", 0, 4, user=User(id=5, is_bot=False, first_name="А"))], "Анна"),
        ("😀", [entity("custom_emoji", 0, 2, custom_emoji_id="1")], "😀"),
        ("<new>", [entity("something_new", 0, 5)], "&lt;new&gt;"),
    ],
)
def test_formatting(text: str, entities: list[MessageEntity], html: str) -> None:
    assert safe_html(text, entities) == html


@given(HTML_TEXT, st.data())
def test_no_text_and_no_formatting_breaks_out(text: str, data: st.DataObject) -> None:
    """Whatever is typed and however it is formatted, the messenger reads back the very text."""
    begin = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(begin + 1, len(text)))
    inner = data.draw(st.integers(begin + 1, end))
    offset = units(text[:begin])
    simple = st.sampled_from(sorted(KEPT - {"text_link", "pre", "code", "blockquote", "expandable_blockquote"}))
    entities = [
        entity(data.draw(simple), offset, units(text[begin:inner])),
        entity("text_link", offset, units(text[begin:end]), url=data.draw(HTML_TEXT)),
    ]
    read, _ = parse_html(safe_html(text, entities))
    assert read == text


SIMPLE = ("bold", "italic", "underline", "strikethrough", "spoiler")


def kinds(entities: list[dict[str, Any]], length: int) -> list[set[str]]:
    """Of every UTF-16 unit, how it is formatted."""
    return [
        {str(one["type"]) for one in entities if one["offset"] <= unit < one["offset"] + one["length"]}
        for unit in range(length)
    ]


@pytest.mark.parametrize(
    ("text", "entities", "html"),
    [
        # italic that begins in the bold and ends after it
        ("абвгд", [entity("bold", 0, 3), entity("italic", 2, 3)], "<b>аб<i>в</i></b><i>гд</i>"),
        # bold that begins before a link and ends in it: the link stays whole
        (
            "тут сюда",
            [entity("bold", 0, 6), entity("text_link", 4, 4, url="http://a.ru/")],
            '<b>тут </b><a href="http://a.ru/"><b>сю</b>да</a>',
        ),
        # a quotation stays whole too, over an emoji of two units
        ("😀аб", [entity("italic", 0, 3), entity("blockquote", 2, 2)], "<i>😀</i><blockquote><i>а</i>б</blockquote>"),
        ("аб", [entity("bold", 0, 2), entity("bold", 1, 1)], "<b>аб</b>"),
        (
            "аб",
            [entity("text_link", 0, 2, url="http://a.ru/"), entity("text_link", 1, 1, url="http://b.ru/")],
            '<a href="http://a.ru/">аб</a>',
        ),
    ],
)
def test_formatting_that_overlaps_is_nested(text: str, entities: list[MessageEntity], html: str) -> None:
    assert safe_html(text, entities) == html


@given(HTML_TEXT, st.data())
def test_every_sign_keeps_its_formatting(text: str, data: st.DataObject) -> None:
    """However pieces of formatting overlap, and wherever an emoji of two units stands between them."""
    asked = []
    for kind in data.draw(st.lists(st.sampled_from([*SIMPLE, "text_link", "blockquote"]), max_size=6)):
        begin = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(begin + 1, len(text)))
        fields = {"url": "http://a.ru/x"} if kind == "text_link" else {}
        asked.append(entity(kind, units(text[:begin]), units(text[begin:end]), **fields))
    read, found = parse_html(safe_html(text, asked))
    assert read == text
    expected = [one.model_dump(include={"type", "offset", "length"}) for one in asked]
    assert kinds(found, units(text)) == kinds(expected, units(text))


def test_lengths_are_those_of_the_messenger() -> None:
    assert units("😀a") == 3
    assert (excess(TEXT_LIMIT, False), excess(TEXT_LIMIT + 1, False), excess(CAPTION_LIMIT + 2, True)) == (0, 1, 2)


def test_what_can_be_announced() -> None:
    small = PhotoSize(file_id="s", file_unique_id="s", width=1, height=1)
    large = PhotoSize(file_id="l", file_unique_id="l", width=9, height=9)
    document = Document(file_id="d", file_unique_id="d", file_name="План.pdf")
    photo = piece_of(message(photo=[small, large], caption="<вот>"))
    assert photo is not None
    assert photo.attached is not None
    assert (photo.html, photo.length, photo.attached.remote_id) == ("&lt;вот&gt;", 5, "l")
    file = piece_of(message(document=document))
    assert file is not None
    assert file.attached is not None
    assert (file.attached.kind, file.attached.name) == ("document", "План.pdf")
    assert piece_of(message(voice=Voice(file_id="v", file_unique_id="v", duration=1))) is None
    moving = Animation(file_id="a", file_unique_id="a", width=1, height=1, duration=1)
    assert piece_of(message(animation=moving, document=document)) is None


def test_gist_is_plain_and_short() -> None:
    assert gist("<b>Семинар</b>\n&lt;завтра&gt;", 40) == "Семинар <завтра>"
    assert gist("слово " * 9, 12) == "слово слово…"
