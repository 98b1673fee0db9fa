"""One item of a questionnaire in a window: what it shows and its keyboard. Of attempts it knows nothing.

A feature gives two functions: `asked` tells what stands before the person, `on_answer` takes her answer, already
checked. Every button names its item, so that a second tap on question 7 is never an answer to question 8.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Final
from zlib import crc32

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Column, Group, Keyboard, Select
from aiogram_dialog.widgets.text import Text

from dialogs.common.context import context
from dialogs.common.data import read, save
from dialogs.common.words import Raw
from locales import Safe, Words
from services.questionnaires.answers import SKIP, Answer, can_skip, checked
from services.questionnaires.errors import AnswerError
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
_TICK: Final = "✓ "
_SKIP, _READY = "skip", "ready"


@dataclass(frozen=True)
class Asked:
    """What stands before the person now; `item_id` None when nothing does."""

    questionnaire: Questionnaire
    item_id: str | None


@dataclass(frozen=True)
class Ticks:
    """Options of a multi item that are ticked and not yet handed in."""

    item_id: str = ""
    picked: tuple[str, ...] = ()


Find = Callable[[DialogManager], Awaitable[Asked]]
OnAnswer = Callable[[DialogManager, str, Answer], Awaitable[None]]
"""Manager, item id, the checked answer: save it and move on."""


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
    lettered = any(option.button is None for option in options)
    parts = [
        words.html("question-progress", number=number, total=total, bar=bar(number, total)),
        words.html("question-text", text=fill(item.text, places or {})),
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
        _button(item, _token(option.id), name, option.id in picked) for option, name in zip(options, names, strict=True)
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
        "ready": [_button(item, _READY, words.plain("common-btn-ready"))] if isinstance(item, MultiItem) else [],
        "skip": [_button(item, _SKIP, skip_name, answer is SKIP)] if can_skip(questionnaire, item) else [],
    }


PREVIEW: Final[dict[str, Any]] = {
    "question": "Вопрос 7 из 36",
    "choices": [{"id": "0.0", "name": "0 — пока не получается"}],
    "short_choices": [],
    "ready": [],
    "skip": [{"id": "0.skip", "name": "Не относится ко мне"}],
}


def question_text() -> Text:
    return Raw("question")


def question_keyboard(asked: Find, on_answer: OnAnswer) -> tuple[Keyboard | TextInput[str], ...]:
    """The widgets of an item: unpack them into a Window, the navigation after them."""

    async def tapped(query: CallbackQuery, select: Any, manager: DialogManager, pressed: str) -> None:
        questionnaire = (await asked(manager)).questionnaire
        token, _, value = pressed.partition(".")
        item = next((one for one in questionnaire.items if _token(one.id) == token), None)
        if item is None:
            raise AnswerError("unknown_option")
        if isinstance(item, MultiItem) and value not in (_SKIP, _READY):
            _toggle(manager, item, _option_id(item, value))
            return
        await on_answer(manager, item.id, checked(questionnaire, item, _tapped_answer(manager, item, value)))

    async def typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, text: str) -> None:
        place, words = await asked(manager), context(manager).words
        if place.item_id is None:
            return
        item = place.questionnaire.item(place.item_id)
        try:
            answer = checked(place.questionnaire, item, _typed_answer(item, text))
        except AnswerError as error:
            await message.answer(words.html(f"error-{error.code}", **error.fields))
            return  # the question is shown again below the refusal
        await on_answer(manager, item.id, answer)

    def select(name: str) -> Select[str]:
        return Select(Raw("name"), id=f"q_{name}", item_id_getter=itemgetter("id"), items=name, on_click=tapped)

    return (
        TextInput(id="q_typed", on_success=typed),
        Column(select("choices")),
        Group(select("short_choices"), width=4),
        Column(select("ready")),
        Column(select("skip")),
    )


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


def _toggle(manager: DialogManager, item: MultiItem, option_id: str) -> None:
    """An exclusive option stands alone. Raises AnswerError when one more would be too many."""
    ticks = read(manager, Ticks)
    picked = set(ticks.picked) if ticks.item_id == item.id else set()
    exclusive = {option.id for option in item.options if option.exclusive}
    if option_id in picked:
        picked.remove(option_id)
    else:
        picked = {option_id} if option_id in exclusive else (picked - exclusive) | {option_id}
    if item.max_choices is not None and len(picked) > item.max_choices:
        raise AnswerError("too_many", item.max_choices)
    save(manager, Ticks(item.id, tuple(option.id for option in item.options if option.id in picked)))


def _tapped_answer(manager: DialogManager, item: AnyItem, value: str) -> Answer:
    if value == _SKIP:
        return SKIP
    if isinstance(item, MultiItem):
        ticks = read(manager, Ticks)
        return ticks.picked if ticks.item_id == item.id else ()
    if isinstance(item, ChoiceItem | SingleItem):
        return _option_id(item, value)
    return _whole(value)


def _typed_answer(item: AnyItem, text: str) -> Answer:
    """A typed number answers a scale too. Raises AnswerError where only buttons answer."""
    if isinstance(item, TextItem | NumericItem):
        return text
    if isinstance(item, NumberItem | ScaleItem):
        return _whole(text.strip())
    raise AnswerError("wrong_kind")


def _whole(text: str) -> int:
    if not text.removeprefix("-").isdecimal() or len(text) > 9:
        raise AnswerError("not_a_number")
    return int(text)


def _option_id(item: ChoiceItem | SingleItem | MultiItem, token: str) -> str:
    for option in item.options:
        if _token(option.id) == token:
            return option.id
    raise AnswerError("unknown_option")


def _button(item: AnyItem, value: str, name: str, chosen: bool = False) -> dict[str, str]:
    return {"id": f"{_token(item.id)}.{value}", "name": f"{_TICK}{name}" if chosen else name}


def _token(name: str) -> str:
    """Eight signs for an id of any length: a button has 64 bytes for all it carries."""
    return f"{crc32(name.encode()):08x}"


def _letter(words: Words, at: int) -> str:
    return words.plain("question-letter", at=at)
