"""The small language of `show_if` and `when`: one comparison, no evaluation of code.

mn0 != no          met = none          help includes change          goal in [exam, olympiad]
how = 0            meetings < 2        area.mentor = risk
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from services.questionnaires.answers import Answer, Skip

_PATTERN = re.compile(
    r"^\s*(?P<area>area\.)?(?P<name>[a-z][a-z0-9_]*)\s*"
    r"(?P<op>==|!=|<=|>=|=|<|>|\bincludes\b|\bin\b)\s*"
    r"(?P<operand>\[[^\[\]]*\]|[a-z0-9_-]+)\s*$"
)
_WORD = re.compile(r"^(-?\d{1,6}|[a-z][a-z0-9_]*)$")

Operand = int | str


class Operator(StrEnum):
    EQUAL = "=="
    NOT_EQUAL = "!="
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="
    INCLUDES = "includes"
    IN = "in"


ORDERING = frozenset({Operator.LESS, Operator.AT_MOST, Operator.MORE, Operator.AT_LEAST})


@dataclass(frozen=True, slots=True)
class Condition:
    """`subject` is an item id, or an area id whose level is compared."""

    kind: Literal["item", "area"]
    subject: str
    operator: Operator
    operands: tuple[Operand, ...]


def parse(text: str) -> Condition:
    """Raises ValueError with what was expected."""
    match = _PATTERN.match(text)
    if match is None:
        raise ValueError(f"«{text}» is not a condition: write `item = value`, `!=`, `<`, `includes` or `in [a, b]`")
    operator = Operator("==" if match["op"] == "=" else match["op"])
    written = match["operand"]
    listed = written.startswith("[")
    if listed is not (operator is Operator.IN):
        raise ValueError(f"«{text}»: a list in brackets goes with `in`, one value with the other signs")
    words = [word.strip() for word in written.strip("[]").split(",")]
    if not all(_WORD.match(word) for word in words):
        raise ValueError(f"«{text}»: values are ids or whole numbers")
    operands = tuple(_operand(word) for word in words)
    if operator in ORDERING and not isinstance(operands[0], int):
        raise ValueError(f"«{text}»: {operator} compares with a whole number")
    return Condition("area" if match["area"] else "item", match["name"], operator, operands)


def holds(condition: Condition, answers: Mapping[str, Answer], levels: Mapping[str, str | None]) -> bool:
    """A missing or skipped answer equals nothing: `=` is false, `!=` is true, every other sign is false."""
    value: Answer | None
    value = levels.get(condition.subject) if condition.kind == "area" else answers.get(condition.subject)
    if value is Skip.SKIP:
        value = None
    wanted = condition.operands[0]
    match condition.operator:
        case Operator.EQUAL:
            return value == wanted
        case Operator.NOT_EQUAL:
            return value != wanted
        case Operator.INCLUDES:
            return isinstance(value, tuple | list) and wanted in value
        case Operator.IN:
            return value in condition.operands
        case _:
            return isinstance(value, int) and isinstance(wanted, int) and _ordered(condition.operator, value, wanted)


def _ordered(operator: Operator, value: int, wanted: int) -> bool:
    if operator is Operator.LESS:
        return value < wanted
    if operator is Operator.AT_MOST:
        return value <= wanted
    return value > wanted if operator is Operator.MORE else value >= wanted


def _operand(word: str) -> Operand:
    return int(word) if word.lstrip("-").isdigit() else word
