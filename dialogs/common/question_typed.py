"""An answer that was written out instead of tapped: the words, the letter or the number of a button that is shown."""

import re
from collections.abc import Sequence

from dialogs.common.question_view import question_data, token_of
from locales import Words
from services.questionnaires.items import AnyItem, ChoiceItem, MultiItem, SingleItem
from services.questionnaires.model import Questionnaire

_DASH = re.compile("[‐-―−-]")
_SMILES = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf\ufe0f]")
_AROUND = " .,:;!)«»\"'"
_PARTS = " - "


def written_button(
    words: Words, questionnaire: Questionnaire, item: AnyItem, text: str, order: Sequence[str] = ()
) -> str | None:
    """What the button that she wrote out carries; None when no button is meant, or more than one could be.

    Of «2 — получается» each half is enough; a lettered option is named by its letter or by its words.
    """
    said = _plain(text)
    found = {data for name, data in _names(words, questionnaire, item, order) if said and said == name}
    return found.pop() if len(found) == 1 else None


def _names(words: Words, questionnaire: Questionnaire, item: AnyItem, order: Sequence[str]) -> list[tuple[str, str]]:
    shown = question_data(words, questionnaire, item, number=1, total=1, order=order)
    names: list[tuple[str, str]] = []
    for button in [*shown["choices"], *shown["short_choices"], *shown["ready"], *shown["skip"]]:
        whole = _plain(button["name"])
        names += [(part, button["id"]) for part in {whole, *map(_plain, whole.split(_PARTS, 1))}]
    if isinstance(item, ChoiceItem | SingleItem | MultiItem):
        names += [(_plain(option.words), f"{token_of(item.id)}.{token_of(option.id)}") for option in item.options]
    return names


def _plain(text: str) -> str:
    """Without what people leave out or add: capitals, «ё», the kind of a dash, a smile, a bracket or a full stop."""
    spaced = " ".join(_SMILES.sub("", _DASH.sub("-", text)).casefold().replace("ё", "е").split())
    return spaced.strip(_AROUND)
