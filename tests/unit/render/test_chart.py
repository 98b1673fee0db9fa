"""The chart: a PNG that a phone can read, equal for equal arguments, honest about what is not known."""

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image

from dialogs.common.render import palette
from dialogs.common.render.canvas import Face
from dialogs.common.render.chart import MOST_ROWS, ChartRow, area_chart

LONG = "Пунктуация в сложных предложениях с разными видами связи"
ROWS = [
    ChartRow("Предметная подготовка", 72, "good", "Достаточный уровень", 61),
    ChartRow(LONG, 33, "alarm", "Выраженный дефицит", 39),
    ChartRow("Работа с разными учениками", 100, "best", "Ресурс: можете делиться опытом", 0),
]


def _picture(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


@pytest.mark.parametrize("count", [1, 2, 3, 6, 8, 9, MOST_ROWS])
@pytest.mark.parametrize("earlier", [None, 40])
def test_any_number_of_areas_is_drawn_with_a_clear_margin(count: int, earlier: int | None) -> None:
    rows = [ChartRow(f"{number}. {LONG}", number * 2, "watch", "Зона роста", earlier) for number in range(count)]
    picture = _picture(area_chart("Самодиагностика", rows, now_label="сейчас", earlier_label="раньше"))
    assert picture.width == 1000
    assert picture.width + picture.height <= 10_000  # what a messenger takes as a photo
    assert picture.height / picture.width <= 20
    edges = [(0, 0, 1000, 16), (0, picture.height - 16, 1000, picture.height)]
    edges += [(0, 0, 40, picture.height), (960, 0, 1000, picture.height)]
    for edge in edges:
        darkest = picture.crop(edge).convert("L").tobytes()
        assert min(darkest) >= 250, "something is cut at the edge"


@pytest.mark.parametrize("count", [0, MOST_ROWS + 1])
def test_too_few_or_too_many_areas_are_refused(count: int) -> None:
    with pytest.raises(ValueError, match="a chart shows"):
        area_chart("Проба", [ChartRow("Урок", 1)] * count)


def test_equal_arguments_give_equal_bytes_in_many_threads_at_once() -> None:
    with ThreadPoolExecutor(4) as pool:
        pictures = list(pool.map(lambda _: area_chart("Проба", ROWS, earlier_label="раньше"), range(8)))
    assert len(set(pictures)) == 1


def test_an_earlier_attempt_changes_the_picture() -> None:
    alone = [ChartRow(row.title, row.percent, row.tone, row.level) for row in ROWS]
    assert area_chart("Проба", ROWS, earlier_label="май") != area_chart("Проба", alone, earlier_label="май")


def test_no_shape_is_drawn_where_it_would_tell_too_much() -> None:
    """Bars of four short rows are lower than a radar with its key."""
    rows = [ChartRow(f"Тема {number}", 50, "watch", value="1 из 2") for number in range(4)]
    heights = [_picture(area_chart("Мини-тест", rows, shape=shape)).height for shape in (True, False)]
    assert heights[1] < heights[0] * 0.6


def test_the_legend_of_bars_has_the_colours_of_the_bars() -> None:
    """Blue stands for the present attempt on a radar only."""
    rows = [ChartRow(f"{number}", 50, tone, earlier=40) for number, tone in enumerate(TONES[:4] * 3)]
    legend = _picture(area_chart("Проба", rows, now_label="сейчас", earlier_label="раньше")).crop((40, 80, 130, 140))
    colours = {colour for _, colour in legend.getcolors(1 << 16) or ()}
    assert not any(_near(colour, palette.NOW) for colour in colours)
    assert any(_near(colour, palette.paint("alarm", "higher_is_better").fill) for colour in colours)


def _near(one: object, other: palette.Colour) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))


def test_an_unknown_area_is_never_drawn_as_zero() -> None:
    unknown = [*ROWS, ChartRow("Цифровые средства", None, None, "мало ответов")]
    zero = [*ROWS, ChartRow("Цифровые средства", 0, None, "мало ответов")]
    assert area_chart("Проба", unknown) != area_chart("Проба", zero)


def test_a_word_wider_than_the_line_is_broken_and_nothing_is_lost() -> None:
    face = Face(32)
    word = "Достопримечательность" * 4
    lines = face.wrap(f"и {word} тоже", 400)
    assert all(face.width(line) <= 400 for line in lines)
    assert "".join(lines).replace(" ", "").replace("\u00a0", "") == f"и{word}тоже"


def test_a_short_preposition_does_not_end_a_line() -> None:
    face = Face(32)
    for width in range(270, 700, 10):
        lines = face.wrap("Содержание предмета и подготовка к ГИА, о чём и в каком классе", width)
        assert all(len(line.split()[-1]) > 1 for line in lines)


def test_nothing_is_wrapped_to_nothing() -> None:
    assert Face(32).wrap("", 400) == Face(32).wrap(" \n ", 400) == []


def _luminance(colour: palette.Colour) -> float:
    parts = [value / 255 for value in colour]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: palette.Colour, other: palette.Colour) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


DIRECTIONS: list[palette.Direction] = ["higher_is_better", "higher_is_need"]
TONES: list[palette.Tone | None] = ["alarm", "watch", "good", "best", None]


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("tone", TONES)
def test_contrast(tone: palette.Tone | None, direction: palette.Direction) -> None:
    paint = palette.paint(tone, direction)
    assert _contrast(paint.on, paint.fill) >= 4.5
    assert _contrast(paint.text, palette.PAPER) >= 4.5


@pytest.mark.parametrize("tone", TONES)
def test_a_need_is_never_green(tone: palette.Tone | None) -> None:
    red, green, blue = palette.paint(tone, "higher_is_need").fill
    assert not (green > red and green > blue)
