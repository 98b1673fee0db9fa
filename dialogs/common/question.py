"""One item of a questionnaire in a window: what it shows and its keyboard. Of attempts it knows nothing.

A feature gives two functions: `asked` tells what stands before the person, `on_answer` takes her answer, already
checked. Every button names its item, so that a second tap on question 7 is never an answer to question 8.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Column, Group, Keyboard, Select
from aiogram_dialog.widgets.text import Text

from dialogs.common.context import context
from dialogs.common.data import read, save
from dialogs.common.question_typed import written_button
from dialogs.common.question_view import PREVIEW, READY_TOKEN, SKIP_TOKEN, Ticks, question_data, token_of
from dialogs.common.sent_before import sent_before
from dialogs.common.words import Raw
from services.questionnaires.answers import SKIP, Answer, checked
from services.questionnaires.errors import AnswerError
from services.questionnaires.items import (
    AnyItem,
    ChoiceItem,
    MultiItem,
    NumberItem,
    NumericItem,
    SingleItem,
    TextItem,
)
from services.questionnaires.model import Questionnaire

__all__ = [
    "PREVIEW",
    "Asked",
    "Ticks",
    "question_data",
    "question_keyboard",
    "question_text",
]


@dataclass(frozen=True)
class Asked:
    """What stands before the person now; `item_id` None when nothing does."""

    questionnaire: Questionnaire
    item_id: str | None
    answer: Answer | None = None
    """Her earlier answer: a multi item that is answered anew begins with those ticks."""
    order: Sequence[str] = ()
    """Option ids as they stand before her, where that is not the order of the file: a typed letter means these."""


Find = Callable[[DialogManager], Awaitable[Asked]]
OnAnswer = Callable[[DialogManager, str, Answer], Awaitable[None]]
"""Manager, item id, the checked answer: save it and move on."""


def question_text() -> Text:
    return Raw("question")


def question_keyboard(asked: Find, on_answer: OnAnswer) -> tuple[Keyboard | TextInput[str], ...]:
    """The widgets of an item: unpack them into a Window, the navigation after them."""

    async def tapped(query: CallbackQuery, select: Any, manager: DialogManager, pressed: str) -> None:
        await press(manager, await asked(manager), pressed)

    async def press(manager: DialogManager, place: Asked, pressed: str) -> None:
        questionnaire = place.questionnaire
        token, _, value = pressed.partition(".")
        item = next((one for one in questionnaire.items if token_of(one.id) == token), None)
        if item is None:
            raise AnswerError("unknown_option")
        if isinstance(item, MultiItem) and value not in (SKIP_TOKEN, READY_TOKEN):
            _toggle(manager, item, _ticked(manager, item, place), _option_id(item, value))
            return
        answer = _ticked(manager, item, place) if value == READY_TOKEN else _tapped_answer(item, value)
        await on_answer(manager, item.id, checked(questionnaire, item, answer))

    async def typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, text: str) -> None:
        place, words = await asked(manager), context(manager).words
        if sent_before(message, manager):
            await message.answer(words.html("question-too-early"))
            return
        item = next((one for one in place.questionnaire.items if one.id == place.item_id), None)
        if item is None:
            return
        written = written_button(words, place.questionnaire, item, text, place.order)
        try:
            if written is not None:
                await press(manager, place, written)
                return
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


def _ticked(manager: DialogManager, item: AnyItem, place: Asked) -> tuple[str, ...]:
    ticks = read(manager, Ticks)
    if ticks.item_id == item.id:
        return ticks.picked
    return tuple(place.answer) if place.item_id == item.id and isinstance(place.answer, tuple | list) else ()


def _toggle(manager: DialogManager, item: MultiItem, ticked: tuple[str, ...], option_id: str) -> None:
    """An exclusive option stands alone. Raises AnswerError when one more would be too many."""
    picked = set(ticked)
    exclusive = {option.id for option in item.options if option.exclusive}
    if option_id in picked:
        picked.remove(option_id)
    else:
        picked = {option_id} if option_id in exclusive else (picked - exclusive) | {option_id}
    if item.max_choices is not None and len(picked) > item.max_choices:
        raise AnswerError("too_many", item.max_choices)
    save(manager, Ticks(item.id, tuple(option.id for option in item.options if option.id in picked)))


def _tapped_answer(item: AnyItem, value: str) -> Answer:
    if value == SKIP_TOKEN:
        return SKIP
    if isinstance(item, ChoiceItem | SingleItem):
        return _option_id(item, value)
    return _whole(value)


def _typed_answer(item: AnyItem, text: str) -> Answer:
    """Raises AnswerError where only buttons answer."""
    if isinstance(item, TextItem | NumericItem):
        return text
    if isinstance(item, NumberItem):
        return _whole(text.strip())
    raise AnswerError("wrong_kind")


def _whole(text: str) -> int:
    if not text.removeprefix("-").isdecimal() or len(text) > 9:
        raise AnswerError("not_a_number")
    return int(text)


def _option_id(item: ChoiceItem | SingleItem | MultiItem, token: str) -> str:
    for option in item.options:
        if token_of(option.id) == token:
            return option.id
    raise AnswerError("unknown_option")
