"""Rich messages and drafts: blocks, HTML, Markdown; limits; what the page gets."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox import TurnableClock
from sandbox.control.rich_html import rich_html
from sandbox.telegram.rich.html import blocks_from_html
from sandbox.telegram.rich.labels import labels
from sandbox.telegram.rich.markdown import to_html
from sandbox.telegram.rich.text import plain_text
from sandbox.world import Person
from tests.unit.sandbox.client import Client

BAD = "Bad Request: "
TEXT = {"type": "paragraph", "text": "Текст"}


def cell(text: Any, **more: Any) -> dict[str, Any]:
    return {"text": text, "align": "left", "valign": "middle", **more}


async def send(http: Client, **message: Any) -> list[Any]:
    sent = await http.ok("sendRichMessage", chat_id=501, rich_message=message)
    return list(sent["rich_message"]["blocks"])


async def test_blocks_come_back(http: Client, anna: Person) -> None:
    table = {"type": "table", "cells": [[cell("Школа", is_header=True, colspan=1)], [cell("№ 5", colspan=2)]]}
    item = {"blocks": [TEXT], "has_checkbox": True, "is_checked": True}
    place = {"latitude": 55.0, "longitude": 37.0}
    blocks = await send(
        http, is_rtl=True,
        blocks=[
            {"type": "heading", "text": "План", "size": 1}, table, {"type": "list", "items": [item]},
            {"type": "details", "summary": "Ещё", "blocks": [{"type": "divider"}]}, {"type": "map", "location": place},
            {"type": "blockquote", "blocks": [TEXT], "credit": "Ушинский"},
        ],
    )  # fmt: skip
    assert [block["type"] for block in blocks] == ["heading", "table", "list", "details", "map", "blockquote"]
    assert blocks[1]["cells"] == [[cell("Школа", is_header=True)], [cell("№ 5", colspan=2)]]
    assert blocks[2]["items"] == [{"label": "•", **item}]
    assert (blocks[4]["zoom"], blocks[4]["width"], blocks[4]["height"]) == (14, 600, 300)
    assert blocks[5]["credit"] == "Ушинский"


async def test_what_is_found_in_the_text(http: Client, anna: Person) -> None:
    [block] = await send(http, blocks=[{"type": "paragraph", "text": ["Сайт ", {"type": "bold", "text": "mmc.ru"}]}])
    link = {"type": "url", "text": "mmc.ru", "url": "http://mmc.ru"}
    assert block["text"] == ["Сайт ", {"type": "bold", "text": [link]}]
    [block] = await send(http, blocks=[{"type": "paragraph", "text": "mmc.ru"}], skip_entity_detection=True)
    assert block["text"] == "mmc.ru"
    [block] = await send(
        http, blocks=[{"type": "paragraph", "text": {"type": "hashtag", "text": "@anna", "hashtag": "x"}}]
    )
    assert block["text"] == [{"type": "mention", "text": "@anna", "username": "anna"}]


def item(**given: Any) -> dict[str, Any]:
    return {"blocks": [TEXT], **given}


def nested(depth: int) -> dict[str, Any]:
    return TEXT if depth == 0 else {"type": "blockquote", "blocks": [nested(depth - 1)]}


REFUSED: list[tuple[Any, str]] = [
    ([], "rich message must be non-empty"),
    ([{"type": "paragraph", "text": ""}], "RICH_MESSAGE_EMPTY"),
    ([TEXT] * 501, "RICH_MESSAGE_BLOCKS_TOO_MANY"),
    ([{"type": "pre", "text": "ж" * 32_769}], "RICH_MESSAGE_TEXT_TOO_LONG"),
    ([nested(16)], "rich message is nested too deep"),
    ([{"type": "heading", "text": "а", "size": 7}], "invalid section heading size specified"),
    ([{"type": "list", "items": []}], "list must be non-empty"),
    ([{"type": "list", "items": [item(value=1), item()]}], "list must be either ordered or unordered"),
    ([{"type": "list", "items": [item(value=1, type="x")]}], "invalid list item type specified"),
    ([{"type": "table", "cells": [[cell("а")] * 21]}], "rich message table can have at most 20 columns"),
    ([{"type": "table", "cells": [[cell("а", colspan=0)]]}], "invalid table cell colspan specified"),
    ([{"type": "table", "cells": [[{**cell("а"), "align": "up"}]]}], "invalid horizontal alignment specified"),
    ([{"type": "map", "location": {"latitude": 91, "longitude": 0}}], "invalid location specified"),
    ([{"type": "map", "location": {"latitude": 1, "longitude": 1}, "zoom": 25}], "invalid map properties specified"),
    ([{"type": "buttons", "buttons": []}], "button row must be non-empty"),
    ([{"type": "buttons", "buttons": [{"text": "а", "callback_data": "x" * 65}]}], "BUTTON_DATA_INVALID"),
    (
        [{"type": "buttons", "buttons": [{"text": "а", "url": "https://mmc.ru", "style": "link"}]}],
        "can't parse inline keyboard button: invalid button style specified",
    ),
    ([{"type": "thinking", "text": "а"}], "thinking blocks can be used only in rich message drafts"),
    (
        [{"type": "paragraph", "text": {"type": "custom_emoji", "custom_emoji_id": "x", "alternative_text": "а"}}],
        "invalid custom emoji identifier specified",
    ),
    (
        [{"type": "photo", "photo": {"type": "photo", "media": "нет"}}],
        "wrong remote file identifier specified: Wrong character in the string",
    ),
    ([{"type": "song"}], 'can\'t parse InputRichMessage: type "song" is unsupported'),
]


@pytest.mark.parametrize(("blocks", "words"), REFUSED)
async def test_what_is_refused(http: Client, anna: Person, blocks: Any, words: str) -> None:
    assert await http.refused("sendRichMessage", chat_id=501, rich_message={"blocks": blocks}) == BAD + words


async def test_media_by_name(http: Client, anna: Person) -> None:
    sent = await http.upload("sendDocument", {"document": ("план.txt", b"x")}, chat_id=501)
    file = {"type": "document", "media": sent["result"]["document"]["file_id"]}
    html = '<figure><tg-document src="tg://document?id=plan"></tg-document><figcaption>План</figcaption></figure>'
    [block] = await send(http, html=html, media=[{"id": "plan", "media": file}])
    assert (block["document"]["file_id"], block["caption"]) == (file["media"], {"text": "План"})
    refused = await http.refused("sendRichMessage", chat_id=501, rich_message={"html": html})
    assert refused == f"{BAD}media not found"
    far = {"markdown": "![](https://mmc.ru/a.jpg)"}
    refused = await http.refused("sendRichMessage", chat_id=501, rich_message=far)
    assert refused == f"{BAD}failed to get HTTP URL content"


MARKDOWN: list[tuple[str, list[Any]]] = [
    ("# План *дня*", [{"type": "heading", "size": 1, "text": ["План ", {"type": "italic", "text": "дня"}]}]),
    ("одна\nстрока", [{"type": "paragraph", "text": "одна строка"}]),
    ("**а** __б__ ~~в~~ ==г== ||д|| `е`", [{"type": "paragraph", "text": [
        {"type": "bold", "text": "а"}, " ", {"type": "bold", "text": "б"}, " ", {"type": "strikethrough", "text": "в"},
        " ", {"type": "marked", "text": "г"}, " ", {"type": "spoiler", "text": "д"}, " ", {"type": "code", "text": "е"},
    ]}]),
    ("***а*** 2 * 3 * 4 а_б_в", [{"type": "paragraph", "text": [
        {"type": "bold", "text": {"type": "italic", "text": "а"}}, " 2 * 3 * 4 а_б_в"]}]),
    ("\\*а\\* 2 < 3 & 4", [{"type": "paragraph", "text": "*а* 2 < 3 & 4"}]),
    ("$x^2$", [{"type": "paragraph", "text": {"type": "mathematical_expression", "expression": "x^2"}}]),
    ("$$E = mc^2$$", [{"type": "mathematical_expression", "expression": "E = mc^2"}]),
    ("```math\na_b\n```", [{"type": "mathematical_expression", "expression": "a_b"}]),
    ("```python\n  x = '<'\n```", [{"type": "pre", "text": "  x = '<'", "language": "python"}]),
    ("---", [{"type": "divider"}]),
    ("> а\n>\n> б", [{"type": "blockquote", "blocks": [
        {"type": "paragraph", "text": "а"}, {"type": "paragraph", "text": "б"}]}]),
    ("- а\n  - б\n- [x] в", [{"type": "list", "items": [
        {"blocks": [{"type": "paragraph", "text": "а"},
                    {"type": "list", "items": [{"blocks": [{"type": "paragraph", "text": "б"}]}]}]},
        {"blocks": [{"type": "paragraph", "text": "в"}], "has_checkbox": True, "is_checked": True},
    ]}]),
    ("3. а\n4. б", [{"type": "list", "items": [
        {"blocks": [{"type": "paragraph", "text": "а"}], "value": 3, "type": "1"},
        {"blocks": [{"type": "paragraph", "text": "б"}], "value": 4, "type": "1"}]}]),
    ("| Школа | Баллы |\n|:--|--:|\n| № 5 | **42** |", [{"type": "table", "cells": [
        [cell("Школа", is_header=True), cell("Баллы", is_header=True, align="right")],
        [cell("№ 5"), cell({"type": "bold", "text": "42"}, align="right")]]}]),
    ("[сайт](https://mmc.ru) [почта](mailto:a@mmc.ru)", [{"type": "paragraph", "text": [
        {"type": "url", "text": "сайт", "url": "https://mmc.ru"}, " ",
        {"type": "email_address", "text": "почта", "email_address": "a@mmc.ru"}]}]),
    ("а[^1]\n\n[^1]: сноска", [
        {"type": "paragraph", "text": ["а", {"type": "reference_link", "reference_name": "1",
                                             "text": {"type": "superscript", "text": "1"}}]},
        {"type": "paragraph", "text": {"type": "reference", "name": "1", "text": "сноска"}}]),
    ("![👍](tg://emoji?id=5368)", [{"type": "paragraph", "text": {
        "type": "custom_emoji", "custom_emoji_id": "5368", "alternative_text": "👍"}}]),
    ("<details open><summary>Ещё</summary>\n\n- а\n\n</details>", [{
        "type": "details", "summary": "Ещё", "is_open": True,
        "blocks": [{"type": "list", "items": [{"blocks": [{"type": "paragraph", "text": "а"}]}]}]}]),
    ("<u>а **б**</u>", [{"type": "paragraph", "text": {
        "type": "underline", "text": ["а ", {"type": "bold", "text": "б"}]}}]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "blocks"), MARKDOWN)
def test_markdown(source: str, blocks: list[Any]) -> None:
    assert blocks_from_html(to_html(source), {}, []) == blocks


HTML: list[tuple[str, list[Any]]] = [
    ("а<br>б", [{"type": "paragraph", "text": "а\nб"}]),
    ("<p>а</p>б", [{"type": "paragraph", "text": "а"}, {"type": "paragraph", "text": "б"}]),
    ('<a name="top"></a>', [{"type": "anchor", "name": "top"}]),
    ('<a href="#top">вверх</a>', [{"type": "paragraph", "text": {
        "type": "anchor_link", "text": "вверх", "anchor_name": "top"}}]),
    ('<tg-time unix="1647531900" format="wDT">завтра</tg-time>', [{"type": "paragraph", "text": {
        "type": "date_time", "text": "завтра", "unix_time": 1647531900, "date_time_format": "wDT"}}]),
    ("<aside>а<cite>Автор</cite></aside>", [{"type": "pullquote", "text": "а", "credit": "Автор"}]),
    ("<blockquote collapsed>а</blockquote>", [{"type": "expandable_blockquote", "text": "а"}]),
    ("<footer>а</footer><hr/>", [{"type": "footer", "text": "а"}, {"type": "divider"}]),
    ('<ol start="3" type="a" reversed><li>а</li><li value="9" type="i">б</li></ol>', [{"type": "list", "items": [
        {"blocks": [{"type": "paragraph", "text": "а"}], "value": 3, "type": "a"},
        {"blocks": [{"type": "paragraph", "text": "б"}], "value": 9, "type": "i"}]}]),
    ('<tg-map lat="55.7" long="37.6" zoom="10"/>', [
        {"type": "map", "location": {"latitude": 55.7, "longitude": 37.6}, "zoom": 10}]),
    ("<table bordered striped><caption>а</caption><tr><td rowspan=2>б</td></tr></table>", [
        {"type": "table", "cells": [[cell("б", rowspan=2)]], "is_bordered": True, "is_striped": True, "caption": "а"}]),
    ("<tg-math-block>E = mc^2</tg-math-block>", [{"type": "mathematical_expression", "expression": "E = mc^2"}]),
    ("<h2>а</h2><pre>б\n  в</pre>", [{"type": "heading", "text": "а", "size": 2}, {"type": "pre", "text": "б\n  в"}]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "blocks"), HTML)
def test_html(source: str, blocks: list[Any]) -> None:
    assert blocks_from_html(source, {}, []) == blocks


def test_labels() -> None:
    def numbers(kind: str, *values: int) -> list[str]:
        return labels([{"value": value, "type": kind} for value in values])

    assert numbers("1", 1, 12) == ["1.", "12."]
    assert numbers("a", 1, 26, 27) == ["a.", "z.", "aa."]
    assert numbers("I", 4, 1999) == ["IV.", "MCMXCIX."]


async def test_the_page_gets_safe_html(http: Client, anna: Person) -> None:
    link = {"type": "url", "text": "<сайт>", "url": 'https://mmc.ru/?a="b"'}
    press = {"text": "Да", "callback_data": 'y"es', "style": "success"}
    await send(
        http,
        blocks=[
            {"type": "paragraph", "text": ["<script>", link]},
            {"type": "table", "cells": [[cell("Школа", is_header=True), cell("Баллы")]], "is_bordered": True},
            {"type": "buttons", "buttons": [press]},
        ],
    )  # fmt: skip
    [message] = (await http.get("people/501/chat"))["messages"]
    assert message["html"] == (
        '<div class="rich"><p>&lt;script&gt;<a href="https://mmc.ru/?a=&quot;b&quot;" target="_blank" '
        'rel="noopener noreferrer">&lt;сайт&gt;</a></p><table class="bordered"><tr><th class="left middle">Школа</th>'
        '<td class="left middle">Баллы</td></tr></table><p class="buttons"><button type="button" class="success" '
        'data-callback="y&quot;es">Да</button></p></div>'
    )
    assert (await http.get("people"))["people"][0]["last_text"] == "<script><сайт> Школа Баллы"
    await http.post("people/501/press", {"message_id": message["message_id"], "data": 'y"es'})
    [update] = await http.ok("getUpdates")
    assert update["callback_query"]["data"] == 'y"es'


async def test_an_edit_makes_a_text_of_it_and_back(http: Client, anna: Person) -> None:
    sent = await http.ok("sendRichMessage", chat_id=501, rich_message={"markdown": "# План"})
    place = {"chat_id": 501, "message_id": sent["message_id"]}
    plain = await http.ok("editMessageText", **place, text="План")
    assert ("rich_message" in plain, plain["text"]) == (False, "План")
    rich = await http.ok("editMessageText", **place, rich_message={"html": "<h1>План</h1>"})
    assert ("text" in rich, rich["rich_message"]) == (False, sent["rich_message"])
    unchanged = await http.refused("editMessageText", **place, rich_message={"markdown": "# План"})
    assert unchanged.startswith(f"{BAD}message is not modified")
    copied = await http.ok("copyMessage", chat_id=501, from_chat_id=501, message_id=sent["message_id"])
    messages = (await http.get("people/501/chat"))["messages"]
    assert [message["message_id"] for message in messages] == [sent["message_id"], copied["message_id"]]
    assert messages[1]["rich_message"] == sent["rich_message"]


async def test_drafts(http: Client, anna: Person, clock: TurnableClock) -> None:
    async def draft() -> Any:
        return (await http.get("people/501/chat"))["draft"]

    place = {"chat_id": 501, "draft_id": 7}
    assert await http.ok("sendMessageDraft", **place, text="<b>План</b>", parse_mode="HTML", can_stop=True) is True
    assert ((await draft())["html"], (await draft())["draft_id"]) == ("<b>План</b>", 7)
    await http.post("people/501/stop_draft")
    assert await draft() is None
    [update] = await http.ok("getUpdates")
    assert update["stopped_message_generation"] == {"chat": anna.chat(), "draft_id": 7}
    await http.post("people/501/stop_draft", status=409)
    await http.ok("sendMessageDraft", **place)
    assert (await draft())["text"] == ""
    clock.turn_to(clock.now() + timedelta(seconds=30))
    assert await draft() is None
    thinking = {"blocks": [{"type": "thinking", "text": "Думаю"}]}
    await http.ok("sendRichMessageDraft", **place, rich_message=thinking)
    assert (await draft())["html"] == '<div class="rich"><p class="thinking">Думаю</p></div>'
    await http.post("people/501/stop_draft", status=409)
    await http.ok("sendMessage", chat_id=501, text="Готово")
    assert await draft() is None
    assert await http.refused("sendMessageDraft", chat_id=501, draft_id=0, text="а") == f"{BAD}DRAFT_ID_INVALID"
    assert await http.refused("sendMessageDraft", **place, text="ж" * 4097) == f"{BAD}message is too long"


WRITTEN = st.text("ab*_~=|`[]()<>!$#-+ \n>/\\&;:1.жя😀", max_size=60)


@given(WRITTEN)
def test_any_markdown_becomes_safe_html(source: str) -> None:
    blocks = blocks_from_html(to_html(source), {}, []) if "![" not in source and "<img" not in source else []
    shown = rich_html({"blocks": [{**block, **labelled(block)} for block in blocks]})
    assert "<script" not in shown
    assert shown.count("<") == shown.count(">")


def labelled(block: dict[str, Any]) -> dict[str, Any]:
    if block["type"] in ("blockquote", "details"):
        return {"blocks": [{**inner, **labelled(inner)} for inner in block["blocks"]]}
    if block["type"] != "list":
        return {}
    return {
        "items": [
            {"label": "•", **item, "blocks": [{**inner, **labelled(inner)} for inner in item["blocks"]]}
            for item in block["items"]
        ]
    }


@given(st.text("abжя😀*_`[]<&>\\$=~|", max_size=30))
def test_escaped_words_come_back(text: str) -> None:
    escaped = "".join(f"\\{char}" if char.isascii() and not char.isalnum() else char for char in text)
    blocks = blocks_from_html(to_html(f"x{escaped}x"), {}, [])
    assert [plain_text(block["text"]) for block in blocks] == [f"x{text}x"]
