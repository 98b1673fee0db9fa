"""Areas one under another: title, percent, level in words, a bar and a thin bar of the earlier attempt."""

from collections.abc import Sequence

from dialogs.common.render.canvas import MARGIN, WIDTH, Face, Sheet
from dialogs.common.render.marks import VALUES, Mark, values
from dialogs.common.render.palette import EARLIER, INK, TRACK

_RIGHT = WIDTH - MARGIN
_BAR = 20
_THIN = 9


def draw(sheet: Sheet, top: float, marks: Sequence[Mark]) -> float:
    """Returns where the last row ends."""
    title, small = Face(32), Face(27, bold=True)
    room = _RIGHT - MARGIN - VALUES
    for mark in marks:
        top += 14
        values_end = values(sheet, top, mark, bar=True)
        for line in title.wrap(mark.title, room):
            sheet.text((MARGIN, top), line, title, INK)
            top += title.line
        for line in small.wrap(mark.level, room):
            sheet.text((MARGIN, top), line, small, mark.paint.text)
            top += small.line
        top = _bars(sheet, max(top, values_end) + 8, mark) + 14
    return top


def _bars(sheet: Sheet, top: float, mark: Mark) -> float:
    """Both bars have one scale: the whole width is 100."""
    full = _RIGHT - MARGIN
    if mark.percent is not None:
        sheet.bar((MARGIN, top), full, _BAR, TRACK)
        if mark.percent > 0:
            sheet.bar((MARGIN, top), full * mark.percent / 100, _BAR, mark.paint.fill)
        top += _BAR + 7
    if mark.earlier is not None:
        sheet.bar((MARGIN, top), full * mark.earlier / 100, _THIN, EARLIER)
        top += _THIN
    return top
