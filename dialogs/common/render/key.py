"""What the numbers on the radar mean: title, level in words, percent now and before."""

from collections.abc import Sequence

from dialogs.common.render.canvas import MARGIN, WIDTH, Face, Sheet
from dialogs.common.render.marks import VALUES, Mark, badge, values
from dialogs.common.render.palette import INK, TRACK

_LEFT = MARGIN + 82
_RIGHT = WIDTH - MARGIN


def draw(sheet: Sheet, top: float, marks: Sequence[Mark]) -> float:
    """Returns where the last row ends."""
    title, small = Face(32), Face(27, bold=True)
    room = _RIGHT - _LEFT - VALUES
    for number, mark in enumerate(marks, start=1):
        sheet.line((MARGIN, top), (_RIGHT, top), TRACK, 2)
        y = top + 14
        values_end = values(sheet, y, mark, bar=False)
        for line in title.wrap(mark.title, room):
            sheet.text((_LEFT, y), line, title, INK)
            y += title.line
        for line in small.wrap(mark.level, room):
            sheet.text((_LEFT, y), line, small, mark.paint.text)
            y += small.line
        bottom = max(y, values_end, top + 66) + 14
        badge(sheet, (MARGIN + 29, (top + bottom) / 2), number, mark)
        top = bottom
    return top
