"""The gallery as one page of HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path

from sandbox.gallery.card import card, is_near, is_wrong, notice_card
from sandbox.gallery.notices import Told
from sandbox.gallery.outline import outline
from sandbox.gallery.picture import picture
from sandbox.gallery.places import Feature
from sandbox.gallery.render import Face
from sandbox.gallery.transitions import Transitions
from sandbox.gallery.words import WORDS, attributes, both

Rendered = Mapping[str, Sequence[Face]]
"""Name of a window → its faces."""

NOTICES = "notices"
OWN_STYLES = ("windows.css", "outline.css")
CHAT_PAGE = Path(__file__).parent.parent / "page" / "index.html"
LEGEND = ("into", "start", "further", "back", "leaves", "menu", "again")
SIGNS = {"leaves": "↩", "menu": "☰", "again": "↻"}


def gallery_page(features: Sequence[Feature], rendered: Rendered, ways: Transitions, notices: Sequence[Told]) -> str:
    count = sum(len(feature.places) for feature in features) + len(notices)
    sections = "".join(_section(feature, rendered, ways) for feature in features) + _notices(notices)
    faces = [face for notice in notices for face in notice.faces]
    index = "".join(
        _entry(feature.name, escape(feature.name), len(feature.places), _faces(feature, rendered))
        for feature in features
    ) + _entry(NOTICES, both("notices"), len(notices), faces)
    return _frame(
        f'<header class="gallery-top"><h1>{both("title")}</h1>'
        f'<input type="search" id="find" class="find" autocomplete="off" data-testid="filter"'
        f" {attributes('placeholder', 'filter')} {attributes('aria-label', 'filter')}>"
        f'<label class="only"><input type="checkbox" id="only" data-testid="only-marked"> {both("only-marked")}</label>'
        f'<p class="count" role="status">{both("shown")} <b id="count" data-testid="count">{count}</b></p>'
        f'<button type="button" class="quiet" id="language" data-testid="language">{both("language")}</button>'
        f'<a class="quiet" href="/">{both("chat")}</a></header>'
        f'<div class="gallery-rooms">'
        f'<nav class="features" {attributes("aria-label", "features")}><ol>{index}</ol></nav>'
        f'<main class="gallery-windows">{sections}<p class="none" id="none" hidden>{both("none")}</p></main></div>'
    )


def _frame(body: str) -> str:
    styles = "".join(f'<link rel="stylesheet" href="/static/{name}">' for name in (*_chat_styles(), *OWN_STYLES))
    return (
        '<!doctype html><html lang="ru" data-language="ru"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(WORDS["title"][0])}</title><link rel="icon" href="/static/icon.svg" type="image/svg+xml">'
        f'{styles}<script type="module" src="/static/windows.js"></script></head>'
        f'<body class="gallery">{body}</body></html>'
    )


@cache
def _chat_styles() -> tuple[str, ...]:
    """The chat page's own, so that a bubble looks here as it does there."""
    return tuple(re.findall(r'rel="stylesheet" href="/static/([\w-]+\.css)"', CHAT_PAGE.read_text(encoding="utf-8")))


def _entry(name: str, title: str, count: int, faces: Sequence[Face]) -> str:
    """A line of the index: how many windows, and whether any needs a look."""
    mark = "over" if is_wrong(faces) else "near" if is_near(faces) else ""
    return (
        f'<li><a href="#d-{escape(name)}" data-feature="{escape(name)}"><span>{title}</span>'
        f' <span class="badge-count {mark}">{count}</span></a></li>'
    )


def _faces(feature: Feature, rendered: Rendered) -> list[Face]:
    return [face for place in feature.places for face in rendered[place.name]]


def _notices(notices: Sequence[Told]) -> str:
    cards = "".join(notice_card(notice) for notice in notices)
    return (
        f'<section class="dialog" id="d-{NOTICES}" data-testid="notices"><h2>{both("notices")}</h2>'
        f"<p>{both('notices-about')}</p>{cards}</section>"
    )


def _section(feature: Feature, rendered: Rendered, ways: Transitions) -> str:
    marked = {place.state for place in feature.places if is_wrong(rendered[place.name])}
    drawn = picture(feature.name, outline(feature, ways.arrows), marked)
    cards = "".join(card(place, rendered[place.name], ways) for place in feature.places)
    return (
        f'<section class="dialog" id="d-{escape(feature.name)}" data-testid="dialog"><h2>{escape(feature.name)}'
        f" <code>{escape(feature.package)}</code></h2><p>{escape(feature.about)}</p>"
        f'<details class="transitions" open><summary>{both("transitions")}</summary>'
        f'<div class="outline-place" tabindex="0">{drawn}</div>{_legend()}</details>{cards}</section>'
    )


def _legend() -> str:
    items = "".join(
        f'<li><i class="sign sign-{name}">{SIGNS.get(name, "")}</i> {both(f"legend-{name}")}</li>' for name in LEGEND
    )
    return f'<ul class="legend">{items}</ul>'
