"""Subjects by the words in which people name them."""

import pytest

from tests.kit.diagnostics_people import CONTENT

SUBJECTS = CONTENT.subjects


@pytest.mark.parametrize(
    ("typed", "codes", "unknown"),
    [
        ("алгебра", ["mathematics"], []),
        ("рисование", ["arts"], []),
        ("алгебра, физика", ["mathematics", "physics"], []),
        ("физика и химия", ["physics", "chemistry"], []),
        ("история и обществознание", ["history"], []),
        ("русский", ["russian"], []),
        ("Ин. яз.", ["foreign"], []),
        ("матем", ["mathematics"], []),
        ("труд", ["technology"], []),
        ("maths; PE", ["mathematics", "sport"], []),
        ("ОБЖ/ОБЗР", ["safety"], []),
        ("астрология", [], ["астрология"]),
        ("химия, астрология", ["chemistry"], ["астрология"]),
        ("🙂", [], []),
    ],
)
def test_what_people_type(typed: str, codes: list[str], unknown: list[str]) -> None:
    assert SUBJECTS.read(typed) == (codes, unknown)


def test_no_word_means_two_subjects() -> None:
    said = [word for words in SUBJECTS.also.values() for word in words]
    assert sorted(said) == sorted(set(said))
