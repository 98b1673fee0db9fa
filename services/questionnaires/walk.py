"""The way through a questionnaire: which items are asked, which comes next, how far one has come."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from services.questionnaires.answers import Answer
from services.questionnaires.conditions import Condition, holds, parse
from services.questionnaires.items import AnyItem, ChoiceItem, MultiItem, Option, SingleItem
from services.questionnaires.model import Questionnaire

Answers = Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Progress:
    """`answered` of `total`: items visible now, skipped ones count as answered."""

    answered: int
    total: int

    @property
    def percent(self) -> int:
        return 100 if self.total == 0 else self.answered * 100 // self.total

    @property
    def done(self) -> bool:
        return self.answered == self.total


def visible_items(questionnaire: Questionnaire, answers: Answers, level: str | None = None) -> tuple[AnyItem, ...]:
    """In file order. An item whose `show_if` asks for the answer of a hidden item sees no answer there.

    `level` is the organisation's level (school, municipality, region): items of other levels are not asked.
    """
    enabled = {area.id for area in questionnaire.areas if area.enabled}
    shown: list[AnyItem] = []
    seen: dict[str, Answer] = {}
    for item in questionnaire.items:
        if item.area not in enabled or not _of_level(item, level):
            continue
        if item.show_if is not None and not holds(_condition(item.show_if), seen, {}):
            continue
        shown.append(item)
        if item.id in answers:
            seen[item.id] = answers[item.id]
    return tuple(shown)


def visible_answers(questionnaire: Questionnaire, answers: Answers, level: str | None = None) -> dict[str, Answer]:
    """Without answers that were given before the item became hidden."""
    shown = visible_items(questionnaire, answers, level)
    return {item.id: answers[item.id] for item in shown if item.id in answers}


def next_item(questionnaire: Questionnaire, answers: Answers, level: str | None = None) -> AnyItem | None:
    """The first item that is still unanswered; None when all are answered."""
    shown = visible_items(questionnaire, answers, level)
    return next((item for item in shown if item.id not in answers), None)


def item_after(
    questionnaire: Questionnaire, answers: Answers, item_id: str, level: str | None = None
) -> AnyItem | None:
    """The visible item that follows, answered or not; None at the end or when `item_id` is hidden."""
    return _neighbour(visible_items(questionnaire, answers, level), item_id, 1)


def previous_item(
    questionnaire: Questionnaire, answers: Answers, item_id: str | None, level: str | None = None
) -> AnyItem | None:
    """The visible item before; None at the start. `item_id` None stands after the last item."""
    shown = visible_items(questionnaire, answers, level)
    if item_id is None:
        return shown[-1] if shown else None
    return _neighbour(shown, item_id, -1)


def position(questionnaire: Questionnaire, answers: Answers, item_id: str, level: str | None = None) -> int | None:
    """The number of an item among the visible ones, from 1; None when it is hidden."""
    ids = [item.id for item in visible_items(questionnaire, answers, level)]
    return ids.index(item_id) + 1 if item_id in ids else None


def progress(questionnaire: Questionnaire, answers: Answers, level: str | None = None) -> Progress:
    shown = visible_items(questionnaire, answers, level)
    return Progress(sum(item.id in answers for item in shown), len(shown))


def options_in_order(
    questionnaire: Questionnaire, item: ChoiceItem | MultiItem | SingleItem, seed: int
) -> tuple[Option, ...]:
    """Options as shown: test tasks of a questionnaire with `shuffle_options` are mixed, the same way for one
    seed (the attempt), so that going back shows what was shown."""
    options = list(item.options)
    if questionnaire.shuffle_options and isinstance(item, SingleItem):
        Random(f"{seed}:{item.id}").shuffle(options)  # noqa: S311  (no secret)
    return tuple(options)


def _neighbour(shown: tuple[AnyItem, ...], item_id: str, step: int) -> AnyItem | None:
    ids = [item.id for item in shown]
    if item_id not in ids:
        return None
    place = ids.index(item_id) + step
    return shown[place] if 0 <= place < len(shown) else None


def _of_level(item: AnyItem, level: str | None) -> bool:
    return level is None or item.level is None or item.level == level


@lru_cache(maxsize=1024)
def _condition(text: str) -> Condition:
    return parse(text)
