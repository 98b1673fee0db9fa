"""What the bot says by itself, rendered from samples."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from inspect import getsourcefile, getsourcelines
from pathlib import Path

from db.vocabulary import NoticeKind
from locales import LOCALES, load_words
from sandbox.gallery.places import ROOT
from sandbox.gallery.preview import ZONE
from sandbox.gallery.render import Button, Face, face_of
from sandbox.gallery.samples import SAMPLES
from scheduler.notices import all_notices
from services.content import Content


@dataclass(frozen=True)
class Told:
    """A kind of notice, where it is worded, and its faces."""

    kind: NoticeKind
    file: str
    line: int
    faces: tuple[Face, ...]


def told(content: Content) -> Iterator[Told]:
    """Every kind that has a renderer. Raises whatever a renderer raises for its sample, KeyError without one."""
    for kind, notice in all_notices().items():
        file = Path(getsourcefile(notice.render) or "").relative_to(ROOT).as_posix()
        faces = (render_notice(kind, name, locale, content) for name in SAMPLES[kind] for locale in LOCALES)
        yield Told(kind, file, getsourcelines(notice.render)[1], tuple(faces))


def render_notice(kind: NoticeKind, name: str, locale: str, content: Content) -> Face:
    notice = all_notices()[kind].render(load_words(locale, ZONE), SAMPLES[kind][name], content)
    rows = tuple(tuple(Button(key.text, key.data) for key in row) for row in notice.buttons)
    pictured = notice.attachment is not None and notice.attachment.kind == "photo"
    return face_of(name, locale, notice.text, rows, picture=pictured)
