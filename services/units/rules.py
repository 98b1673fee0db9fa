"""How the name of a school is looked for."""

import re

_NOT_LETTERS = re.compile(r"[^\w]+", re.UNICODE)


def fold(text: str) -> str:
    """The form in which names are stored for search and in which what was typed is compared.

    Case, ё and punctuation do not matter: «Гимназия № 2 «Лучик»» is found by «лучик» and by «гимназия 2».
    """
    return _NOT_LETTERS.sub(" ", text.casefold().replace("ё", "е")).strip()


def root_of(path: str) -> int:
    """The unit at the top of the tree: 1 for /1/3/17/."""
    return int(path.split("/")[1])
