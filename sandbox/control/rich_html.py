"""Rich messages for the page: safe HTML with nothing but known tags."""

from __future__ import annotations

from html import escape
from typing import Any
from urllib.parse import quote

from sandbox.shapes import Json

_SAFE = ("http://", "https://", "tg://", "mailto:", "tel:")
_STYLES = {
    "bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code", "marked": "mark",
    "subscript": "sub", "superscript": "sup",
}  # fmt: skip
_ADDRESSES = {"url": ("", "url"), "email_address": ("mailto:", "email_address"),
              "phone_number": ("tel:", "phone_number")}  # fmt: skip
_QUOTES = {"expandable_blockquote": ' class="expandable"', "pullquote": ' class="pull"'}


def rich_html(message: Json) -> str:
    """The whole message."""
    direction = ' dir="rtl"' if message.get("is_rtl") else ""
    return f'<div class="rich"{direction}>{_blocks(message["blocks"])}</div>'


def _blocks(blocks: list[Json]) -> str:
    return "".join(_block(block) for block in blocks)


def _block(block: Json) -> str:
    match block["type"]:
        case "paragraph" | "thinking":
            kind = ' class="thinking"' if block["type"] == "thinking" else ""
            return f"<p{kind}>{_text(block['text'])}</p>"
        case "heading":
            size = int(block["size"])
            return f"<h{size}>{_text(block['text'])}</h{size}>"
        case "footer":
            return f"<footer>{_text(block['text'])}</footer>"
        case "pre":
            return f"<pre>{_text(block['text'], raw=True)}</pre>"
        case "divider":
            return "<hr>"
        case "mathematical_expression":
            return f'<p class="formula">{escape(block["expression"])}</p>'
        case "anchor":
            return ""
        case "list":
            return f"<ul>{''.join(_item(item) for item in block['items'])}</ul>"
        case "blockquote":
            return f"<blockquote>{_blocks(block['blocks'])}{_credit(block)}</blockquote>"
        case "expandable_blockquote" | "pullquote":
            return f"<blockquote{_QUOTES[block['type']]}>{_text(block['text'])}{_credit(block)}</blockquote>"
        case "table":
            return _table(block)
        case "details":
            opened = " open" if block.get("is_open") else ""
            return f"<details{opened}><summary>{_text(block['summary'])}</summary>{_blocks(block['blocks'])}</details>"
        case "collage" | "slideshow":
            return f'<figure class="{block["type"]}">{_blocks(block["blocks"])}{_caption(block)}</figure>'
        case "map":
            place = block["location"]
            where = f"{float(place['latitude']):.5f}, {float(place['longitude']):.5f}"
            return f'<figure class="map">📍 {where}{_caption(block)}</figure>'
        case "buttons":
            return f'<p class="buttons">{" ".join(_button(button) for button in block["buttons"])}</p>'
    return _file(block)


def _item(item: Json) -> str:
    label = escape(item["label"])
    if item.get("has_checkbox"):
        label = "☑" if item.get("is_checked") else "☐"
    return f'<li data-label="{label}">{_blocks(item["blocks"])}</li>'


def _table(block: Json) -> str:
    flags = " ".join(
        name.removeprefix("is_") for name in ("is_bordered", "is_striped", "is_compact") if block.get(name)
    )
    rows = "".join(f"<tr>{''.join(_cell(cell) for cell in row)}</tr>" for row in block["cells"])
    caption = f"<caption>{_text(block['caption'])}</caption>" if "caption" in block else ""
    return f'<table class="{flags}">{caption}{rows}</table>' if flags else f"<table>{caption}{rows}</table>"


def _cell(cell: Json) -> str:
    tag = "th" if cell.get("is_header") else "td"
    spans = "".join(f' {name}="{int(cell[name])}"' for name in ("colspan", "rowspan") if name in cell)
    place = f' class="{escape(cell["align"])} {escape(cell["valign"])}"'
    return f"<{tag}{spans}{place}>{_text(cell.get('text', ''))}</{tag}>"


def _file(block: Json) -> str:
    body = block.get(block["type"])
    file = body[-1] if isinstance(body, list) else body or {}
    address = f"/sandbox/files/{quote(str(file.get('file_id', '')))}"
    if block["type"] == "photo":
        return f'<figure><img src="{address}" alt="">{_caption(block)}</figure>'
    name = escape(str(file.get("file_name") or block["type"]))
    return f'<figure><a href="{address}" target="_blank" rel="noopener noreferrer">{name}</a>{_caption(block)}</figure>'


def _caption(block: Json) -> str:
    caption = block.get("caption")
    return f"<figcaption>{_text(caption['text'])}{_credit(caption)}</figcaption>" if caption else ""


def _credit(block: Json) -> str:
    return f"<cite>{_text(block['credit'])}</cite>" if "credit" in block else ""


def _text(text: Any, *, raw: bool = False) -> str:
    if isinstance(text, str):
        return escape(text) if raw else escape(text).replace("\n", "<br>")
    if isinstance(text, list):
        return "".join(_text(one, raw=raw) for one in text)
    kind = text["type"]
    if kind in _STYLES:
        return f"<{_STYLES[kind]}>{_text(text['text'], raw=raw)}</{_STYLES[kind]}>"
    if kind in _ADDRESSES:
        prefix, name = _ADDRESSES[kind]
        return _anchor(f"{prefix}{text[name]}", _text(text["text"]))
    match kind:
        case "custom_emoji":
            return escape(text["alternative_text"])
        case "mathematical_expression":
            return f'<span class="formula">{escape(text["expression"])}</span>'
        case "date_time":
            return f'<time data-unix="{int(text["unix_time"])}">{_text(text["text"])}</time>'
        case "button":
            return _button(text["button"])
        case "anchor":
            return ""
    return f'<span class="{escape(kind.replace("_", "-"))}">{_text(text.get("text", ""))}</span>'


def _button(button: Json) -> str:
    """A link when it leads somewhere; the page presses the others by `data-callback`."""
    words = _text(button["text"])
    if "url" in button:
        return _anchor(button["url"], words)
    data = f' data-callback="{escape(button["callback_data"])}"' if "callback_data" in button else " disabled"
    return f'<button type="button" class="{escape(button.get("style", "plain"))}"{data}>{words}</button>'


def _anchor(address: str, words: str) -> str:
    if not address.lower().startswith(_SAFE):
        return f"<span>{words}</span>"
    return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">{words}</a>'
