"""Lists of people as lines of a message: names are read and forwarded, not pressed."""

from itertools import groupby
from operator import attrgetter

from locales import Safe, Words
from services.broadcasts.views import Missed

PEOPLE_PAGE = 20


def by_school(words: Words, people: list[Missed]) -> Safe:
    """Each school once, its people below."""
    return Safe(
        "\n\n".join(
            "\n".join([words.html("broadcasts-school-line", school=school), *(_name(words, one) for one in those)])
            for school, those in groupby(people, attrgetter("school"))
        )
    )


def with_reasons(words: Words, people: list[Missed]) -> Safe:
    return Safe(
        "\n".join(
            words.html("broadcasts-missed-line", name=one.name, school=one.school, reason=one.reason or "unknown")
            for one in people
        )
    )


def _name(words: Words, one: Missed) -> str:
    return words.html("broadcasts-name-line", name=one.name)
