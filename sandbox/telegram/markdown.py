"""Telegram's MarkdownV2 and the old Markdown: text with marks to plain text and entities."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from sandbox.shapes import Json
from sandbox.telegram import utf16
from sandbox.telegram.errors import unreadable_entities
from sandbox.telegram.html import link, moment

_RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
_MARKS = {"__": "underline", "||": "spoiler", "_": "italic", "*": "bold", "~": "strikethrough"}
_NAMES = {"underline": "Underline", "spoiler": "Spoiler", "italic": "Italic", "bold": "Bold",
          "strikethrough": "Strikethrough", "code": "Code", "pre": "PreCode", "text_link": "TextUrl",
          "custom_emoji": "CustomEmoji"}  # fmt: skip


def _byte(source: str, at: int) -> int:
    return len(source[:at].encode("utf-8", "surrogatepass"))


class _Writer:
    """Collects plain text and counts its UTF-16 units."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.units = 0
        self.entities: list[Json] = []

    def write(self, text: str) -> None:
        self.parts.append(text)
        self.units += utf16.length(text)

    def after(self, offset: int) -> str:
        """The text written after `offset` units."""
        text = "".join(self.parts)
        return text[utf16.indices(text)[offset] :]

    def enter(self, kind: str, offset: int, **more: object) -> None:
        if self.units > offset:
            self.entities.append({"type": kind, "offset": offset, "length": self.units - offset, **more})


def parse_markdown_v2(source: str) -> tuple[str, list[Json]]:
    """Plain text and entities. Raises Refusal with Telegram's words and byte offsets."""
    out = _Writer()
    nested: list[tuple[str, int, int]] = []  # kind, offset in units, index in the source
    at, quote = 0, -1
    while at < len(source):
        char = source[at]
        line_start = at == 0 or source[at - 1] == "\n"
        if line_start and char == ">" and not nested:
            quote = out.units if quote < 0 else quote
            at += 1
            continue
        if line_start and quote >= 0:
            out.enter("blockquote", quote)
            quote = -1
        if char == "\\" and at + 1 < len(source) and 0 < ord(source[at + 1]) < 127:
            out.write(source[at + 1])
            at += 2
        elif char == "`":
            at = _code(source, at, out)
        elif (mark := _mark(source, at)) is not None:
            kind = _MARKS[mark]
            if nested and nested[-1][0] == kind:
                out.enter(kind, nested.pop()[1])
            else:
                nested.append((kind, out.units, at))
            at += len(mark)
        elif char == "[" or source.startswith("![", at):
            nested.append(("custom_emoji" if char == "!" else "text_link", out.units, at))
            at += 1 if char == "[" else 2
        elif char == "]" and nested and nested[-1][0] in ("text_link", "custom_emoji"):
            kind, offset, _ = nested.pop()
            at = _address(source, at + 1, out, kind, offset)
        elif char in _RESERVED:
            raise unreadable_entities(f"Character '{char}' is reserved and must be escaped with the preceding '\\'")
        else:
            out.write(char)
            at += 1
    if nested:
        kind, _, begin = nested[-1]
        raise unreadable_entities(f"Can't find end of {_NAMES[kind]} entity at byte offset {_byte(source, begin)}")
    if quote >= 0:
        out.enter("blockquote", quote)
    return "".join(out.parts), out.entities


def _mark(source: str, at: int) -> str | None:
    """The mark at `at`: two underscores are always underline, as Telegram reads them from left to right."""
    return next((mark for mark in _MARKS if source.startswith(mark, at)), None)


def _code(source: str, at: int, out: _Writer) -> int:
    """A piece of code; only ` and \\ are escaped inside."""
    fence = "```" if source.startswith("```", at) else "`"
    kind, begin, offset, language = "pre" if fence == "```" else "code", at, out.units, ""
    at += len(fence)
    if kind == "pre":
        line = source[at:].split("\n", 1)
        if len(line) == 2 and line[0] and not any(char.isspace() or char == "`" for char in line[0]):
            language = line[0]
            at += len(language) + 1
        elif source.startswith("\n", at):
            at += 1
    while not source.startswith(fence, at):
        if at >= len(source):
            raise unreadable_entities(f"Can't find end of {_NAMES[kind]} entity at byte offset {_byte(source, begin)}")
        if source[at] == "\\" and source[at + 1 : at + 2] in ("`", "\\"):
            at += 1
        out.write(source[at])
        at += 1
    out.enter(kind, offset, **({"language": language} if language else {}))
    return at + len(fence)


def _address(source: str, at: int, out: _Writer, kind: str, offset: int) -> int:
    """The address in parentheses after ]; without one the text is its own address."""
    url = out.after(offset)
    if source.startswith("(", at):
        begin, parts = at, list[str]()
        at += 1
        while at < len(source) and source[at] != ")":
            if source[at] == "\\" and at + 1 < len(source):
                at += 1
            parts.append(source[at])
            at += 1
        if at >= len(source):
            raise unreadable_entities(f"Can't find end of a URL at byte offset {_byte(source, begin)}")
        url = "".join(parts)
        at += 1
    elif kind == "custom_emoji":
        raise unreadable_entities("The entity must contain a tg://emoji or tg://time URL")
    if out.units <= offset:
        return at
    place: Json = {"offset": offset, "length": out.units - offset}
    if kind == "text_link":
        entity = link(url, place)
        if entity:
            out.entities.append(entity)
        return at
    given = {key: values[0] for key, values in parse_qs(urlsplit(url).query).items()}
    if url.startswith("tg://emoji?") and given.get("id", "").isdigit():
        out.entities.append({"type": "custom_emoji", **place, "custom_emoji_id": given["id"]})
    elif url.startswith("tg://time?"):
        out.entities.append(moment(given.get("unix", ""), given.get("format", ""), place))
    else:
        raise unreadable_entities("Invalid tg://emoji or tg://time URL specified")
    return at


def parse_markdown(source: str) -> tuple[str, list[Json]]:
    """The old Markdown: *bold* _italic_ `code` ```pre``` [text](address), no nesting."""
    out = _Writer()
    at = 0
    while at < len(source):
        char = source[at]
        if char == "\\" and source[at + 1 : at + 2] in ("_", "*", "`", "["):
            out.write(source[at + 1])
            at += 2
        elif char in "_*`[":
            at = _old_piece(source, at, out)
        else:
            out.write(char)
            at += 1
    return "".join(out.parts), out.entities


def _old_piece(source: str, at: int, out: _Writer) -> int:
    mark = "```" if source.startswith("```", at) else source[at]
    closing = {"[": "]"}.get(mark, mark)
    end = source.find(closing, at + len(mark))
    if end < 0:
        raise unreadable_entities(f"Can't find end of the entity starting at byte offset {_byte(source, at)}")
    inner, offset = source[at + len(mark) : end], out.units
    out.write(inner)
    at = end + len(closing)
    if mark != "[":
        out.enter({"_": "italic", "*": "bold", "`": "code", "```": "pre"}[mark], offset)
    elif source.startswith("(", at) and (close := source.find(")", at)) >= 0:
        entity = link(source[at + 1 : close], {"offset": offset, "length": out.units - offset})
        if entity and inner:
            out.entities.append(entity)
        at = close + 1
    return at
