"""A window, or a notice, as the messenger would keep it: its text, its keyboard, its picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from aiogram.types import InlineKeyboardMarkup
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.utils import add_intent_id
from aiogram_dialog.widgets.media import Media

from sandbox.gallery.full import FULL, filled, lists
from sandbox.gallery.places import Place
from sandbox.gallery.preview import INTENT, PreviewManager, sample_context
from sandbox.shapes import Json
from sandbox.telegram.errors import Refusal
from sandbox.telegram.text.entities import read_text
from services.content import Content

USUAL = "usual"
"""The face that `preview_data` alone gives."""


@dataclass(frozen=True)
class Button:
    text: str
    data: str = ""
    url: str = ""
    style: str = ""


@dataclass(frozen=True)
class Face:
    """One message. `problem` is what the messenger would refuse it with; then `text` is the source as it was."""

    name: str
    locale: str
    text: str
    entities: tuple[Json, ...]
    rows: tuple[tuple[Button, ...], ...]
    picture: bool = False
    problem: str = ""


def face_names(place: Place) -> list[str]:
    return [USUAL, *place.window.preview_faces, *([FULL] if lists(place.window) else [])]


async def render(place: Place, face: str, locale: str, content: Content) -> Face:
    """Raises whatever a widget raises for preview data that is not what its getter gives."""
    given = face_data(place, face)
    return await render_data(place, filled(place.window, given) if face == FULL else given, face, locale, content)


def face_data(place: Place, face: str) -> dict[str, Any]:
    """What the getter gives for this face."""
    return {**(place.window.preview_data or {}), **place.window.preview_faces.get(face, {})}


async def render_data(place: Place, given: Mapping[str, Any], face: str, locale: str, content: Content) -> Face:
    """The window as it stands when its getter has `given` this."""
    manager = PreviewManager(place, sample_context(content, locale))
    asked = cast(DialogManager, manager)
    window = place.window
    data: dict[str, Any] = await place.dialog.load_data(asked)
    data |= given
    source = await window.render_text(data, asked)
    markup = await window.render_kbd(data, asked)
    rows = markup.inline_keyboard if isinstance(markup, InlineKeyboardMarkup) else []
    add_intent_id(cast(RawKeyboard, rows), INTENT)
    buttons = tuple(
        tuple(Button(key.text, key.callback_data or "", key.url or "", key.style or "") for key in row) for row in rows
    )
    return face_of(face, locale, source, buttons, picture=type(window.media) is not Media)


def face_of(
    name: str, locale: str, source: str, rows: tuple[tuple[Button, ...], ...], *, picture: bool = False
) -> Face:
    """`source` is HTML as the bot sends it; it is read as the sandbox's own Bot API reads it."""
    try:
        text, entities = read_text(source, "HTML", None)
    except Refusal as refusal:
        return Face(name, locale, source, (), rows, picture, refusal.description)
    return Face(name, locale, text, tuple(entities), rows, picture)
