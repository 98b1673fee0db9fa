"""Text as Telegram keeps it: parsed, cleaned, trimmed, with its entities sorted and links found."""

from __future__ import annotations

import re
from typing import Any

from sandbox.shapes import Json
from sandbox.telegram import utf16
from sandbox.telegram.errors import PARSE_MODE, bad_request
from sandbox.telegram.html import parse_html
from sandbox.telegram.markdown import parse_markdown, parse_markdown_v2

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]|[\u200e\u200f](?=[\u202a-\u202e])")
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"']+"
    r"|(?<![\w@.-])(?:[\w-]+\.)+(?:ru|\u0440\u0444|com|org|net|edu|me|su|info)\b(?:[/?#][^\s<>\"']*)?)(?!@)"
    r"|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w@/])(?P<mention>@[A-Za-z][A-Za-z0-9_]{3,31})\b"
    r"|(?<![\w#])(?P<hashtag>#\w*[^\W\d]\w*)"
    r"|(?<![\w/<>])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z][A-Za-z0-9_]{3,31})?)(?![\w/])",
    re.IGNORECASE,
)
_HINT = re.compile(r"[./@#]")
_WHOLE_PIECES = frozenset({"code", "pre", "text_link", "text_mention", "url", "date_time", "custom_emoji"})
_ORDER = (
    "blockquote", "expandable_blockquote", "pre", "code", "text_link", "text_mention", "date_time", "url",
    "bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji",
)  # fmt: skip
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}
_SPLITTABLE = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})


def read_text(source: str, parse_mode: str | None, given: list[Json] | None) -> tuple[str, list[Json]]:
    """The text that is kept and its entities. `parse_mode` wins over `given` entities, as in Telegram.

    The text may come back empty. Raises Refusal for broken markup and impossible entities.
    """
    if parse_mode:
        mode = parse_mode.lower()
        parse = _MODES.get(mode)
        if parse is None:
            raise bad_request(PARSE_MODE)
        text, entities = parse(source)
    else:
        text, entities = source, _checked(source, given or [])
    return tidy(text, entities)


def tidy(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Clean and trim `text`, move and cut the entities with it, add what Telegram finds by itself."""
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text and not entities else text
    text = _CONTROL.sub(" ", text)
    stripped = text.rstrip()
    first = min((entity["offset"] for entity in entities), default=utf16.length(stripped))
    lead = min(len(stripped) - len(stripped.lstrip(" \n")), first)
    text = stripped[lead:]
    total = utf16.length(text)
    kept: list[Json] = []
    for entity in entities:
        offset = entity["offset"] - lead
        span = min(entity["length"], total - offset)
        if span > 0:
            kept.append({**entity, "offset": offset, "length": span})
    kept += found(text, kept)
    return text, _joined(sorted(kept, key=_place))


def found(text: str, taken: list[Json]) -> list[Json]:
    """Links, addresses, mentions, hashtags and commands, outside code and links."""
    if not _HINT.search(text):
        return []
    places = [(entity["offset"], entity["offset"] + entity["length"]) for entity in taken
              if entity["type"] in _WHOLE_PIECES]  # fmt: skip
    ascii_only = text.isascii()
    entities: list[Json] = []
    for match in _FOUND.finditer(text):
        kind = str(match.lastgroup)
        piece = match.group().rstrip(".,;:!?)»") if kind == "url" else match.group()
        offset = match.start() if ascii_only else utf16.length(text[: match.start()])
        span = utf16.length(piece)
        if not any(begin < offset + span and offset < end for begin, end in places):
            entities.append({"type": kind, "offset": offset, "length": span})
    return entities


def _checked(text: str, given: list[Json]) -> list[Json]:
    end = utf16.length(text)
    indices = utf16.indices(text) if given else []
    for entity in given:
        offset, span = entity["offset"], entity["length"]
        if offset < 0:
            raise bad_request(f"Receive an entity with incorrect offset {offset}")
        if span < 0:
            raise bad_request(f"Receive an entity with incorrect length {span}")
        if offset > end:
            raise bad_request(f"Entity begins after the end of the text at UTF-16 offset {offset}")
        if offset + span > end:
            raise bad_request(
                f"Entity beginning at UTF-16 offset {offset} ends after the end of the text "
                f"at UTF-16 offset {offset + span}"
            )
        if indices[offset] < 0:
            raise bad_request(f"Entity begins in a middle of a UTF-16 symbol at byte offset {offset}")
        if indices[offset + span] < 0:
            raise bad_request(
                f"Entity beginning at UTF-16 offset {offset} ends in a middle of a UTF-16 symbol "
                f"at byte offset {offset + span}"
            )
    return [entity for entity in given if entity["length"] > 0]


def _joined(entities: list[Json]) -> list[Json]:
    """Neighbours of one kind become one, unless it would cross another: <b>a</b><b>b</b> is a single bold."""
    joined: list[Json] = []
    last_of: dict[str, Json] = {}
    for entity in entities:
        last = last_of.get(entity["type"])
        if last is not None and entity["type"] in _SPLITTABLE:
            begin, end = last["offset"], max(_end(last), _end(entity))
            others = (other for other in entities if other is not last and other is not entity)
            if _end(last) >= entity["offset"] and not any(_crosses(other, begin, end) for other in others):
                last["length"] = end - begin
                continue
        joined.append(entity)
        last_of[entity["type"]] = entity
    return sorted(joined, key=_place)


def _crosses(entity: Json, begin: int, end: int) -> bool:
    first, last = int(entity["offset"]), _end(entity)
    return first < begin < last < end or begin < first < end < last


def _end(entity: Json) -> int:
    return int(entity["offset"]) + int(entity["length"])


def _place(entity: Json) -> tuple[int, int, int]:
    return entity["offset"], -entity["length"], _RANK.get(entity["type"], 50)


def _plain(source: str) -> tuple[str, list[Any]]:
    return source, []


_MODES = {"html": parse_html, "markdownv2": parse_markdown_v2, "markdown": parse_markdown, "none": _plain}
