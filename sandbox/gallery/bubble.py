"""A face as the chat page would show it, with its numbers under it."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from aiogram.fsm.state import State
from aiogram_dialog.utils import remove_intent_id

from sandbox.control.rendering import safe_html
from sandbox.gallery.limits import Measure, measures, problems
from sandbox.gallery.places import name_of
from sandbox.gallery.render import Button, Face
from sandbox.gallery.words import anchor, both

Ways = Mapping[str, list[State]]
"""Widget of the window → where it leads."""


def bubble(face: Face, ways: Ways) -> str:
    body = escape(face.text) if face.problem else safe_html(face.text, list(face.entities))
    picture = f'<div class="sample-picture">{both("picture")}</div>' if face.picture else ""
    rows = "".join(f'<div class="row">{"".join(_button(key, ways) for key in row)}</div>' for row in face.rows)
    keyboard = f'<div class="inline-keyboard">{rows}</div>' if rows else ""
    return (
        f'<div class="sample" lang="{face.locale}" data-testid="sample-{face.locale}">'
        f'<div class="message from-bot"><div class="bubble-line"><div class="bubble">{picture}'
        f'<div class="words">{body}</div></div></div>{keyboard}</div>{_numbers(face)}</div>'
    )


def _button(key: Button, ways: Ways) -> str:
    style = f"inline-button style-{escape(key.style)}" if key.style else "inline-button"
    text = f"<span>{escape(key.text)}</span>"
    if key.url:
        return f'<a class="{style}" href="{escape(key.url)}" rel="noopener noreferrer" target="_blank">{text}</a>'
    widget, _, _ = remove_intent_id(key.data)[1].partition(":")
    goals = ways.get(widget, [])
    if not goals:
        return f'<span class="{style}">{text}</span>'
    title = ", ".join(name_of(goal) for goal in goals)
    return f'<a class="{style}" href="#{anchor(goals[0])}" title="→ {escape(title)}">{text}</a>'


def _numbers(face: Face) -> str:
    numbers = "".join(_number(one) for one in measures(face))
    wrong = "".join(f'<li class="over">{escape(text)}</li>' for text in unmeasured(face))
    return f'<ul class="numbers">{numbers}{wrong}</ul>'


def unmeasured(face: Face) -> list[str]:
    """What is wrong with it beyond its numbers, which are shown red anyway."""
    over = {one.name for one in measures(face) if one.over}
    return [text for text in problems(face) if text.partition(":")[0] not in over]


def _number(measure: Measure) -> str:
    mark = ' class="over"' if measure.over else ' class="near"' if measure.near else ""
    of = f' title="{escape(measure.of)}"' if measure.of else ""
    return f"<li{mark}{of}><b>{measure.value}</b> {both('of')} {measure.limit} {both(measure.name)}</li>"
