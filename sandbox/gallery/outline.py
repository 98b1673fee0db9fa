"""The transitions of one dialog as an outline: each window below one that leads to it, the other arrows beside it.

A general picture of a graph needs a layout engine; an outline needs none, fits a phone, and reads as one walks: from
the first window down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from aiogram.fsm.state import State

from dialogs.states import Menu
from sandbox.gallery.places import Feature
from sandbox.gallery.transitions import Arrow

MENU = Menu.main


@dataclass
class Row:
    """A line of the outline: a window, or (`outside`) windows of another dialog that are opened from it."""

    at: int
    depth: int
    state: State
    parent: int | None = None
    outside: tuple[State, ...] = ()
    started: bool = False
    """It is opened on top of its parent; whoever leaves it comes back there."""
    by: tuple[str, ...] = ()
    """Widgets of the parent that lead here."""
    returns: tuple[str, ...] = ()
    """Its widgets that lead to the parent."""
    leaves: bool = False
    to_menu: bool = False
    again: bool = False
    """It may show itself anew."""


@dataclass
class Bundle:
    """All further arrows of a kind into one row; `lane` is the line in the margin that they share."""

    target: int
    back: bool
    """By «Назад»; other arrows may lead up, too."""
    sources: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """Row → its widgets."""
    lane: int = 0

    @property
    def span(self) -> tuple[int, int]:
        rows = [self.target, *self.sources]
        return min(rows), max(rows)


@dataclass(frozen=True)
class Outline:
    rows: tuple[Row, ...]
    bundles: tuple[Bundle, ...]

    @property
    def lanes(self) -> int:
        return max((bundle.lane + 1 for bundle in self.bundles), default=0)


def outline(feature: Feature, arrows: Iterable[Arrow]) -> Outline:
    """Windows that nothing here leads to begin again at the margin: they are opened from elsewhere."""
    own = [place.state for place in feature.places]
    arrows = [arrow for arrow in arrows if arrow.source in own]
    rows: list[Row] = []
    for state in own:
        if all(row.state is not state for row in rows):
            _hang(state, None, own, arrows, rows)
    bundles = _bundles(rows, own, arrows)
    _spread(bundles)
    return Outline(tuple(rows), tuple(bundles))


def _hang(state: State, parent: Row | None, own: Sequence[State], arrows: Sequence[Arrow], rows: list[Row]) -> None:
    from_it = [arrow for arrow in arrows if arrow.source is state]
    row = Row(len(rows), 0 if parent is None else parent.depth + 1, state, None if parent is None else parent.at)
    row.leaves = any(arrow.move.how == "done" for arrow in from_it)
    row.to_menu = any(arrow.move.state is MENU for arrow in from_it)
    row.again = any(arrow.move.state is state for arrow in from_it)
    if parent is not None:
        into = [arrow for arrow in arrows if arrow.source is parent.state and arrow.move.state is state]
        row.by = _widgets(into)
        row.started = any(arrow.move.how == "start" for arrow in into)
        row.returns = _widgets(arrow for arrow in from_it if arrow.move.state is parent.state)
    rows.append(row)
    for targets, into in _outside(from_it, own):
        started = any(arrow.move.how == "start" for arrow in into)
        below = Row(len(rows), row.depth + 1, targets[0], row.at, targets, started, _widgets(into))
        rows.append(below)
    targets_here = {arrow.move.state for arrow in from_it if not arrow.back}
    for target in own:
        if target in targets_here and all(known.outside or known.state is not target for known in rows):
            _hang(target, row, own, arrows, rows)


def _outside(from_it: Iterable[Arrow], own: Sequence[State]) -> Iterator[tuple[tuple[State, ...], list[Arrow]]]:
    """Other dialogs that a window opens, the menu excepted: nearly every window leads there."""
    groups: dict[object, list[Arrow]] = {}
    for arrow in from_it:
        if arrow.move.state is not None and arrow.move.state not in own and arrow.move.state is not MENU:
            groups.setdefault(arrow.move.state.group, []).append(arrow)
    for found in groups.values():
        yield tuple(dict.fromkeys(arrow.move.state for arrow in found if arrow.move.state)), found


def _bundles(rows: Sequence[Row], own: Sequence[State], arrows: Iterable[Arrow]) -> list[Bundle]:
    at = {row.state: row for row in rows if not row.outside}
    bundles: dict[tuple[int, bool], Bundle] = {}
    for arrow in arrows:
        if arrow.move.state is None or arrow.move.state not in own or arrow.move.state is arrow.source:
            continue
        source, target = at[arrow.source], at[arrow.move.state]
        if target.parent == source.at or source.parent == target.at:
            continue  # the outline itself shows it
        bundle = bundles.setdefault((target.at, arrow.back), Bundle(target.at, arrow.back))
        bundle.sources[source.at] = tuple(dict.fromkeys([*bundle.sources.get(source.at, ()), arrow.by]))
    return list(bundles.values())


def _spread(bundles: Iterable[Bundle]) -> None:
    """The short ones nearest to the windows, none upon another."""
    taken: list[list[tuple[int, int]]] = []
    for bundle in sorted(bundles, key=lambda one: (one.span[1] - one.span[0], one.span)):
        first, last = bundle.span
        free = (lane for lane, spans in enumerate(taken) if all(last < begin or end < first for begin, end in spans))
        bundle.lane = next(free, len(taken))
        if bundle.lane == len(taken):
            taken.append([])
        taken[bundle.lane].append((first, last))


def _widgets(arrows: Iterable[Arrow]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(arrow.by for arrow in arrows))
