"""How the name of a school is looked for."""

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from locales.typed_schools import ANY_SCHOOL, KINDS

NEAR = 0.75
"""How much of two words has to be alike: «сосновка» is «сосновская», «гемназия» is «гимназия»."""

_NOT_LETTERS = re.compile(r"[^\w]+", re.UNICODE)


def fold(text: str) -> str:
    """The form in which names are stored for search and in which what was typed is compared.

    Case, ё and punctuation do not matter: «Гимназия № 2 «Лучик»» is found by «лучик» and by «гимназия 2».
    """
    return _NOT_LETTERS.sub(" ", text.casefold().replace("ё", "е")).strip()


def find_by_words(names: Sequence[str], typed: str) -> list[int]:
    """Which of the folded `names` were meant, in their order; all of them when no word of a name was typed.

    Words may stand in any order and be begun only. Where not all of them fit, misspelt ones are taken for what they
    are near to; then most of them is enough, for a village says «школа» of a СОШ and СОШ of an ООШ.
    """
    words = [word for word in fold(typed).split() if word not in ANY_SCHOOL]
    if not words:
        return list(range(len(names)))
    for fits in (_begins, _holds, _is_near):
        found = [index for index, name in enumerate(names) if _count(words, name, fits) == len(words)]
        if found:
            return found
    telling = [word for word in words if word not in KINDS]
    counts = [_count(telling, name, _is_near) for name in names]
    best = max(counts, default=0)
    return [index for index, count in enumerate(counts) if count == best > 0]


def _count(words: Sequence[str], name: str, fits: Callable[[str, str], bool]) -> int:
    return sum(any(fits(part, word) for part in name.split()) for word in words)


def _begins(part: str, word: str) -> bool:
    """A number is whole: «1» is not «11»."""
    return part == word if word.isdecimal() else part.startswith(word)


def _holds(part: str, word: str) -> bool:
    return part == word if word.isdecimal() else len(word) > 2 and word in part


def _is_near(part: str, word: str) -> bool:
    return _holds(part, word) or (
        not word.isdecimal() and not part.isdecimal() and SequenceMatcher(None, part, word).ratio() >= NEAR
    )


def root_of(path: str) -> int:
    """The unit at the top of the tree: 1 for /1/3/17/."""
    return int(path.split("/")[1])
