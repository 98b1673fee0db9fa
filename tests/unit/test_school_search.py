"""Schools are found by the words in which people speak of them."""

import pytest

from sandbox.demo.places import SCHOOLS
from services.units.rules import find_by_words, fold

NAMES = [fold(school.name) for school in SCHOOLS]


def found(typed: str) -> list[str]:
    return [NAMES[index] for index in find_by_words(NAMES, typed)]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("школа 5", ["гимназия 5"]),
        ("шк. №5", ["гимназия 5"]),
        ("школа № 1", ["сош 1"]),
        ("сош 1", ["сош 1"]),
        ("1", ["сош 1"]),
        ("Сосновская школа", ["сосновская оош"]),
        ("школа Сосновская", ["сосновская оош"]),
        ("оош сосн", ["сосновская оош"]),
        ("соснов", ["сосновская оош"]),
        ("новская", ["малиновская оош", "сосновская оош", "степановская оош"]),
        ("сосновка", ["сосновская оош"]),
        ("село сосновка", ["сосновская оош"]),
        ("сосновская сош", ["сосновская оош"]),
        ("гемназия", ["гимназия 5"]),
        ("лецей", ["лицей 6"]),
        ("реченская", ["верхнереченская сош", "нижнереченская оош"]),
        ("средняя школа 2", ["сош 2"]),
        ("моу сош №3 г. заречный", ["сош 3"]),
        ("школа 77", []),
        ("Хогвартс", []),
        ("<b>%_", []),
    ],
)
def test_what_people_type(typed: str, names: list[str]) -> None:
    assert found(typed) == names


@pytest.mark.parametrize("typed", ["", "школа", "№", "  "])
def test_without_a_word_of_the_name_everything_is_shown(typed: str) -> None:
    assert found(typed) == NAMES
