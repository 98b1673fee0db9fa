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
_PAIRS = (
    (re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*(?!\*)"), "b"),
    (re.compile(r"(?<!\w)__(?=\S)(.+?)(?<=\S)__(?!\w)"), "b"),
    (re.compile(r"~~(?=\S)(.+?)(?<=\S)~~"), "s"),
    (re.compile(r"==(?=\S)(.+?)(?<=\S)=="), "mark"),
    (re.compile(r"\|\|(?=\S)(.+?)(?<=\S)\|\|"), "tg-spoiler"),
    (re.compile(r"\*(?=[^\s*])(.+?)(?<=[^\s*])\*"), "i"),
    (re.compile(r"(?<!\w)_(?=[^\s_])(.+?)(?<=[^\s_])_(?!\w)"), "i"),
)
_PLACE = re.compile("\ue000(\\d+)\ue001")


def spans(text: str) -> str:
    """What is code, a link or a tag is put aside first, so that no mark inside it is read."""
    aside: list[str] = []

    def put_aside(match: re.Match[str]) -> str:
        aside.append(_token(match))
        return f"\ue000{len(aside) - 1}\ue001"

    marked = escape(_TOKENS.sub(put_aside, text.translate({0xE000: None, 0xE001: None})), quote=False)
    for pattern, tag in _PAIRS:
        marked = pattern.sub(rf"<{tag}>\1</{tag}>", marked)
    return _PLACE.sub(lambda match: aside[int(match.group(1))], marked)


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
