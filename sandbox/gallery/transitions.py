"""Where each window leads: buttons that say so themselves, and handlers, whose code is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import FunctionType
from typing import Any, Final

from aiogram import Router
from aiogram.fsm.state import State
from aiogram_dialog.widgets.kbd import Start, SwitchTo
from aiogram_dialog.widgets.widget_event import SimpleEventProcessor

import handlers
from sandbox.gallery.places import Feature, Place
from sandbox.gallery.reading import Move, Reader, Unread

BACK: Final = "common-btn-back"
TYPED, RESULT = "typed", "result"
"""What moves where no widget has a name: a message, and the end of a dialog that was opened on top."""


@dataclass(frozen=True)
class Arrow:
    """From a window, by the widget `by` (a button's id, the id of an input), to where `move` leads."""

    source: State
    by: str
    move: Move
    back: bool = False
    """By a button that says «Назад»."""


@dataclass(frozen=True)
class Door:
    """A command, or a button under a notice, that opens a window."""

    handler: str
    state: State


@dataclass(frozen=True)
class Transitions:
    arrows: tuple[Arrow, ...]
    doors: tuple[Door, ...]
    unread: frozenset[Unread]


def transitions(features: Iterable[Feature]) -> Transitions:
    """All that leads anywhere."""
    reader = Reader()
    arrows: list[Arrow] = []
    for feature in features:
        for place in feature.places:
            own = _arrows(reader, place)
            if any(arrow.move.how == "start" for arrow in own):  # what was started comes back with a result
                own += _of(reader, place.state, RESULT, [feature.dialog.on_process_result])
            arrows += dict.fromkeys(own)
    return Transitions(tuple(arrows), tuple(_doors(reader)), frozenset(reader.unread))


def _arrows(reader: Reader, place: Place) -> list[Arrow]:
    found: list[Arrow] = []
    for widget in [*_widgets(place.window.keyboard), *_widgets(place.window.on_message)]:
        by = str(getattr(widget, "widget_id", None) or TYPED)
        back = getattr(getattr(widget, "text", None), "key", "") == BACK
        if isinstance(widget, SwitchTo | Start):
            how = "switch" if isinstance(widget, SwitchTo) else "start"
            found.append(Arrow(place.state, by, Move(how, widget.state), back))
        found += _of(reader, place.state, by, vars(widget).values(), back=back)
    return found


def _of(reader: Reader, source: State, by: str, callbacks: Iterable[Any], *, back: bool = False) -> list[Arrow]:
    """The moves of those among `callbacks` that are handlers."""
    functions = [one.callback if isinstance(one, SimpleEventProcessor) else one for one in callbacks]
    return [
        Arrow(source, by, move, back)
        for function in functions
        if isinstance(function, FunctionType)
        for move in reader.read(function)
    ]


def _widgets(root: Any) -> Iterator[Any]:
    """A widget and all that it holds."""
    if root is None:
        return
    yield root
    for name in ("buttons", "inputs", "widgets"):
        for below in getattr(root, name, ()):
            yield from _widgets(below)


def _doors(reader: Reader) -> Iterator[Door]:
    for module, router in _routers():
        for observer in (router.message, router.callback_query):
            for handler in observer.handlers:
                if isinstance(handler.callback, FunctionType):
                    for move in reader.read(handler.callback):
                        if move.state is not None:
                            yield Door(f"{module}.{handler.callback.__name__}", move.state)


@cache
def _routers() -> list[tuple[str, Router]]:
    found: list[tuple[str, Router]] = []
    for module in iter_modules(handlers.__path__):
        build = getattr(import_module(f"handlers.{module.name}"), "build", None)
        made = [] if build is None else build()
        found += [(f"handlers.{module.name}", router) for router in (made if isinstance(made, list) else [made])]
    return found
