"""Telegram's HTML: text with tags to plain text and entities. Errors name byte offsets of the source."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sandbox.shapes import Json
from sandbox.telegram.errors import Refusal, unreadable_entities
from sandbox.telegram.text import utf16

TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "span": "spoiler",
    "tg-spoiler": "spoiler", "tg-emoji": "custom_emoji", "tg-time": "date_time", "a": "text_link",
    "code": "code", "pre": "pre", "blockquote": "blockquote",
}  # fmt: skip
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,7})|#([0-9]{1,8})|([a-zA-Z]+));?")
_ATTRIBUTE_NAME = re.compile(r"[^\s=>/\"']*")
_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
DATE_TIME_FORMAT = re.compile(r"(?:r|w?[dD]?[tT]?)")
"""Relative; or day of the week, short or long day, short or long time, in this order."""
_USER_LINK = re.compile(r"tg://user\?id=(\d+)$")


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int
    begin: int


@dataclass(slots=True)
class _Reader:
    source: str
    at: int = 0
    out: list[str] = field(default_factory=list)
    units: int = 0
    entities: list[Json] = field(default_factory=list)
    nested: list[_Open] = field(default_factory=list)

    def read(self) -> tuple[str, list[Json]]:
        source = self.source
        while self.at < len(source):
            char = source[self.at]
            if char == "&":
                decoded, self.at = _reference(source, self.at)
                self.write(decoded)
            elif char != "<":
                stop = _next_special(source, self.at)
                self.write(source[self.at : stop])
                self.at = stop
            elif source.startswith("</", self.at):
                self.close_tag()
            else:
                self.open_tag()
        if self.nested:
            raise unreadable_entities(f'Can\'t find end tag corresponding to start tag "{self.nested[-1].tag}"')
        return "".join(self.out), self.entities

    def write(self, text: str) -> None:
        self.out.append(text)
        self.units += utf16.length(text)

    def fail(self, text: str, at: int) -> Refusal:
        offset = len(self.source[:at].encode("utf-8", "surrogatepass"))
        return unreadable_entities(f"{text} at byte offset {offset}")

    def open_tag(self) -> None:
        begin = self.at
        end = _until(self.source, begin + 1)
        if end == len(self.source):
            raise self.fail("Unclosed start tag", begin)
        tag = self.source[begin + 1 : end].lower()
        if tag not in TAGS:
            raise self.fail(f'Unsupported start tag "{tag}"', begin)
        self.at = end
        attributes = self.attributes(tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self.fail('Tag "span" must have class "tg-spoiler"', begin)
        self.nested.append(_Open(tag, attributes, self.units, len(self.out)))

    def attributes(self, tag: str, begin: int) -> dict[str, str]:
        """Read up to the closing bracket and step over it."""
        source, found = self.source, dict[str, str]()
        while True:
            self.skip_spaces()
            if self.at >= len(source):
                raise self.fail(f'Unclosed start tag "{tag}"', begin)
            if source[self.at] == ">":
                self.at += 1
                return found
            match = _ATTRIBUTE_NAME.match(source, self.at)
            name = match.group().lower() if match else ""
            if not name:
                raise self.fail(f'Empty attribute name in the tag "{tag}"', begin)
            self.at += len(name)
            self.skip_spaces()
            if not source.startswith("=", self.at):
                found[name] = ""
                continue
            self.at += 1
            self.skip_spaces()
            if self.at >= len(source):
                raise self.fail(f'Unclosed start tag "{tag}"', begin)
            found[name] = self.value()
            if self.at >= len(source):
                raise self.fail("Unclosed start tag", begin)

    def value(self) -> str:
        """An attribute's value: quoted, or a bare token."""
        source, quote = self.source, self.source[self.at]
        if quote not in "\"'":
            token_begin = self.at
            match = _TOKEN.match(source, self.at)
            token = match.group() if match else ""
            self.at += len(token)
            if self.at < len(source) and not source[self.at].isspace() and source[self.at] != ">":
                raise self.fail("Unexpected end of name token", token_begin)
            return token.lower()
        self.at += 1
        parts: list[str] = []
        while self.at < len(source) and source[self.at] != quote:
            part, self.at = _reference(source, self.at)
            parts.append(part)
        self.at += 1
        return "".join(parts)

    def skip_spaces(self) -> None:
        while self.at < len(self.source) and self.source[self.at].isspace():
            self.at += 1

    def close_tag(self) -> None:
        begin = self.at
        if not self.nested:
            raise self.fail("Unexpected end tag", begin)
        end = _until(self.source, begin + 2)
        tag = self.source[begin + 2 : end].lower()
        self.at = end
        self.skip_spaces()
        if not self.source.startswith(">", self.at):
            raise self.fail("Unclosed end tag", begin)
        self.at += 1
        opened = self.nested[-1]
        if tag and tag != opened.tag:
            offset = len(self.source[:begin].encode("utf-8", "surrogatepass"))
            raise unreadable_entities(
                f'Unmatched end tag at byte offset {offset}, expected "</{opened.tag}>", found "</{tag}>"'
            )
        self.nested.pop()
        if self.units > opened.offset:
            self.enter(opened)

    def enter(self, opened: _Open) -> None:
        """Add the entity that a closed tag stands for."""
        place: Json = {"offset": opened.offset, "length": self.units - opened.offset}
        attributes, kind = opened.attributes, TAGS[opened.tag]
        last = self.entities[-1] if self.entities else None
        same_place = last is not None and last["offset"] == place["offset"] and last["length"] == place["length"]
        language = attributes.get("class", "").removeprefix("language-")
        if kind == "text_link":
            url = attributes.get("href") or "".join(self.out[opened.begin :])
            entity = link(url, place)
            if entity is not None:
                self.entities.append(entity)
        elif kind == "pre" and last and same_place and last["type"] == "code":
            last["type"] = "pre"
        elif kind == "code" and last and same_place and last["type"] == "pre":
            if language:
                last["language"] = language
        elif kind == "code" and language:
            self.entities.append({"type": "code", **place, "language": language})
        elif kind == "custom_emoji":
            if not attributes.get("emoji-id", "").isdigit():
                raise unreadable_entities("Invalid custom emoji identifier specified")
            self.entities.append({"type": kind, **place, "custom_emoji_id": attributes["emoji-id"]})
        elif kind == "date_time":
            self.entities.append(moment(attributes.get("unix", ""), attributes.get("format", ""), place))
        elif kind == "blockquote" and "expandable" in attributes:
            self.entities.append({"type": "expandable_blockquote", **place})
        else:
            self.entities.append({"type": kind, **place})


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Plain text and entities (offsets in UTF-16 units). Raises Refusal with Telegram's words."""
    text, entities = _Reader(source).read()
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise unreadable_entities(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        )
    for entity in entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return text, entities


def link(url: str, place: Json) -> Json | None:
    """A text link, a mention of a user by id, or nothing when the address is none."""
    person = _USER_LINK.match(url)
    if person:
        return {"type": "text_mention", **place, "user": {"id": int(person.group(1))}}
    url = url.strip()
    if not url or re.search(r"\s", url) or ("." not in url and "://" not in url):
        return None
    if "://" not in url and not url.startswith(("mailto:", "tel:")):
        url = f"http://{url}"
    if re.fullmatch(r"https?://[^/?#]+", url):
        url += "/"
    return {"type": "text_link", **place, "url": url}


def moment(unix: str, shape: str, place: Json) -> Json:
    """A point in time that each reader sees in the own time zone."""
    if not unix.removeprefix("-").isdigit():
        raise unreadable_entities("Invalid date-time specified")
    if not DATE_TIME_FORMAT.fullmatch(shape):
        raise unreadable_entities("Invalid date-time format specified")
    entity: Json = {"type": "date_time", **place, "unix_time": int(unix)}
    if shape:
        entity["date_time_format"] = shape
    return entity


def _reference(source: str, at: int) -> tuple[str, int]:
    """The character at `at` with a character reference decoded, and the index after it."""
    match = _REFERENCE.match(source, at) if source[at] == "&" else None
    if match is None:
        return source[at], at + 1
    hexadecimal, decimal, name = match.groups()
    if name is not None:
        known = _NAMED.get(name)
        return (known, match.end()) if known else ("&", at + 1)
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if not 0 < code < 0x10FFFF:
        return "&", at + 1
    return chr(code), match.end()


def _next_special(source: str, at: int) -> int:
    match = re.compile(r"[<&]").search(source, at)
    return match.start() if match else len(source)


def _until(source: str, at: int) -> int:
    while at < len(source) and not source[at].isspace() and source[at] != ">":
        at += 1
    return at
