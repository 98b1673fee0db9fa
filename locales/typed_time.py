"""Words of both languages in which people write a day or an hour, beside the names of months and weekdays."""

from typing import Final

NEAR_DAYS: Final = {
    "сегодня": 0,
    "завтра": 1,
    "послезавтра": 2,
    "через неделю": 7,
    "через две недели": 14,
    "today": 0,
    "tomorrow": 1,
    "day after tomorrow": 2,
    "in a week": 7,
    "in two weeks": 14,
}

SPOKEN: Final = {
    "полдень": "12:00",
    "noon": "12:00",
    **{
        word: str(number)
        for words in (
            (
                "два",
                "три",
                "четыре",
                "пять",
                "шесть",
                "семь",
                "восемь",
                "девять",
                "десять",
                "одиннадцать",
                "двенадцать",
            ),
            ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        )
        for number, word in enumerate(words, start=2)
    },
}
"""Hours in words, as one writes them in figures; «в час» is left out, for «час» stands beside figures, too."""

BEFORE_NOON: Final = ("утра", "ночи", "am", "a.m", "a.m.")
AFTER_NOON: Final = ("дня", "вечера", "pm", "p.m", "p.m.")
HOURS: Final = ("часов", "часа", "час", "ч")
"""May stand between an hour and its part of the day."""

UNTIL: Final = ("до", "to", "till", "until")
"""Before the end of a range."""

# fmt: off
BESIDE: Final = frozenset((
    "в", "во", "на", "к", "ко", "с", "со", "и", "же", "ровно", "час", "часа", "часов", "ч", "м", "мин", "минут",
    "минуты", "минута", "г", "год", "года", "году", "число", "числа", "пожалуйста", "t", "at", "on", "by", "the",
    "of", "from", "and", "o", "clock", "sharp", "h", "hour", "hours", "min", "minutes", "please",
))
# fmt: on
"""Words that may stand beside a day and an hour and change nothing. Any other word is a thing we did not understand."""

AWAY: Final = ("следующ", "прошл", "через", "next", "last", "in a")
"""Beginnings of words that would move a weekday: we do not count with them, and ask rather than guess."""

CASE_ENDINGS: Final = "аеья"
"""Letters at the end of weekdays that change with the case: пятница, среду, воскресенья."""
