"""Blocks of a rich message: each input block becomes the block that is kept."""

from __future__ import annotations

from typing import Any

from sandbox.shapes import Json
from sandbox.telegram.call import Call
from sandbox.telegram.errors import NO_MEDIA, bad_request
from sandbox.telegram.media.uploads import media_content
from sandbox.telegram.messages.places import point
from sandbox.telegram.rich.labels import labels
from sandbox.telegram.rich.text import DEEPEST, checked_button, rich_text, units

MOST_COLUMNS = 20
MOST_BUTTONS = 8
_TEXT = frozenset({"paragraph", "footer", "expandable_blockquote", "pullquote"})
_MEDIA = {"photo": "photo", "video": "video", "animation": "animation", "audio": "audio", "document": "document",
          "voice_note": "voice"}  # fmt: skip
"""The kind of file in a block of this type."""
_MAP = {"zoom": 14, "width": 600, "height": 300}


class Reader:
    """Counts as it reads: `units` of text, `media`; `seen`: something shows although there is no text."""

    def __init__(self, call: Call, *, draft: bool, find: bool) -> None:
        self._call = call
        self._draft = draft
        self._find = find
        self.units = 0
        self.media = 0
        self.seen = False

    def block(self, given: Json, depth: int) -> Json:
        """One block and all in it."""
        if depth > DEEPEST:
            raise bad_request("rich message is nested too deep")
        kind: str = given["type"]
        if kind in _MEDIA:
            return self._media(given)
        if kind in _TEXT:
            return self._credited(given, {"text": self._text(given["text"])})
        match kind:
            case "heading":
                if given["size"] not in range(1, 7):
                    raise bad_request("Invalid section heading size specified")
                return {**given, "text": self._text(given["text"])}
            case "pre":
                return {**given, "text": self._text(given["text"], find=False)}
            case "mathematical_expression":
                self.units += units(given["expression"])
            case "divider" | "anchor":
                self.seen = self.seen or kind == "divider"
            case "list":
                return {"type": kind, "items": self._items(given["items"], depth)}
            case "blockquote" | "collage" | "slideshow":
                return self._credited(given, {"blocks": self._blocks(given["blocks"], depth)})
            case "details":
                body = {**given, "summary": self._text(given["summary"])}
                return {**body, "blocks": self._blocks(given["blocks"], depth)}
            case "table":
                return self._table(given)
            case "map":
                return self._map(given)
            case "buttons":
                return self._buttons(given)
            case "thinking":
                if not self._draft:
                    raise bad_request("thinking blocks can be used only in rich message drafts")
                return {**given, "text": self._text(given["text"])}
        return given

    def _text(self, given: Any, *, find: bool = True) -> Any:
        kept = rich_text(self._call, given, find=find and self._find)
        self.units += units(kept)
        return kept

    def _blocks(self, given: list[Json], depth: int) -> list[Json]:
        return [self.block(block, depth + 1) for block in given]

    def _credited(self, given: Json, content: Json) -> Json:
        """With the credit of a quotation or the caption of a collage."""
        body = {**given, **content}
        if "credit" in given:
            body["credit"] = self._text(given["credit"])
        if "caption" in given:
            body["caption"] = self._caption(given["caption"])
        return body

    def _caption(self, given: Json) -> Json:
        return {name: self._text(given[name]) for name in ("text", "credit") if name in given}

    def _items(self, given: list[Json], depth: int) -> list[Json]:
        if not given:
            raise bad_request("List must be non-empty")
        return [
            {"label": label, **item, "blocks": self._blocks(item["blocks"], depth)}
            for label, item in zip(labels(given), given, strict=True)
        ]

    def _table(self, given: Json) -> Json:
        rows = [[self._cell(cell) for cell in row] for row in given["cells"]]
        if any(sum(cell.get("colspan", 1) for cell in row) > MOST_COLUMNS for row in rows):
            raise bad_request(f"rich message table can have at most {MOST_COLUMNS} columns")
        body: Json = {**given, "cells": rows}
        if "caption" in given:
            body["caption"] = self._text(given["caption"])
        return body

    def _cell(self, given: Json) -> Json:
        if given["align"] not in ("left", "center", "right"):
            raise bad_request("Invalid horizontal alignment specified")
        if given["valign"] not in ("top", "middle", "bottom"):
            raise bad_request("Invalid vertical alignment specified")
        for name in ("colspan", "rowspan"):
            if given.get(name, 1) < 1:
                raise bad_request(f"Invalid table cell {name} specified")
        cell = {name: value for name, value in given.items() if name not in ("colspan", "rowspan") or value > 1}
        if "text" in given:
            cell["text"] = self._text(given["text"])
        return cell

    def _map(self, given: Json) -> Json:
        body: Json = {**_MAP, **given, "location": point(given["location"], refusal="Invalid location specified")}
        width, height = body["width"], body["height"]
        sides_fit = width > 0 and height > 0 and width + height <= 10_000
        if not sides_fit or max(width, height) > 20 * min(width, height) or body["zoom"] not in range(25):
            raise bad_request("Invalid map properties specified")
        self.seen = True
        return self._credited(body, {})

    def _buttons(self, given: Json) -> Json:
        buttons: list[Json] = given["buttons"]
        if not buttons:
            raise bad_request("Button row must be non-empty")
        if len(buttons) > MOST_BUTTONS:
            raise bad_request(f"a button row can have at most {MOST_BUTTONS} buttons")
        if given.get("align", "left") not in ("left", "center", "right"):
            raise bad_request("Invalid horizontal alignment specified")
        self.units += sum(units(button["text"]) for button in buttons)
        return {**given, "buttons": [checked_button(self._call, button) for button in buttons]}

    def _media(self, given: Json) -> Json:
        """A block with a file; of a given file everything but the file itself is left out."""
        name: str = given["type"]
        media: Json = given[name]
        kind = _MEDIA[name]
        content = media_content(self._call, kind, media["media"], media)
        if kind not in content:
            raise bad_request(NO_MEDIA)
        self.media += 1
        self.seen = True
        body: Json = {"type": name, name: content[kind]}
        if media.get("has_spoiler"):
            body["has_spoiler"] = True
        if "caption" in given:
            body["caption"] = self._caption(given["caption"])
        return body
