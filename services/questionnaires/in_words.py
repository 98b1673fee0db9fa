"""Kept answers beside the words that were read and pressed, for the copy that a person takes away."""

from collections.abc import Mapping
from typing import Any

from services.questionnaires.answers import Stored
from services.questionnaires.items import AnyItem, ChoiceItem, MultiItem, NumericItem, ScaleItem, SingleItem
from services.questionnaires.model import Questionnaire


def answers_in_words(questionnaire: Questionnaire | None, answers: Mapping[str, Stored]) -> dict[str, dict[str, Any]]:
    """By item id. The kept `value` is always there; `question` and `answer` where the questionnaire still has them."""
    items = {item.id: item for item in questionnaire.items} if questionnaire is not None else {}
    return {item_id: _answer(questionnaire, items.get(item_id), value) for item_id, value in answers.items()}


def areas_in_words(questionnaire: Questionnaire | None, areas: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """By area id: its title and the label of its level beside what is kept."""
    known = {area.id: area.title for area in questionnaire.areas} if questionnaire is not None else {}
    told: dict[str, Any] = {}
    for area_id, kept in areas.items():
        level = questionnaire.level(kept["level"]) if questionnaire is not None else None
        title = {"title": known[area_id]} if area_id in known else {}
        told[area_id] = {**title, **kept, **({"level_label": level.label} if level is not None else {})}
    return told


def _answer(questionnaire: Questionnaire | None, item: AnyItem | None, value: Stored) -> dict[str, Any]:
    if questionnaire is None or item is None:
        return {"value": value}
    return {"question": item.text, "answer": _label(questionnaire, item, value), "value": value}


def _label(questionnaire: Questionnaire, item: AnyItem, value: Stored) -> Stored:
    """What stood on the button; what she wrote as she wrote it."""
    if value is None:
        scaled = isinstance(item, ScaleItem | NumericItem | SingleItem)
        return questionnaire.scale.skip.button if scaled and questionnaire.scale.skip is not None else None
    if isinstance(item, ScaleItem) and isinstance(value, int):
        label = questionnaire.scale.labels.get(value)
        return item.labels.get(value, label.button if label is not None else str(value))
    if isinstance(item, ChoiceItem | SingleItem | MultiItem):
        names = {option.id: option.words for option in item.options}
        if isinstance(value, list):
            return [names.get(one, one) for one in value]
        return names.get(str(value), str(value))
    return value
