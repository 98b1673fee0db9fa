"""The outline of a dialog as SVG. Colours are classes of the page, so that it follows light and dark."""

from __future__ import annotations

from collections.abc import Set
from html import escape

from aiogram.fsm.state import State

from sandbox.gallery.outline import Bundle, Outline, Row
from sandbox.gallery.places import name_of
from sandbox.gallery.words import anchor, group_anchor

ROW, BOX, STEP, LANE = 36, 26, 20, 9
"""Pixels: from row to row, height of a box, one step in, from line to line in the margin."""
LETTER = 7.9
"""Width of a letter of the fixed font at 13 pixels."""
MARGIN = 4


def picture(dialog: str, drawn: Outline, marked: Set[State] = frozenset()) -> str:
    """`marked`: windows with something wrong."""
    right = max(_left(row) + _width(row) for row in drawn.rows)
    width, height = right + 22 + drawn.lanes * LANE, len(drawn.rows) * ROW + 2 * MARGIN
    parts = [f'<svg class="outline" width="{width:.0f}" height="{height}" viewBox="0 0 {width:.0f} {height}"'
             f' role="group" aria-label="{escape(dialog)}">']  # fmt: skip
    parts += [_bundle(bundle, drawn, right + 14) for bundle in drawn.bundles]
    parts += [_stem(row, drawn.rows[row.parent]) for row in drawn.rows if row.parent is not None]
    parts += [_box(row, row.state in marked and not row.outside) for row in drawn.rows]
    return "".join([*parts, "</svg>"])


def _label(row: Row) -> str:
    if len(row.outside) > 1:
        return f"{row.state.group.__name__} · {len(row.outside)}"
    if row.outside:
        return name_of(row.state)
    signs = "↻" * row.again + "↩" * row.leaves + "☰" * row.to_menu
    name = name_of(row.state).rpartition(".")[2]
    return f"{name} {signs}" if signs else name


def _left(row: Row) -> float:
    return MARGIN + row.depth * STEP


def _middle(row: Row) -> float:
    return MARGIN + row.at * ROW + ROW / 2


def _width(row: Row) -> float:
    return len(_label(row)) * LETTER + 16


def _box(row: Row, marked: bool) -> str:
    x, y = _left(row), _middle(row) - BOX / 2
    kind = "node outside" if row.outside else "node marked" if marked else "node"
    goal = group_anchor(row.state) if len(row.outside) > 1 else anchor(row.state)
    name, _, signs = escape(_label(row)).partition(" ")
    title = "\n".join(name_of(state) for state in row.outside) or name_of(row.state)
    return (
        f'<a href="#{goal}" class="{kind}" data-row="{row.at}"><title>{escape(title)}</title>'
        f'<rect x="{x:.0f}" y="{y:.0f}" width="{_width(row):.0f}" height="{BOX}" rx="7"/>'
        f'<text x="{x + 8:.0f}" y="{y + 17.5:.1f}">{name} <tspan>{signs}</tspan></text></a>'
    )


def _stem(row: Row, parent: Row) -> str:
    """From the window above to this one; with a second head where it leads back."""
    x, top, y, left = _left(parent) + 10, _middle(parent) + BOX / 2 + 1, _middle(row), _left(row)
    title = f"{_short(parent)} → {_short(row)}: {', '.join(row.by)}"
    heads = _head(left - 1, y, "right")
    if row.returns:
        title += f"\n{_short(row)} → {_short(parent)}: {', '.join(row.returns)}"
        heads += _head(x, top, "up")
    return (
        f'<g class="{"line start" if row.started else "line"}" data-rows="{parent.at} {row.at}">'
        f'<title>{escape(title)}</title><path d="M{x:.1f} {top:.1f}V{y:.1f}H{left - 2:.1f}"/>{heads}</g>'
    )


def _bundle(bundle: Bundle, drawn: Outline, first_lane: float) -> str:
    """Out of each window to the shared line, along it, and into the window that all of them lead to."""
    target, x = drawn.rows[bundle.target], first_lane + bundle.lane * LANE
    into, out = (8, -3) if bundle.back else (-8, 3)
    edge, y = _left(target) + _width(target), _middle(target) + into
    path, titles = "", []
    for at, by in sorted(bundle.sources.items()):
        source = drawn.rows[at]
        from_y = _middle(source) + out
        path += f"M{_left(source) + _width(source):.1f} {from_y:.1f}H{x:.1f}V{y:.1f}"
        titles.append(f"{_short(source)} → {_short(target)}: {', '.join(by)}")
    rows = " ".join(str(at) for at in (*sorted(bundle.sources), bundle.target))
    return (
        f'<g class="{"line back" if bundle.back else "line further"}" data-rows="{rows}">'
        f"<title>{escape(chr(10).join(titles))}</title>"
        f'<path d="{path}H{edge + 2:.1f}"/>{_head(edge + 1, y, "left")}</g>'
    )


def _short(row: Row) -> str:
    return _label(row).partition(" ")[0]


def _head(x: float, y: float, way: str) -> str:
    """An arrow head whose point is at (x, y)."""
    back = {"right": "l-6 -3.5v7z", "left": "l6 -3.5v7z", "up": "l-3.5 6h7z"}[way]
    return f'<path class="head" d="M{x:.1f} {y:.1f}{back}"/>'
