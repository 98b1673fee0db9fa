"""A sheet to draw on in output pixels, rendered larger and scaled down so that edges are smooth.

Every sheet loads its own fonts: a FreeType face must not be shared between threads.
"""

import io
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from dialogs.common.render.palette import PAPER, Colour

WIDTH = 1000
MARGIN = 56
_FINE = 2
_FONTS = Path(__file__).parent / "fonts"
_BLANKS = re.compile(r"[ \t\r\n]+")
_ONE_LETTER = re.compile(r"(?<!\S)([^\W\d]) ")
Point = tuple[float, float]


class Sheet:
    """What falls outside is not drawn: a sheet of height 1 serves to measure."""

    def __init__(self, height: int) -> None:
        self.height = height
        self._image = Image.new("RGB", (WIDTH * _FINE, height * _FINE), PAPER)
        self._draw = ImageDraw.Draw(self._image)

    def text(self, at: Point, words: str, face: "Face", colour: Colour, anchor: str = "la") -> None:
        self._draw.text(_scaled(at), words, font=face.font, fill=colour, anchor=anchor)

    def line(self, start: Point, end: Point, colour: Colour, width: float = 2) -> None:
        self._draw.line([_scaled(start), _scaled(end)], fill=colour, width=round(width * _FINE))

    def outline(self, points: Sequence[Point], colour: Colour, width: float) -> None:
        """A closed line with round joints."""
        for start, end in zip(points, [*points[1:], points[0]], strict=True):
            self.line(start, end, colour, width)
        for point in points:
            self.dot(point, width / 2, colour)

    def dashes(self, points: Sequence[Point], colour: Colour, width: float, dash: float = 14) -> None:
        """A closed dashed line."""
        for (x0, y0), (x1, y1) in zip(points, [*points[1:], points[0]], strict=True):
            length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
            steps = max(1, round(length / dash))
            for step in range(0, steps, 2):
                a, b = step / steps, min(1.0, (step + 1) / steps)
                self.line(
                    (x0 + (x1 - x0) * a, y0 + (y1 - y0) * a),
                    (x0 + (x1 - x0) * b, y0 + (y1 - y0) * b),
                    colour,
                    width,
                )

    def area(self, points: Sequence[Point], colour: Colour, opacity: float) -> None:
        """A filled shape through which the grid stays visible."""
        mask = Image.new("L", self._image.size, 0)
        ImageDraw.Draw(mask).polygon([_scaled(point) for point in points], fill=round(255 * opacity))
        self._image.paste(colour, (0, 0, *self._image.size), mask)

    def dot(self, at: Point, radius: float, colour: Colour, ring: Colour | None = None, width: float = 0) -> None:
        x, y = at
        box = (*_scaled((x - radius, y - radius)), *_scaled((x + radius, y + radius)))
        self._draw.ellipse(box, fill=colour, outline=ring, width=round(width * _FINE))

    def bar(self, at: Point, width: float, height: float, colour: Colour) -> None:
        """A rounded bar; one too short to be round is drawn as a dot of its height."""
        x, y = at
        width = max(width, height)
        box = (*_scaled((x, y)), *_scaled((x + width, y + height)))
        self._draw.rounded_rectangle(box, radius=height * _FINE / 2, fill=colour)

    def card(self, top: float, bottom: float, colour: Colour) -> None:
        box = (*_scaled((24, top)), *_scaled((WIDTH - 24, bottom)))
        self._draw.rounded_rectangle(box, radius=24 * _FINE, fill=colour)

    def png(self) -> bytes:
        image = self._image.resize((WIDTH, self.height), Image.Resampling.LANCZOS)
        out = io.BytesIO()
        image.quantize(128, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG")
        return out.getvalue()


class Face:
    """One weight and size; lengths in output pixels."""

    def __init__(self, size: int, *, bold: bool = False) -> None:
        self.size = size
        self.line = round(size * 1.28)
        self.font = ImageFont.truetype(io.BytesIO(_font_bytes(bold)), size * _FINE)

    def width(self, words: str) -> float:
        return self.font.getlength(words) / _FINE

    def wrap(self, words: str, width: float) -> list[str]:
        """Lines no wider than `width`. A word of one letter stays with the next word, as Russian type is set;
        a word wider than the line is broken."""
        lines: list[str] = []
        line = ""
        for word in _ONE_LETTER.sub("\\1\u00a0", _BLANKS.sub(" ", words)).strip().split(" "):
            longer = f"{line} {word}" if line else word
            if self.width(longer) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            *whole, line = self._pieces(word, width)
            lines += whole
        return [*lines, line] if line else lines

    def _pieces(self, word: str, width: float) -> list[str]:
        pieces = [""]
        for letter in word:
            if pieces[-1] and self.width(pieces[-1] + letter) > width:
                pieces.append("")
            pieces[-1] += letter
        return pieces


@cache
def _font_bytes(bold: bool) -> bytes:
    return (_FONTS / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")).read_bytes()


def _scaled(point: Point) -> Point:
    return (point[0] * _FINE, point[1] * _FINE)
