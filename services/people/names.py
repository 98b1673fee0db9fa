"""How people are called, and how a typed name is read."""

import re
import unicodedata
from dataclasses import dataclass

from locales.typed_names import PATRONYMIC_ENDINGS, SON_OR_DAUGHTER
from services.people.errors import NameUnclear, SurnameMissing

LONGEST_WORD = 40
_WORD = re.compile(r"[^\W\d_]+(?:[-'’ʼ.][^\W\d_]+)*[.]?")
_HYPHENS = re.compile(r"\s*[-‐‑–—]\s*")


@dataclass(frozen=True)
class Name:
    surname: str
    given_name: str
    patronymic: str | None = None

    @property
    def full(self) -> str:
        return full_name(self.surname, self.given_name, self.patronymic)


def full_name(surname: str | None, given_name: str | None, patronymic: str | None) -> str:
    """«Петрова Анна Петровна», as in a list. Empty when nothing is known."""
    return " ".join(part for part in (surname, given_name, patronymic) if part)


def short_name(surname: str | None, given_name: str | None, patronymic: str | None) -> str:
    """«Петрова А. П.», where a line has little room."""
    initials = (f"{name[0]}." for name in (given_name, patronymic) if name)
    return " ".join(part for part in (surname, *initials) if part)


def read_name(typed: str) -> Name:
    """«Петрова Анна Петровна», also «Анна Петровна Петрова». Whoever typed it is asked whether it was read right.

    A name typed in one case gets its capitals: a phone's keyboard is no reason to write «петрова» in a list.

    Raises NameUnclear (no two to four words of letters), SurnameMissing («Анна Петровна»).
    """
    words = _HYPHENS.sub("-", unicodedata.normalize("NFC", typed)).strip(" ,;").split()
    if not 2 <= len(words) <= 4 or not all(len(word) <= LONGEST_WORD and _WORD.fullmatch(word) for word in words):
        raise NameUnclear()
    words = [_with_capitals(word.removesuffix(".") if len(word) > 2 else word) for word in words]
    if len(words) == 4 and words[3].lower() not in SON_OR_DAUGHTER:
        raise NameUnclear()  # «меня зовут Анна Петровна»
    patronymics = [word.lower().endswith(PATRONYMIC_ENDINGS) for word in words]
    if patronymics == [False, True]:
        raise SurnameMissing()
    if patronymics == [False, True, False]:
        words = [words[2], words[0], words[1]]
    return Name(words[0], words[1], " ".join(words[2:]) or None)


def _with_capitals(word: str) -> str:
    if not (word.islower() or (word.isupper() and len(word) > 1)):
        return word
    return "-".join(part.capitalize() for part in word.split("-"))
