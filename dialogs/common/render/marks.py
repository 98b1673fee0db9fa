"""One area as it is drawn, with what stands in every kind of row."""

from dataclasses import dataclass

from dialogs.common.render.canvas import MARGIN, WIDTH, Face, Point, Sheet
from dialogs.common.render.palette import EARLIER, INK, PAPER, SOFT_INK, Paint

VALUES = 150  # the room at the right edge that `values` takes


@dataclass(frozen=True, slots=True)
class Mark:
    """`value` and `earlier_value` are the percents in words; empty where there is none."""

    title: str
    percent: int | None
    value: str
    level: str
    paint: Paint
    earlier: int | None
    earlier_value: str


def badge(sheet: Sheet, at: Point, number: int, mark: Mark) -> None:
    """The number ties an axis of the radar to its title."""
    sheet.dot(at, 29, mark.paint.fill)
    sheet.text((at[0], at[1] + 1), str(number), Face(32, bold=True), mark.paint.on, "mm")


def values(sheet: Sheet, top: float, mark: Mark, *, bar: bool) -> float:
    """The amount at the right edge, under it that of the earlier attempt with its sign: a hollow mark, or a bar."""
    right = WIDTH - MARGIN
    big, small = Face(38, bold=True), Face(28)
    sheet.text((right, top - 4), mark.value or "—", big, INK, "ra")
    if not mark.earlier_value:
        return top + big.line
    middle = top + big.line + small.line / 2 - 4
    sheet.text((right, middle), mark.earlier_value, small, SOFT_INK, "rm")
    left = right - small.width(mark.earlier_value)
    if bar:
        sheet.bar((left - 40, middle - 3), 28, 9, EARLIER)
    else:
        sheet.dot((left - 22, middle + 1), 9, PAPER, EARLIER, 4)
    return top + big.line + small.line
