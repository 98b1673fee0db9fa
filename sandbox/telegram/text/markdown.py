"""Telegram's MarkdownV2 and the old Markdown: text with marks to plain text and entities."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from sandbox.shapes import Json
from sandbox.telegram.errors import Refusal, unreadable_entities
from sandbox.telegram.text import utf16
from sandbox.telegram.text.html import link, moment

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
    return _V2(source).read()


class _V2:
    """`nested` holds what is open: kind, offset in units, index in the source. `fresh`: at the beginning of a line;
    marks that open and close there do not end it, so that `**>` begins a second quotation right after the first.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.out = _Writer()
        self.nested: list[tuple[str, int, int]] = []
        self.at = 0
        self.fresh = True

    def read(self) -> tuple[str, list[Json]]:
        source = self.source
        while self.at < len(source):
            line_start = self.at == 0 or source[self.at - 1] == "\n"
            if line_start and self._quoting() and source[self.at] != ">":
                self._end_quote("blockquote")
            if self.fresh and source[self.at] == ">":
                if not self._quoting():
                    self.nested.append(("blockquote", self.out.units, self.at))
                self.at += 1
                self.fresh = False
            else:
                self._step(source[self.at])
        if self._quoting():
            self._end_quote("blockquote")
        if self.nested:
            raise self._unended(self.nested[-1])
        return "".join(self.out.parts), self.out.entities

    def _step(self, char: str) -> None:
        source, at, nested = self.source, self.at, self.nested
        if char == "\\" and at + 1 < len(source) and 0 < ord(source[at + 1]) < 127:
            self._write(source[at + 1], 2)
        elif char == "`":
            self.at = _code(source, at, self.out)
            self.fresh = False
        elif self._ends_expandable():
            self.at += 2
            self._end_quote("expandable_blockquote")
        elif (mark := _mark(source, at)) is not None:
            kind = _MARKS[mark]
            if nested and nested[-1][0] == kind:
                self.out.enter(kind, nested.pop()[1])
            else:
                nested.append((kind, self.out.units, at))
            self.at += len(mark)
        elif char == "[" or source.startswith("![", at):
            nested.append(("custom_emoji" if char == "!" else "text_link", self.out.units, at))
            self.at += 1 if char == "[" else 2
        elif char == "]" and nested and nested[-1][0] in ("text_link", "custom_emoji"):
            kind, offset, _ = nested.pop()
            self.at = _address(source, at + 1, self.out, kind, offset)
        elif char in _RESERVED:
            raise unreadable_entities(f"Character '{char}' is reserved and must be escaped with the preceding '\\'")
        else:
            self._write(char, 1)

    def _write(self, char: str, taken: int) -> None:
        self.out.write(char)
        self.at += taken
        self.fresh = char == "\n" and taken == 1

    def _quoting(self) -> bool:
        return any(kind == "blockquote" for kind, _, _ in self.nested)

    def _ends_expandable(self) -> bool:
        """Two bars at the end of the last line of a quotation in which nothing is open."""
        if not self.nested or self.nested[-1][0] != "blockquote" or not self.source.startswith("||", self.at):
            return False
        rest = self.source[self.at + 2 :]
        return not rest or (rest[0] == "\n" and rest[1:2] != ">")

    def _end_quote(self, kind: str) -> None:
        """Nothing that was opened in the quotation may be open still."""
        last = self.nested[-1]
        if last[0] != "blockquote":
            raise self._unended(last)
        self.nested.pop()
        self.out.enter(kind, last[1])

    def _unended(self, opened: tuple[str, int, int]) -> Refusal:
        kind, _, begin = opened
        return unreadable_entities(
            f"Can't find end of {_NAMES[kind]} entity at byte offset {_byte(self.source, begin)}"
        )


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
    """One entity; without an address in parentheses the text of a link is its address."""
    mark = "```" if source.startswith("```", at) else source[at]
    closing = {"[": "]"}.get(mark, mark)
    end = source.find(closing, at + len(mark))
    if end < 0:
        raise unreadable_entities(f"Can't find end of the entity starting at byte offset {_byte(source, at)}")
    inner, offset = source[at + len(mark) : end], out.units
    at = end + len(closing)
    if mark == "```":
        language, inner = _language(inner)
        out.write(inner)
        out.enter("pre", offset, **({"language": language} if language else {}))
        return at
    out.write(inner)
    if mark != "[":
        out.enter({"_": "italic", "*": "bold", "`": "code"}[mark], offset)
        return at
    url = inner
    if source.startswith("(", at):
        close = source.find(")", at)
        url, at = source[at + 1 : close if close >= 0 else None], close + 1 if close >= 0 else len(source)
    entity = link(url, {"offset": offset, "length": out.units - offset})
    if entity and inner:
        out.entities.append(entity)
    return at


def _language(inner: str) -> tuple[str, str]:
    """The language in the first line of a piece of code, and the rest."""
    first, newline, rest = inner.partition("\n")
    if newline and first and not any(char.isspace() for char in first):
        return first, rest
    return "", inner.removeprefix("\n")
