from collections.abc import Mapping

from locales import Words
from services.broadcasts.segment import By, Filter, Segment
from services.content import Content


def segment_words(words: Words, content: Content, segment: Segment, units: Mapping[str, str]) -> str:
    """«Сосновская ООШ, молодые педагоги». `units` are the names of the units spoken of, by id."""
    if not segment.filters:
        return words.plain("broadcasts-everyone")
    return ", ".join(_filter_words(words, content, one, units) for one in segment.filters)


def _filter_words(words: Words, content: Content, one: Filter, units: Mapping[str, str]) -> str:
    match one.by:
        case By.SUBJECT:
            name = content.subjects.name(one.value, words.locale)
            return words.plain("broadcasts-filter-subject", name=name)
        case By.ROLE:
            return words.plain("broadcasts-role", role=one.value)
        case By.YOUNG:
            return words.plain("broadcasts-young")
    return units.get(one.value, one.value)
