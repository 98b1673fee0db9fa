"""Text as Telegram keeps it: parsed, cleaned, trimmed, with its entities sorted and links found."""

from __future__ import annotations

import re
from typing import Any

from sandbox.shapes import Json
from sandbox.telegram.errors import PARSE_MODE, Refusal, bad_request
from sandbox.telegram.text import utf16
from sandbox.telegram.text.html import link, moment, parse_html
from sandbox.telegram.text.markdown import parse_markdown, parse_markdown_v2
from sandbox.telegram.text.nesting import settled

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]|[\u200e\u200f](?=[\u202a-\u202e])")
_DOMAINS = (
    "ru|\u0440\u0444|su|by|kz|ua|uz|am|ge|com|org|net|edu|gov|int|info|biz|pro|name|me|io|ai|dev|app|eu|uk|de|fr|it|es|pt|nl|be|ch"
    "|at|pl|cz|sk|fi|se|no|dk|ee|lv|lt|rs|bg|ro|gr|tr|il|in|cn|jp|kr|us|ca|mx|br|ar|au|nz|tv|fm|cc|co|to|is|ly|gl|gg"
    "|online|site|store|shop|club|space|website|tech|school|academy|education|university|team|work|live|news|blog|wiki"
    "|media|agency|studio|center|community|digital|world|today|link|click|xyz|top|page|cloud|moscow|tatar"
    "|\u043c\u043e\u0441\u043a\u0432\u0430|\u0434\u0435\u0442\u0438|\u043e\u0440\u0433|\u043e\u043d\u043b\u0430\u0439\u043d|\u0441\u0430\u0439\u0442"
)
_FOUND = re.compile(
    r"(?P<url>(?:https?|ftp|tg|ton)://[^\s<>\"']+"
    rf"|(?<![\w@.-])(?:[\w-]+\.)+(?:{_DOMAINS})(?![\w-])(?::\d{{1,5}})?(?:[/?#][^\s<>\"']*)?)(?!@)"
    r"|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w@/])(?P<mention>@[A-Za-z][A-Za-z0-9_]{3,31})\b"
    r"|(?<![\w#])(?P<hashtag>#\w*[^\W\d_]\w*(?:@[A-Za-z][A-Za-z0-9_]{3,31})?)(?!\w*#)"
    r"|(?<![$\w])(?P<cashtag>\$(?-i:1INCH|[A-Z]{1,8}))(?![$\w])"
    r"|(?<![\w+])(?P<phone_number>\+\d{7,15})(?!\w)"
    r"|(?<![\w/<>])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z][A-Za-z0-9_]{3,31})?)(?![\w/<>])",
    re.IGNORECASE,
)
_HINT = re.compile(r"[./@#$+]")
_WHOLE_PIECES = frozenset({"code", "pre", "text_link", "text_mention", "url", "date_time", "custom_emoji"})
_FOUND_BY_ITSELF = frozenset({"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"})
_GIVEN = frozenset({
    "bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre",
    "text_link", "text_mention", "custom_emoji", "date_time",
})  # fmt: skip


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
    return text, settled(kept) if kept else []


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
    kept = [entity for entity in map(_of_known_type, given) if entity is not None]
    end = utf16.length(text)
    indices = utf16.indices(text) if kept else []
    for entity in kept:
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
            place = _bytes_before(text, indices[offset - 1])
            raise bad_request(f"Entity begins in a middle of a UTF-16 symbol at byte offset {place}")
        if indices[offset + span] < 0:
            place = _bytes_before(text, indices[offset + span - 1])
            raise bad_request(
                f"Entity beginning at UTF-16 offset {offset} ends in a middle of a UTF-16 symbol at byte offset {place}"
            )
    return [entity for entity in kept if entity["length"] > 0]


def _of_known_type(given: Json) -> Json | None:
    """The entity with what its type needs; None for what Telegram finds by itself, and for a link to nowhere."""
    kind = given["type"]
    if kind in _FOUND_BY_ITSELF:
        return None
    if kind not in _GIVEN:
        raise Refusal(400, "Bad Request: can't parse MessageEntity: Unsupported type specified")
    place: Json = {"offset": given["offset"], "length": given["length"]}
    match kind:
        case "text_link":
            return link(_needed(given, "url"), place)
        case "text_mention":
            return {"type": kind, **place, "user": {"id": _needed(given, "user")["id"]}}
        case "custom_emoji":
            if not _needed(given, "custom_emoji_id").isdigit():
                raise bad_request("Invalid custom emoji identifier specified")
            return {"type": kind, **place, "custom_emoji_id": given["custom_emoji_id"]}
        case "date_time":
            return moment(str(_needed(given, "unix_time")), given.get("date_time_format", ""), place)
        case "pre" if given.get("language"):
            return {"type": kind, **place, "language": given["language"]}
    return {"type": kind, **place}


def _needed(given: Json, name: str) -> Any:
    if name not in given:
        raise Refusal(400, f"Bad Request: can't parse MessageEntity: Can't find field \"{name}\"")
    return given[name]


def _bytes_before(text: str, index: int) -> int:
    return len(text[:index].encode("utf-8", "surrogatepass"))


def _plain(source: str) -> tuple[str, list[Any]]:
    return source, []


_MODES = {"html": parse_html, "markdownv2": parse_markdown_v2, "markdown": parse_markdown, "none": _plain}
