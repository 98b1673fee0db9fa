"""A window of the gallery: its name and place, who leads to it, and each of its faces in each language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from aiogram.fsm.state import State

from sandbox.gallery.bubble import bubble
from sandbox.gallery.limits import measures, problems
from sandbox.gallery.notices import Told
from sandbox.gallery.places import Place, name_of
from sandbox.gallery.render import USUAL, Face
from sandbox.gallery.transitions import RESULT, TYPED, Arrow, Transitions
from sandbox.gallery.words import anchor, both


def is_wrong(faces: Iterable[Face]) -> bool:
    return any(problems(face) for face in faces)


def is_near(faces: Iterable[Face]) -> bool:
    return any(one.near for face in faces for one in measures(face))


def card(place: Place, faces: Sequence[Face], ways: Transitions) -> str:
    """`faces` in the order of their names, the languages of each together."""
    arrows = [arrow for arrow in ways.arrows if arrow.source is place.state]
    between = f"{_from(place, ways)}{_to(arrows)}"
    return _article(anchor(place.state), place.name, f"{place.file}:{place.line}", between, faces, arrows)


def notice_card(notice: Told) -> str:
    """As a window's; what its buttons open is told at the windows that are opened."""
    return _article(f"n-{notice.kind}", str(notice.kind), f"{notice.file}:{notice.line}", "", notice.faces, [])


def _article(goal: str, name: str, made_at: str, between: str, faces: Sequence[Face], arrows: Sequence[Arrow]) -> str:
    shown = "".join(_face(title, list(same), arrows) for title, same in groupby(faces, key=lambda face: face.name))
    mark = " wrong" if is_wrong(faces) else " tight" if is_near(faces) else ""
    return (
        f'<article class="window{mark}" id="{goal}" data-testid="window" data-name="{escape(name)}">'
        f'<h3><a href="#{goal}">{escape(name)}</a> <code class="made-at">{escape(made_at)}</code></h3>'
        f"{between}{shown}</article>"
    )


def _face(name: str, faces: Sequence[Face], arrows: Sequence[Arrow]) -> str:
    ways: dict[str, list[State]] = {}
    for arrow in arrows:
        if arrow.move.state is not None:
            ways.setdefault(arrow.by, []).append(arrow.move.state)
    title = "" if name == USUAL else f'<h4 class="face-name"><code>{escape(name)}</code></h4>'
    samples = "".join(bubble(face, ways) for face in faces)
    return f'<section class="face" data-face="{escape(name)}">{title}<div class="samples">{samples}</div></section>'


def _from(place: Place, ways: Transitions) -> str:
    links = _links(arrow.source for arrow in ways.arrows if arrow.move.state is place.state)
    doors = {door.handler: None for door in ways.doors if door.state is place.state}
    parts = [*links, *(f"<code>{escape(handler)}</code>" for handler in doors)]
    return _line("opened-from", parts)


def _to(arrows: Sequence[Arrow]) -> str:
    """Buttons are links themselves; told here is the whole, and what no button does."""
    parts = list(_links(arrow.move.state for arrow in arrows if arrow.move.state is not None))
    for how in (TYPED, RESULT):
        goals = list(_links(arrow.move.state for arrow in arrows if arrow.by == how and arrow.move.state is not None))
        if goals:
            parts.append(f"{both(how)}: {', '.join(goals)}")
    if any(arrow.move.how == "done" for arrow in arrows):
        parts.append(both("leads-back"))
    return _line("leads-to", parts)


def _links(states: Iterable[State]) -> list[str]:
    return [f'<a href="#{anchor(state)}">{escape(name_of(state))}</a>' for state in dict.fromkeys(states)]


def _line(key: str, parts: Sequence[str]) -> str:
    return f'<p class="ways"><b>{both(key)}</b> {", ".join(parts)}</p>' if parts else ""
