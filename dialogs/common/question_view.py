"""What one item of a questionnaire shows: its words, how far it is, and the buttons to answer it with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from zlib import crc32

from locales import Safe, Words
from services.questionnaires.answers import SKIP, Answer, can_skip
from services.questionnaires.items import (
    AnyItem,
    ChoiceItem,
    MultiItem,
    NumberItem,
    NumericItem,
    Option,
    ScaleItem,
    SingleItem,
    TextItem,
)
from services.questionnaires.model import Questionnaire
from services.questionnaires.overlay import fill

BLOCKS = 12
"""Blocks in a full bar: they fit one line of a narrow phone."""
MOST_NUMBERS = 16
"""A longer range of numbers is typed."""
MOST_NAMED = 7
"""Of more options each bears a letter, in rows of four: buttons below one another would not fit a phone."""
TICK: Final = "✓ "
SKIP_TOKEN, READY_TOKEN = "skip", "ready"


@dataclass(frozen=True)
class Ticks:
    """Options of a multi item that are ticked and not yet handed in."""

    item_id: str = ""
    picked: tuple[str, ...] = ()


def question_data(
    words: Words,
    questionnaire: Questionnaire,
    item: AnyItem,
    *,
    number: int,
    total: int,
    answer: Answer | None = None,
    ticks: Ticks | None = None,
    order: Sequence[str] = (),
    places: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """For a getter. `order`: option ids as they are to stand; `places` fills `{mentee_first_name}` and the like."""
    picked = _picked(item, answer, ticks)
    options = _options(item, order)
    lettered = any(option.button is None for option in options) or len(options) > MOST_NAMED
    parts = [
        words.html("question-progress", number=number, total=total, bar=bar(number, total)),
        words.html(
            "question-text",
            sectioned=questionnaire.sectioned,
            section=questionnaire.area(item.area).title,
            text=fill(item.text, places or {}),
        ),
    ]
    if lettered:
        lines = (
            words.html("question-option", letter=_letter(words, at), text=option.words)
            for at, option in enumerate(options, start=1)
        )
        parts.append(Safe("\n".join(lines)))
    if isinstance(item, TextItem | NumberItem | NumericItem):
        if answer is not None and answer is not SKIP:
            parts.append(words.html("question-given", answer=str(answer)))
        parts.append(words.html("question-type-text" if isinstance(item, TextItem) else "question-type-number"))
    if isinstance(item, MultiItem):
        parts.append(words.html("question-pick-several", limit=item.max_choices or 0))
    names = [_letter(words, at) if lettered else option.words for at, option in enumerate(options, start=1)]
    choices = [
        _button(item, token_of(option.id), name, option.id in picked)
        for option, name in zip(options, names, strict=True)
    ]
    choices += [
        _button(item, str(value), name, answer == value) for value, name in _values(questionnaire, item).items()
    ]
    skip = questionnaire.scale.skip
    scaled = isinstance(item, ScaleItem | NumericItem | SingleItem)
    skip_name = skip.button if skip is not None and scaled else words.plain("common-btn-skip")
    return {
        "question": Safe("\n\n".join(parts)),
        "choices": [] if lettered or isinstance(item, NumberItem) else choices,
        "short_choices": choices if lettered or isinstance(item, NumberItem) else [],
        "ready": [_button(item, READY_TOKEN, words.plain("common-btn-ready"))] if isinstance(item, MultiItem) else [],
        "skip": [_button(item, SKIP_TOKEN, skip_name, answer is SKIP)] if can_skip(questionnaire, item) else [],
    }


PREVIEW: Final[dict[str, Any]] = {
    "question": "Вопрос 7 из 36",
    "choices": [{"id": "0.0", "name": "0 — пока не получается"}],
    "short_choices": [],
    "ready": [],
    "skip": [{"id": "0.skip", "name": "Не относится ко мне"}],
}


def bar(number: int, total: int) -> str:
    """How far the question `number` of `total` is, in blocks."""
    full = BLOCKS * number // total if total else BLOCKS
    return "▰" * full + "▱" * (BLOCKS - full)


def _options(item: AnyItem, order: Sequence[str]) -> list[Option]:
    if not isinstance(item, ChoiceItem | SingleItem | MultiItem):
        return []
    places = {option_id: at for at, option_id in enumerate(order)}
    return sorted(item.options, key=lambda option: places.get(option.id, len(places)))


def _values(questionnaire: Questionnaire, item: AnyItem) -> dict[int, str]:
    if isinstance(item, ScaleItem):
        return {value: item.labels.get(value, label.button) for value, label in questionnaire.scale.labels.items()}
    if isinstance(item, NumberItem) and item.max - item.min < MOST_NUMBERS:
        return {value: str(value) for value in range(item.min, item.max + 1)}
    return {}


def _picked(item: AnyItem, answer: Answer | None, ticks: Ticks | None) -> Sequence[str]:
    if isinstance(item, MultiItem) and ticks is not None and ticks.item_id == item.id:
        return ticks.picked
    if isinstance(answer, str):
        return (answer,)
    return answer if isinstance(answer, tuple | list) else ()


def _button(item: AnyItem, value: str, name: str, chosen: bool = False) -> dict[str, str]:
    return {"id": f"{token_of(item.id)}.{value}", "name": f"{TICK}{name}" if chosen else name}


def token_of(name: str) -> str:
    """Eight signs for an id of any length: a button has 64 bytes for all it carries."""
    return f"{crc32(name.encode()):08x}"


def _letter(words: Words, at: int) -> str:
    return words.plain("question-letter", at=at)
