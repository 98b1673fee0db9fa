"""The longest that people can write, for previews: a window has to hold it."""

from typing import Final

from services.people.names import LONGEST_WORD
from services.requests.rules import LONGEST_NOTE, LONGEST_TOPIC

TITLE, PLACE, DESCRIPTION, SCHOOL = 150, 200, 1000, 200


def _filled(text: str, length: int) -> str:
    return (text * (length // len(text) + 1))[:length]


LONGEST: Final[dict[str, str]] = {
    "word": _filled("Константинопольская-Преображенская-", LONGEST_WORD),
    "school": _filled("Муниципальное бюджетное общеобразовательное учреждение ", SCHOOL),
    "title": _filled("Стереометрия: методы решения задач на построение сечений, ", TITLE),
    "place": _filled("Актовый зал школы № 1, второй этаж, ", PLACE),
    "description": _filled("Разберём три задачи и договоримся, кто какую возьмёт. ", DESCRIPTION),
    "topic": _filled("Построение сечений многогранников и доказательство ", LONGEST_TOPIC),
    "note": _filled("Не получается объяснить сечения пирамиды. ", LONGEST_NOTE),
}
LONG_NAME: Final = " ".join([LONGEST["word"]] * 3)
"""Surname, given name and patronymic."""
