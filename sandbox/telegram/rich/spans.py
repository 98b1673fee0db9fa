"""Rich Markdown within a line to rich HTML."""

from __future__ import annotations

import re
from html import escape

_TOKENS = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`+)(?P<code>.+?)(?P=ticks)(?!`)"
    r"|(?P<html></?[A-Za-z][^<>]*>)"
    r"|!\[(?P<alternative>[^\]]*)\]\((?P<source>[^()\s]+)\)"
    r"|\[\^(?P<footnote>[^\]]+)\]"
    r"|\[(?P<words>(?:[^\[\]\\]|\\.)+)\]\((?P<address>[^()\s]+)\)"
    r"|\$(?P<formula>[^\s$](?:[^$]*[^\s$])?)\$(?!\d)"
    r"|(?P<reference>&(?:#\d+|#x[0-9a-fA-F]+|\w+);)"
)
_MARKS = (
    (re.compile(r"(?<!\*)\*\*\*(?!\*)"), "b-i", False),
    (re.compile(r"(?<!\*)\*\*(?!\*)"), "b", False),
    (re.compile(r"(?<!_)__(?!_)"), "b", True),
    (re.compile(r"(?<!~)~~(?!~)"), "s", False),
    (re.compile(r"(?<!=)==(?!=)"), "mark", False),
    (re.compile(r"(?<!\|)\|\|(?!\|)"), "tg-spoiler", False),
    (re.compile(r"(?<!\*)\*(?!\*)"), "i", False),
    (re.compile(r"(?<!_)_(?!_)"), "i", True),
)
"""Mark, tag, and whether it stands at the edges of words only."""
_PLACE = re.compile("\ue000(\\d+)\ue001")


def spans(text: str) -> str:
    """What is code, a link or a tag is put aside first, so that no mark inside it is read."""
    aside: list[str] = []

    def put_aside(match: re.Match[str]) -> str:
        aside.append(_token(match))
        return f"\ue000{len(aside) - 1}\ue001"

    marked = escape(_TOKENS.sub(put_aside, text.translate({0xE000: None, 0xE001: None})), quote=False)
    for mark, tag, at_edges in _MARKS:
        marked = _paired(marked, mark, tag, at_edges=at_edges)
    marked = marked.replace("<b-i>", "<b><i>").replace("</b-i>", "</i></b>")
    return _PLACE.sub(lambda match: aside[int(match.group(1))], marked)


def _paired(text: str, mark: re.Pattern[str], tag: str, *, at_edges: bool) -> str:
    """Marks that open before a word and close after one become a pair of tags; one without its other stays."""
    parts: list[str] = []
    at = 0
    opened: re.Match[str] | None = None
    for found in mark.finditer(text):
        before, after = text[max(found.start() - 1, 0) : found.start()], text[found.end() : found.end() + 1]
        if opened is not None and before.strip() and not (at_edges and after.isalnum()):
            parts += [text[at : opened.start()], f"<{tag}>", text[opened.end() : found.start()], f"</{tag}>"]
            at, opened = found.end(), None
        elif opened is None and after.strip() and not (at_edges and before.isalnum()):
            opened = found
    return "".join([*parts, text[at:]])


def _token(match: re.Match[str]) -> str:
    found = match.groupdict()
    if found["escaped"] is not None:
        return escape(found["escaped"], quote=False)
    if found["code"] is not None:
        return f"<code>{escape(found['code'].strip(), quote=False)}</code>"
    if found["html"] is not None or found["reference"] is not None:
        return match.group()
    if found["source"] is not None:
        return _image(found["source"], found["alternative"])
    if found["footnote"] is not None:
        name = escape(found["footnote"])
        return f'<a href="#{name}"><sup>{name}</sup></a>'
    if found["address"] is not None:
        return f'<a href="{escape(found["address"])}">{spans(found["words"])}</a>'
    return f"<tg-math>{escape(found['formula'], quote=False)}</tg-math>"


def _image(source: str, alternative: str) -> str:
    """In a line only custom emoji and moments are images; any other image is a block of its own."""
    if source.startswith("tg://emoji"):
        return (
            f'<tg-emoji emoji-id="{escape(source.partition("id=")[2])}">{escape(alternative, quote=False)}</tg-emoji>'
        )
    if source.startswith("tg://time"):
        given = dict(part.partition("=")[::2] for part in source.partition("?")[2].split("&"))
        unix, shape = escape(given.get("unix", "")), escape(given.get("format", ""))
        return f'<tg-time unix="{unix}" format="{shape}">{escape(alternative, quote=False)}</tg-time>'
    return f'<img src="{escape(source)}"/>'
