"""Rich messages: from blocks, HTML or Markdown to the `RichMessage` that is kept.

Limits and the words of refusals in capitals: what people measured of the real server in July 2026; the others are
TDLib's. Of `blocks`, `markdown` and `html` the first one wins, although the Bot API asks for exactly one.
"""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.rich.blocks import Reader
from sandbox.telegram.rich.html import blocks_from_html
from sandbox.telegram.rich.markdown import to_html

LONGEST_TEXT = 32_768
MOST_BLOCKS = 500
MOST_MEDIA = 50
_SOURCES = ("blocks", "markdown", "html")


def rich_message(call: Call, given: Json, *, draft: bool = False) -> Json:
    """The `RichMessage`. `draft`: it may say that the bot is thinking, and may be empty."""
    sources = [name for name in _SOURCES if name in given]
    if len(sources) > 1:
        call.lint.append(f"rich_message: only {sources[0]} is used, {', '.join(sources[1:])} is left out")
    blocks = _blocks(call, given, sources[0]) if sources else []
    if not blocks:
        raise bad_request("Rich message must be non-empty")
    if len(blocks) > MOST_BLOCKS:
        raise bad_request("RICH_MESSAGE_BLOCKS_TOO_MANY")
    reader = Reader(call, draft=draft, find=not given.get("skip_entity_detection"))
    kept = [reader.block(block, 1) for block in blocks]
    if reader.units > LONGEST_TEXT:
        raise bad_request("RICH_MESSAGE_TEXT_TOO_LONG")
    if reader.media > MOST_MEDIA:
        raise bad_request("RICH_MESSAGE_MEDIA_TOO_MANY")
    if not reader.units and not reader.seen and not draft:
        raise bad_request("RICH_MESSAGE_EMPTY")
    return {"blocks": kept, "is_rtl": True} if given.get("is_rtl") else {"blocks": kept}


def _blocks(call: Call, given: Json, source: str) -> list[Json]:
    """Input blocks."""
    if source == "blocks":
        blocks: list[Json] = given["blocks"]
        return blocks
    media = {one["id"]: one["media"] for one in given.get("media", [])}
    try:
        written = given["html"] if source == "html" else to_html(given["markdown"])
        return blocks_from_html(written, media, call.lint)
    except RecursionError:
        raise bad_request("rich message is nested too deep") from None
