"""Calm colours. Text on each fill keeps a contrast of at least 4.5 : 1; no meaning rests on colour alone."""

from dataclasses import dataclass
from typing import Literal

Colour = tuple[int, int, int]
Tone = Literal["alarm", "watch", "good", "best"]
Direction = Literal["higher_is_better", "higher_is_need"]

PAPER: Colour = (255, 255, 255)
INK: Colour = (30, 41, 55)
SOFT_INK: Colour = (88, 101, 117)
GRID: Colour = (210, 217, 225)
TRACK: Colour = (232, 236, 241)
NOW: Colour = (38, 103, 148)
EARLIER: Colour = (120, 131, 145)
_WHITE: Colour = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Paint:
    """`fill` of a mark, `on` for a number upon it, `text` for words of the same meaning on paper."""

    fill: Colour
    on: Colour
    text: Colour


NO_LEVEL = Paint((196, 204, 213), INK, SOFT_INK)
_ACHIEVED: dict[Tone, Paint] = {
    "alarm": Paint((190, 62, 54), _WHITE, (176, 50, 43)),
    "watch": Paint((236, 172, 62), INK, (138, 86, 0)),
    "good": Paint((46, 125, 82), _WHITE, (36, 108, 69)),
    "best": Paint((29, 101, 166), _WHITE, (24, 90, 150)),
}
# A need is neither praised nor blamed: one hue, the more the deeper, and no green.
_NEEDED: dict[Tone, Paint] = {
    "alarm": Paint((98, 46, 133), _WHITE, (98, 46, 133)),
    "watch": Paint((142, 96, 172), _WHITE, (118, 70, 150)),
    "good": Paint((205, 186, 220), INK, SOFT_INK),
    "best": Paint((205, 186, 220), INK, SOFT_INK),
}


def paint(tone: Tone | None, direction: Direction) -> Paint:
    if tone is None:
        return NO_LEVEL
    return (_NEEDED if direction == "higher_is_need" else _ACHIEVED)[tone]
