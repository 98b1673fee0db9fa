"""Rich HTML within a line: tags and texts become rich text."""

from __future__ import annotations

import re
from typing import Any

from sandbox.shapes import Json
from sandbox.telegram.rich.tree import Tag

STYLES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "mark": "marked",
    "sub": "subscript", "sup": "superscript", "tg-spoiler": "spoiler",
}  # fmt: skip
INLINE = frozenset({*STYLES, "a", "br", "tg-reference", "tg-emoji", "tg-time", "tg-math", "span", "cite", "tg-button"})
_SPACES = re.compile(r"[ \t\r\n\f]+")


def text_of(inside: list[Tag | str], references: frozenset[str]) -> Any:
    """Rich text: white space runs together and is trimmed. `references`: names that links may point to."""
    parts: list[Any] = []
    for one in inside:
        part = _SPACES.sub(" ", one) if isinstance(one, str) else _formatted(one, references)
        if isinstance(part, str) and parts and isinstance(parts[-1], str):
            parts[-1] += part
        elif isinstance(part, list):
            parts += part
        elif part != "":
            parts.append(part)
    return joined(parts)


def trimmed(text: Any) -> Any:
    """Without white space at either end."""
    if isinstance(text, str):
        return text.strip()
    if isinstance(text, list):
        parts = list(text)
        if isinstance(parts[0], str):
            parts[0] = parts[0].lstrip()
        if isinstance(parts[-1], str):
            parts[-1] = parts[-1].rstrip()
        return joined([part for part in parts if part != ""])
    return text


def joined(parts: list[Any]) -> Any:
    """One part instead of a row of one; an empty text instead of none."""
    return "" if not parts else parts[0] if len(parts) == 1 else parts


def _formatted(tag: Tag, references: frozenset[str]) -> Any:
    attributes = tag.attributes
    inner = text_of(tag.inside, references)
    style = STYLES.get(tag.name)
    if style is not None:
        return {"type": style, "text": inner} if inner != "" else ""
    match tag.name:
        case "br":
            return "\n"
        case "a" if "name" in attributes:
            return {"type": "anchor", "name": attributes["name"]}
        case "a":
            return _link(attributes.get("href", ""), inner, references)
        case "tg-reference":
            return {"type": "reference", "text": inner, "name": attributes.get("name", "")}
        case "tg-emoji":
            return _emoji(attributes.get("emoji-id", ""), tag.text())
        case "img":
            return _emoji(attributes.get("src", "").partition("id=")[2], attributes.get("alt", ""))
        case "tg-time":
            unix = attributes.get("unix", "")
            if not unix.lstrip("-").isdigit():
                return inner
            shape = attributes.get("format", "")
            return {"type": "date_time", "text": inner, "unix_time": int(unix), "date_time_format": shape}
        case "tg-math":
            return {"type": "mathematical_expression", "expression": tag.text()}
    return inner


def _link(href: str, inner: Any, references: frozenset[str]) -> Any:
    if inner == "":
        return ""
    if href.startswith("#"):
        name = href[1:]
        if name in references:
            return {"type": "reference_link", "text": inner, "reference_name": name}
        return {"type": "anchor_link", "text": inner, "anchor_name": name}
    if href.startswith("mailto:"):
        return {"type": "email_address", "text": inner, "email_address": href.removeprefix("mailto:")}
    if href.startswith("tel:"):
        return {"type": "phone_number", "text": inner, "phone_number": href.removeprefix("tel:")}
    return {"type": "url", "text": inner, "url": href}


def _emoji(custom_emoji_id: str, alternative: str) -> Json:
    return {"type": "custom_emoji", "custom_emoji_id": custom_emoji_id, "alternative_text": alternative}
