"""Answers: what a person may say to an item, how it is kept, how it is read back."""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Final, Literal, TypeGuard, assert_never

from services.questionnaires.errors import AnswerError
from services.questionnaires.items import (
    AnyItem,
    ChoiceItem,
    MultiItem,
    NumberItem,
    NumericItem,
    ScaleItem,
    SingleItem,
    TextItem,
)
from services.questionnaires.model import AnswerInput, Questionnaire


class Skip(Enum):
    """«Does not apply to me»: answered, and yet no value."""

    SKIP = "skip"


SKIP: Final[Literal[Skip.SKIP]] = Skip.SKIP
Answer = int | str | Sequence[str] | Skip
Stored = int | str | list[str] | None

_NUMBER = re.compile(r"^[+-]?\d{1,15}([.]\d{1,10})?$")
_UNITS = re.compile(r"\s*(?:%|°|[^\W\d_][^\d]*(?:(?<=[mм])\^?[23])?)\s*$")
_WORD_BEFORE = re.compile(r"^[^\W\d_]+\s*:\s*")
_UNKNOWN = re.compile(r"^[^\W\d_]?\s*=\s*")
_MINUSES = str.maketrans({"−": "-", "–": "-", "—": "-"})
_SPACES = re.compile("[ \u00a0\u2009\u202f]")
_GROUPED = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(\D|$))")


def to_stored(answer: Answer) -> Stored:
    """A JSON value; a skip is null."""
    if isinstance(answer, Skip):
        return None
    return answer if isinstance(answer, int | str) else list(answer)


def from_stored(value: Stored) -> Answer:
    if value is None:
        return SKIP
    return tuple(value) if isinstance(value, list) else value


def can_skip(questionnaire: Questionnaire, item: AnyItem) -> bool:
    """Values of the scale are skipped by the scale's own button; other items when they are not required."""
    if isinstance(item, ScaleItem | NumericItem | SingleItem):
        return questionnaire.scale.skip is not None
    return not item.required


def checked(questionnaire: Questionnaire, item: AnyItem, answer: Answer) -> Answer:
    """The answer as it is to be kept. Raises AnswerError when it does not fit the item (a forged button)."""
    if isinstance(answer, Skip):
        if not can_skip(questionnaire, item):
            raise AnswerError("cannot_skip")
        return answer
    match item:
        case ScaleItem():
            return _whole(answer, questionnaire.scale.min, questionnaire.scale.max)
        case NumberItem():
            return _whole(answer, item.min, item.max)
        case ChoiceItem() | SingleItem():
            return _option(item, answer)
        case MultiItem():
            return _options(item, answer)
        case TextItem():
            return _text(item, answer)
        case NumericItem():
            written = str(answer) if isinstance(answer, int) else answer
            if not isinstance(written, str) or read_number(written, questionnaire.answer_input) is None:
                raise AnswerError("not_a_number")
            return written.strip()
        case _:
            assert_never(item)


def read_number(text: str, rules: AnswerInput) -> Decimal | None:
    """A number as people type it: «1 234,5 кг», «−3», «21 %», «x = 3», «Ответ: 3.»; None when it is none."""
    written = _UNKNOWN.sub("", _WORD_BEFORE.sub("", text.strip().translate(_MINUSES)))
    written = written.rstrip(" .,;")
    if rules.trim_units:
        written = _UNITS.sub("", written)
    written = _GROUPED.sub("", written) if rules.accept_spaces else written
    written = re.sub(r"^([+-])\s+", r"\1", written.strip())
    if _SPACES.search(written):
        return None
    for separator in rules.decimal_separators:
        written = written.replace(separator, ".")
    if not _NUMBER.match(written):
        return None
    try:
        return Decimal(written)
    except InvalidOperation:  # pragma: no cover  (the pattern admits decimal digits of other scripts only)
        return None


def is_right(questionnaire: Questionnaire, item: NumericItem | SingleItem, answer: Answer | None) -> bool:
    """A skipped or missing answer is not right."""
    if isinstance(item, SingleItem):
        return answer == item.answer
    if not isinstance(answer, int | str):
        return False
    value = read_number(str(answer), questionnaire.answer_input)
    return value is not None and abs(value - item.answer) <= item.tolerance


def _whole(answer: Answer, lowest: int, highest: int) -> int:
    if not isinstance(answer, int) or isinstance(answer, bool):
        raise AnswerError("wrong_kind")
    if answer < lowest:
        raise AnswerError("out_of_range", lowest)
    if answer > highest:
        raise AnswerError("out_of_range", highest)
    return answer


def _option(item: ChoiceItem | SingleItem, answer: Answer) -> str:
    if not isinstance(answer, str):
        raise AnswerError("wrong_kind")
    if answer not in {option.id for option in item.options}:
        raise AnswerError("unknown_option")
    return answer


def _options(item: MultiItem, answer: Answer) -> tuple[str, ...]:
    """In the order of the file, so that equal choices are kept equally."""
    if not _is_many(answer):
        raise AnswerError("wrong_kind")
    if not answer:
        raise AnswerError("empty")
    if len(set(answer)) != len(answer):
        raise AnswerError("repeated")
    if not set(answer) <= {option.id for option in item.options}:
        raise AnswerError("unknown_option")
    if item.max_choices is not None and len(answer) > item.max_choices:
        raise AnswerError("too_many", item.max_choices)
    if len(answer) > 1 and any(option.exclusive and option.id in answer for option in item.options):
        raise AnswerError("exclusive")
    return tuple(option.id for option in item.options if option.id in answer)


def _is_many(answer: Answer) -> TypeGuard[Sequence[str]]:
    return isinstance(answer, list | tuple) and all(isinstance(one, str) for one in answer)


def _text(item: TextItem, answer: Answer) -> str:
    if not isinstance(answer, str):
        raise AnswerError("wrong_kind")
    written = answer.strip()
    if not written:
        raise AnswerError("empty")
    if len(written) > item.max_length:
        raise AnswerError("too_long", item.max_length)
    return written
