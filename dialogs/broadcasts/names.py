"""Lists of people as lines of a message: names are read and forwarded, not pressed."""

from itertools import groupby
from operator import attrgetter

from dialogs.common.labels import shorten
from locales import Safe, Words
from services.broadcasts.views import Named

PEOPLE_PAGE = 20
LONGEST = 60
"""Characters of a school or a name: twenty of each fit one message."""


def by_school(words: Words, people: list[Named]) -> Safe:
    """Each school once, its people below, each with why she did not get it where that is known."""
    return Safe(
        "\n\n".join(
            "\n".join(
                [
                    words.html("broadcasts-school-line", school=shorten(school, LONGEST)),
                    *(_name(words, one) for one in those),
                ]
            )
            for school, those in groupby(people, attrgetter("school"))
        )
    )


def _name(words: Words, one: Named) -> str:
    return words.html("broadcasts-name-line", name=shorten(one.name, LONGEST), reason=one.reason or "none")
