"""The radar: axes are numbered, the titles stand below it by number, so that no label is squeezed."""

from collections.abc import Sequence
from math import cos, pi, sin

from dialogs.common.render.canvas import WIDTH, Face, Point, Sheet
from dialogs.common.render.marks import Mark, badge
from dialogs.common.render.palette import EARLIER, GRID, INK, NOW, PAPER

RADIUS = 235
_CENTRE_X = WIDTH / 2
_RINGS = (25, 50, 75, 100)


def draw(sheet: Sheet, top: float, marks: Sequence[Mark]) -> float:
    """Returns where the drawing ends."""
    centre = (_CENTRE_X, top + RADIUS + 100)
    count = len(marks)
    for ring in _RINGS:
        sheet.outline([_at(centre, place, count, ring) for place in range(count)], GRID, 3 if ring == 100 else 2)
    for place in range(count):
        sheet.line(centre, _at(centre, place, count, 100), GRID, 2)
    earlier = [_at(centre, place, count, mark.earlier or 0) for place, mark in enumerate(marks)]
    if any(mark.earlier is not None for mark in marks):
        sheet.dashes(earlier, EARLIER, 5)
    now = [_at(centre, place, count, mark.percent or 0) for place, mark in enumerate(marks)]
    sheet.area(now, NOW, 0.20)
    sheet.outline(now, NOW, 6)
    for point, mark in zip(earlier, marks, strict=True):
        if mark.earlier is not None:
            sheet.dot(point, 10, PAPER, EARLIER, 4)
    for point, mark in zip(now, marks, strict=True):
        if mark.percent is not None:
            sheet.dot(point, 15, mark.paint.fill, PAPER, 4)
    for place, mark in enumerate(marks):
        _axis_label(sheet, centre, place, count, mark)
    lowest = max(_at(centre, place, count, 100)[1] for place in range(count))
    return lowest + 96


def _axis_label(sheet: Sheet, centre: Point, place: int, count: int, mark: Mark) -> None:
    """The number of the area beyond the end of its axis, its percent still further out."""
    x, y = _at(centre, place, count, 100, beyond=52)
    badge(sheet, (x, y), place + 1, mark)
    face = Face(32, bold=True)
    left = x < _CENTRE_X - 8
    sheet.text((x - 44 if left else x + 44, y), mark.value or "—", face, INK, "rm" if left else "lm")


def _at(centre: Point, place: int, count: int, percent: float, beyond: float = 0) -> Point:
    """The first axis points up, the others follow clockwise."""
    angle = 2 * pi * place / count - pi / 2
    reach = RADIUS * percent / 100 + beyond
    return (centre[0] + reach * cos(angle), centre[1] + reach * sin(angle))
