"""Messages for the page: text and entities as safe HTML."""

from __future__ import annotations

from html import escape
from typing import Any

from sandbox.control.rich_html import rich_html
from sandbox.shapes import Json
from sandbox.telegram.text import utf16
from sandbox.world import Message

_TAGS = {
    "bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code", "pre": "pre",
    "blockquote": "blockquote",
}  # fmt: skip
_SAFE = ("http://", "https://", "tg://", "mailto:", "tel:")


def shown(message: Message) -> Json:
    """The Bot API message with `html`, `out` and `edited`."""
    body = message.body
    text = body.get("text") or body.get("caption") or ""
    entities = body.get("entities") or body.get("caption_entities") or []
    html = rich_html(body["rich_message"]) if "rich_message" in body else safe_html(text, entities)
    return {**body, "html": html, "out": message.out, "edited": message.edited}


def shown_draft(draft: Any, now: int = 0) -> Json | None:
    """A draft with its `html`; None when there is none, or when its time is over."""
    if draft is None or draft["until"] <= now:
        return None
    rich = draft.get("rich_message")
    return {**draft, "html": rich_html(rich) if rich else safe_html(draft["text"], draft.get("entities", []))}


def safe_html(text: str, entities: list[Json]) -> str:
    """HTML with nothing but known tags: every other character is escaped, line ends become <br>."""
    if not entities:
        return _escape(text)
    indices = utf16.indices(text)
    spans = sorted(
        (indices[entity["offset"]], -indices[entity["offset"] + entity["length"]], number)
        for number, entity in enumerate(entities)
        if entity["offset"] + entity["length"] < len(indices)
    )
    parts: list[str] = []
    open_ends: list[tuple[int, str]] = []
    at = 0
    for begin, minus_end, number in spans:
        end = -minus_end
        while open_ends and open_ends[-1][0] <= begin:
            at = _close(text, at, open_ends, parts)
        if open_ends:
            end = min(end, open_ends[-1][0])
        parts.append(_escape(text[at:begin]))
        at = begin
        opening, closing = _tag(entities[number], text[begin:end])
        parts.append(opening)
        open_ends.append((end, closing))
    while open_ends:
        at = _close(text, at, open_ends, parts)
    parts.append(_escape(text[at:]))
    return "".join(parts)


def _close(text: str, at: int, open_ends: list[tuple[int, str]], parts: list[str]) -> int:
    end, closing = open_ends.pop()
    parts += (_escape(text[at:end]), closing)
    return max(at, end)


def _tag(entity: Json, piece: str) -> tuple[str, str]:
    kind = entity["type"]
    if kind in _TAGS:
        return f"<{_TAGS[kind]}>", f"</{_TAGS[kind]}>"
    if kind == "expandable_blockquote":
        return '<blockquote class="expandable">', "</blockquote>"
    if kind == "text_link":
        return _anchor(entity["url"])
    if kind == "url":
        return _anchor(piece if "://" in piece else f"http://{piece}")
    if kind == "email":
        return _anchor(f"mailto:{piece}")
    if kind == "date_time":
        return f'<time data-unix="{int(entity["unix_time"])}">', "</time>"
    return f'<span class="{escape(kind.replace("_", "-"))}">', "</span>"


def _anchor(address: str) -> tuple[str, str]:
    if not address.lower().startswith(_SAFE):
        return "<span>", "</span>"
    return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">', "</a>"


def _escape(text: str) -> str:
    return escape(text).replace("\n", "<br>")
