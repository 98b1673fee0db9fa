"""The picture of a result: areas on a radar (three to eight) or as bars, an earlier attempt beside.

Pure: the same arguments give the same bytes; callers run it in a thread. Every word is given by the caller.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.common.render import bars, key, radar
from dialogs.common.render.canvas import MARGIN, WIDTH, Face, Sheet
from dialogs.common.render.marks import Mark
from dialogs.common.render.palette import EARLIER, INK, NOW, SOFT_INK, Colour, Direction, Tone, paint

RADAR_AREAS = range(3, 9)
MOST_ROWS = 40
_SWATCH_PARTS = 3


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One area. `percent` None: nothing to draw, `level` then says why. `level` is the level's label,
    `earlier` the percent of the attempt that is drawn beside. The values are what is said of both."""

    title: str
    percent: int | None
    tone: Tone | None = None
    level: str = ""
    earlier: int | None = None
    value: str = ""
    earlier_value: str = ""


def area_chart(
    title: str,
    rows: Sequence[ChartRow],
    *,
    now_label: str = "",
    earlier_label: str = "",
    footnote: str = "",
    direction: Direction = "higher_is_better",
    shape: bool = True,
) -> bytes:
    """A PNG 1000 pixels wide, as tall as its words need. The two labels say the dates of the attempts.

    `shape` false: never a radar. Of one or two tasks an area its figure would tell more than is known.
    Raises ValueError without rows, or with more than MOST_ROWS."""
    if not 1 <= len(rows) <= MOST_ROWS:
        raise ValueError(f"a chart shows 1 to {MOST_ROWS} areas, not {len(rows)}")
    marks = [
        Mark(
            title=row.title,
            percent=row.percent,
            value=row.value or _bare(row.percent),
            level=row.level,
            paint=paint(row.tone, direction),
            earlier=row.earlier,
            earlier_value=row.earlier_value or _bare(row.earlier),
        )
        for row in rows
    ]
    with_radar = shape and _fits_radar(marks)
    height = _draw(Sheet(1), title, marks, now_label, earlier_label, footnote, with_radar)
    sheet = Sheet(height)
    _draw(sheet, title, marks, now_label, earlier_label, footnote, with_radar)
    return sheet.png()


def _bare(percent: int | None) -> str:
    return "" if percent is None else str(percent)


def _draw(
    sheet: Sheet, title: str, marks: Sequence[Mark], now_label: str, earlier_label: str, footnote: str, with_radar: bool
) -> int:
    """Draws everything and tells the height it took; on a sheet too small it only measures."""
    compared = any(mark.earlier is not None for mark in marks)
    top = _paragraph(sheet, MARGIN - 8, title, Face(42, bold=True), INK) + 10
    if compared and earlier_label:
        now = [NOW] if with_radar else list(dict.fromkeys(mark.paint.fill for mark in marks))[:_SWATCH_PARTS]
        top = _legend(sheet, top, now_label, now, thickness=18)
        top = _legend(sheet, top, earlier_label, [EARLIER] * (_SWATCH_PARTS if with_radar else 1), thickness=9)
    elif now_label:
        top = _paragraph(sheet, top, now_label, Face(30), SOFT_INK)
    if with_radar:
        top = radar.draw(sheet, top, marks)
        top = key.draw(sheet, top, marks)
    else:
        top = bars.draw(sheet, top + 14, marks)
    if footnote:
        top = _paragraph(sheet, top + 12, footnote, Face(27), SOFT_INK)
    return round(top) + MARGIN - 16


def _fits_radar(marks: Sequence[Mark]) -> bool:
    """On a radar an unknown value would look like a zero: then bars."""
    known = {mark.percent is not None for mark in marks} == {True}
    return known and len(marks) in RADAR_AREAS and len({mark.earlier is None for mark in marks}) == 1


def _paragraph(sheet: Sheet, top: float, words: str, face: Face, colour: Colour) -> float:
    for line in face.wrap(words, WIDTH - 2 * MARGIN):
        sheet.text((MARGIN, top), line, face, colour)
        top += face.line
    return top


def _legend(sheet: Sheet, top: float, label: str, colours: Sequence[Colour], *, thickness: int) -> float:
    """The swatch is drawn as the attempt is drawn: in one piece, in dashes, in the colours of its bars."""
    face = Face(30)
    y = top + (face.line - thickness) / 2
    length = (63 - 9 * (len(colours) - 1)) / len(colours)
    for place, colour in enumerate(colours):
        sheet.bar((MARGIN + place * (length + 9), y), length, thickness, colour)
    for line in face.wrap(label, WIDTH - 2 * MARGIN - 84):
        sheet.text((MARGIN + 84, top), line, face, INK)
        top += face.line
    return top + 6
