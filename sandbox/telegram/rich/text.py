"""Rich text: plain text, formatted text, or a row of both; with what Telegram finds in plain text by itself."""

from __future__ import annotations

from typing import Any

from sandbox.shapes import Json
from sandbox.telegram.call import Call
from sandbox.telegram.errors import BUTTON_STYLE, bad_request
from sandbox.telegram.messages.buttons import check_button
from sandbox.telegram.text import utf16
from sandbox.telegram.text.entities import found
from sandbox.telegram.text.html import DATE_TIME_FORMAT, link

STYLES = frozenset({
    "bold", "italic", "underline", "strikethrough", "spoiler", "subscript", "superscript", "marked", "code",
})  # fmt: skip
FOUND = {
    "url": "url", "email": "email_address", "phone_number": "phone_number", "mention": "username",
    "hashtag": "hashtag", "cashtag": "cashtag", "bot_command": "bot_command",
}  # fmt: skip
"""The field that repeats what was found, by the kind of entity."""
_NAMED = {"anchor": "name", "anchor_link": "anchor_name", "reference": "name", "reference_link": "reference_name"}
_SINGLE = frozenset({"mention", "hashtag", "cashtag", "bot_command", "bank_card_number"})
DEEPEST = 16


def rich_text(call: Call, given: Any, *, find: bool, depth: int = 1) -> Any:
    """The `RichText` that is kept. `find`: links and the like are looked for in plain text."""
    if depth > DEEPEST:
        raise bad_request("rich message is nested too deep")
    if isinstance(given, str):
        return _with_found(given) if find else given
    if isinstance(given, list):
        parts = [rich_text(call, one, find=find, depth=depth) for one in given]
        return [part for part in parts if part != ""]
    kind = given["type"]
    if kind in _SINGLE:  # what Telegram finds by itself, it finds again
        return rich_text(call, given["text"], find=find, depth=depth)
    within = find and kind not in ("code", "url", "email_address", "phone_number")
    body: Json = {**given}
    if "text" in given:
        body["text"] = rich_text(call, given["text"], find=within, depth=depth + 1)
    return _checked(call, body)


def units(text: Any) -> int:
    """The length in UTF-16 units, alternative texts and formulas included."""
    if isinstance(text, str):
        return utf16.length(text)
    if isinstance(text, list):
        return sum(units(one) for one in text)
    if text["type"] == "button":
        return units(text["button"]["text"])
    return units(text.get("text") or text.get("alternative_text") or text.get("expression") or "")


def checked_button(call: Call, button: Json) -> Json:
    """A button in a rich message: `link` is a style of callback buttons only."""
    style = button.get("style")
    if style == "link" and "callback_data" not in button:
        raise bad_request(BUTTON_STYLE)
    plain = {**button, "text": plain_text(button["text"])}
    if style == "link":
        del plain["style"]
    check_button(plain, call.lint, None, first=False)
    return button


def plain_text(text: Any) -> str:
    """Without any formatting."""
    if isinstance(text, str):
        return text
    if isinstance(text, list):
        return "".join(plain_text(one) for one in text)
    if text["type"] == "button":
        return plain_text(text["button"]["text"])
    return plain_text(text.get("text") or text.get("alternative_text") or text.get("expression") or "")


def _checked(call: Call, body: Json) -> Any:
    kind = body["type"]
    if kind == "custom_emoji" and not body["custom_emoji_id"].isdigit():
        raise bad_request("Invalid custom emoji identifier specified")
    if kind == "date_time" and not DATE_TIME_FORMAT.fullmatch(body["date_time_format"]):
        raise bad_request("Invalid date-time format specified")
    if kind == "button":
        return {**body, "button": checked_button(call, body["button"])}
    if kind == "url":
        entity = link(body["url"], {})
        if entity is None:
            return body["text"]
        if entity["type"] == "text_mention":
            return _mention(call, {"type": "text_mention", "text": body["text"], "user": entity["user"]})
        return {**body, "url": entity["url"]}
    if kind == "text_mention":
        return _mention(call, body)
    if kind in _NAMED and not body[_NAMED[kind]]:
        return body.get("text", "")
    return body


def _mention(call: Call, body: Json) -> Any:
    person = call.world.people.get(body["user"]["id"])
    return {**body, "user": person.user()} if person else body["text"]


def _with_found(text: str) -> Any:
    entities = found(text, [])
    if not entities:
        return text
    indices = utf16.indices(text)
    parts: list[Any] = []
    at = 0
    for entity in entities:
        begin, end = indices[entity["offset"]], indices[entity["offset"] + entity["length"]]
        piece, kind = text[begin:end], entity["type"]
        parts += [text[at:begin]] if begin > at else []
        field = FOUND[kind]
        value = piece if kind != "url" or "://" in piece else f"http://{piece}"
        parts.append({"type": "email_address" if kind == "email" else kind, "text": piece, field: _named(kind, value)})
        at = end
    return parts + ([text[at:]] if at < len(text) else [])


def _named(kind: str, piece: str) -> str:
    """A mention is given back without its @."""
    return piece.removeprefix("@") if kind == "mention" else piece
