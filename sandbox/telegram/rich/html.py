"""Rich HTML to input blocks. Tags that Telegram does not name are passed through, with lint."""

from __future__ import annotations

from typing import Any

from sandbox.shapes import Json
from sandbox.telegram.errors import FILE_URL, NO_MEDIA, bad_request
from sandbox.telegram.rich.inline import INLINE, text_of, trimmed
from sandbox.telegram.rich.tree import Tag, parse

_MEDIA = frozenset({"img", "video", "audio", "tg-document"})
_NAMED = {"p": "paragraph", "footer": "footer", "aside": "pullquote", "tg-thinking": "thinking"}


def blocks_from_html(source: str, media: dict[str, Json], lint: list[str]) -> list[Json]:
    """Input blocks. `media`: what `tg://photo?id=…` and the like stand for."""
    root = parse(source)
    return _Converter(media, lint, _references(root)).blocks(root.inside)


class _Converter:
    def __init__(self, media: dict[str, Json], lint: list[str], references: frozenset[str]) -> None:
        self._media = media
        self._lint = lint
        self._references = references

    def blocks(self, inside: list[Tag | str]) -> list[Json]:
        """Blocks; what stands between them makes paragraphs."""
        found: list[Json] = []
        line: list[Tag | str] = []
        for one in inside:
            if isinstance(one, str) or one.name in INLINE or _is_emoji(one):
                line.append(one)
                continue
            found += self._paragraph(line)
            line = []
            found += self._block(one)
        return found + self._paragraph(line)

    def _paragraph(self, line: list[Tag | str]) -> list[Json]:
        text = self._text(line)
        if text == "":
            return []
        if isinstance(text, dict) and text["type"] == "anchor":
            return [text]
        return [{"type": "paragraph", "text": text}]

    def _block(self, tag: Tag) -> list[Json]:
        name, attributes = tag.name, tag.attributes
        if name in _NAMED:
            return [self._with_credit(tag, {"type": _NAMED[name], "text": self._text(tag.without("cite"))})]
        if len(name) == 2 and name[0] == "h" and name[1] in "123456":
            return [{"type": "heading", "text": self._text(tag.inside), "size": int(name[1])}]
        if name in _MEDIA or name == "figure":
            return self._figure(tag)
        match name:
            case "hr":
                return [{"type": "divider"}]
            case "pre":
                return [_code(tag)]
            case "ul" | "ol":
                return [{"type": "list", "items": self._items(tag)}]
            case "blockquote" if "collapsed" in attributes or "expandable" in attributes:
                body: Json = {"type": "expandable_blockquote", "text": self._text(tag.without("cite"))}
                return [self._with_credit(tag, body)]
            case "blockquote":
                return [self._with_credit(tag, {"type": "blockquote", "blocks": self.blocks(tag.without("cite"))})]
            case "table":
                return [self._table(tag)]
            case "details":
                return [self._details(tag)]
            case "tg-math-block":
                return [{"type": "mathematical_expression", "expression": tag.text().strip()}]
            case "tg-map":
                return [_map(tag)]
            case "tg-collage" | "tg-slideshow":
                kind = name.removeprefix("tg-")
                return [self._with_caption(tag, {"type": kind, "blocks": self.blocks(tag.without("figcaption"))})]
        self._lint.append(f"rich_message: tag {name} is not known, what is in it is kept")
        return self.blocks(tag.inside)

    def _text(self, inside: list[Tag | str]) -> Any:
        return trimmed(text_of(inside, self._references))

    def _with_credit(self, tag: Tag, body: Json) -> Json:
        cite = tag.first("cite")
        return {**body, "credit": self._text(cite.inside)} if cite else body

    def _with_caption(self, tag: Tag, body: Json) -> Json:
        caption = tag.first("figcaption")
        if caption is None:
            return body
        words = self._with_credit(caption, {"text": self._text(caption.without("cite"))})
        return {**body, "caption": words}

    def _items(self, tag: Tag) -> list[Json]:
        items = [one for one in tag.inside if isinstance(one, Tag) and one.name == "li"]
        down = -1 if "reversed" in tag.attributes else 1
        number = _whole(tag.attributes.get("start", ""), len(items) if down < 0 else 1)
        made: list[Json] = []
        for item in items:
            body: Json = {"blocks": self.blocks(item.without("input"))}
            box = item.first("input")
            if tag.name == "ol":
                number = _whole(item.attributes.get("value", ""), number)
                kind = item.attributes.get("type") or tag.attributes.get("type") or "1"
                body |= {"value": number, "type": kind}
                number += down
            elif box is not None:
                body |= {"has_checkbox": True, **({"is_checked": True} if "checked" in box.attributes else {})}
            made.append(body)
        return made

    def _table(self, tag: Tag) -> Json:
        body: Json = {"type": "table", "cells": [self._row(row) for row in _rows(tag)]}
        for attribute, name in (("bordered", "is_bordered"), ("striped", "is_striped"), ("compact", "is_compact")):
            if attribute in tag.attributes:
                body[name] = True
        caption = tag.first("caption")
        return {**body, "caption": self._text(caption.inside)} if caption else body

    def _row(self, row: Tag) -> list[Json]:
        cells: list[Json] = []
        for one in row.inside:
            if isinstance(one, str) or one.name not in ("td", "th"):
                continue
            attributes = one.attributes
            cell: Json = {"align": attributes.get("align", "left"), "valign": attributes.get("valign", "middle")}
            text = self._text(one.inside)
            cell |= {"text": text} if text != "" else {}
            cell |= {"is_header": True} if one.name == "th" else {}
            cell |= {span: _whole(attributes[span], 1) for span in ("colspan", "rowspan") if span in attributes}
            cells.append(cell)
        return cells

    def _details(self, tag: Tag) -> Json:
        summary = tag.first("summary")
        body: Json = {
            "type": "details",
            "summary": self._text(summary.inside) if summary else "",
            "blocks": self.blocks(tag.without("summary")),
        }
        return {**body, "is_open": True} if "open" in tag.attributes else body

    def _figure(self, tag: Tag) -> list[Json]:
        """A media block, perhaps with a caption around it."""
        if tag.name != "figure":
            return [self._file(tag)]
        inner = next((one for one in tag.inside if isinstance(one, Tag) and one.name != "figcaption"), None)
        return [self._with_caption(tag, block) for block in self._block(inner)] if inner else []

    def _file(self, tag: Tag) -> Json:
        source = tag.attributes.get("src", "")
        if not source.startswith("tg://"):
            raise bad_request(FILE_URL)
        media = self._media.get(source.partition("?id=")[2])
        if media is None:
            raise bad_request(NO_MEDIA)
        spoiler = {"has_spoiler": True} if "tg-spoiler" in tag.attributes else {}
        return {"type": media["type"], media["type"]: {**media, **spoiler}}


def _references(tag: Tag) -> frozenset[str]:
    """The names of all references."""
    names = {tag.attributes.get("name", "")} if tag.name == "tg-reference" else set()
    for one in tag.inside:
        if isinstance(one, Tag):
            names |= _references(one)
    return frozenset(names)


def _is_emoji(tag: Tag) -> bool:
    return tag.name == "img" and tag.attributes.get("src", "").startswith("tg://emoji")


def _rows(tag: Tag) -> list[Tag]:
    rows: list[Tag] = []
    for one in tag.inside:
        if isinstance(one, Tag):
            rows += [one] if one.name == "tr" else _rows(one) if one.name in ("thead", "tbody", "tfoot") else []
    return rows


def _code(tag: Tag) -> Json:
    code = tag.first("code")
    body: Json = {"type": "pre", "text": (code or tag).text().strip("\n")}
    language = code.attributes.get("class", "").removeprefix("language-") if code else ""
    return {**body, "language": language} if language else body


def _map(tag: Tag) -> Json:
    try:
        place = {"latitude": float(tag.attributes["lat"]), "longitude": float(tag.attributes["long"])}
    except (KeyError, ValueError):
        raise bad_request("Invalid location specified") from None
    zoom = tag.attributes.get("zoom", "")
    return {"type": "map", "location": place, **({"zoom": int(zoom)} if zoom.isdigit() else {})}


def _whole(text: str, default: int) -> int:
    return int(text) if text.lstrip("-").isdigit() else default
