"""Who is a tutor, who mentors whom, and who has not come to the bot yet."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from random import Random

from db.vocabulary import Role
from sandbox.demo.cast import CAST, GALINA, GALINAS_CODE, ILYA, TATYANA
from sandbox.demo.places import FIRST_SCHOOL
from sandbox.demo.plan import PairPlan, Somebody, Tutor

NOT_CONNECTED = 12
PAIRS = 8
OTHER_TUTORS = (
    "russian",
    "russian",
    "primary",
    "primary",
    "foreign",
    "physics",
    "biology",
    "informatics",
    "special",
)
"""Beside the three of the cast: two for mathematics and one for history."""

_ILYAS_ORDER = ("№ 47", date(2026, 9, 2))
_ORDERS = (
    ("№ 31-к", date(2026, 9, 1)),
    ("№ 112", date(2026, 9, 3)),
    ("№ 58/2", date(2026, 9, 4)),
    ("№ 64", date(2026, 9, 7)),
    ("№ 29-од", date(2026, 9, 8)),
    ("№ 71", date(2026, 9, 9)),
    ("№ 83", date(2026, 9, 14)),
)
_LAST_DAY = date(2027, 5, 31)


def name_tutors(rng: Random, people: list[Somebody]) -> tuple[Tutor, ...]:
    """Marks the tutors in `people`. Each has at least ten years of work behind her and no other duty."""
    tutors = [person.number for person in CAST if Role.TUTOR in person.roles]
    for subject in OTHER_TUTORS:
        able = [person for person in _plain(people) if person.subjects[0] == subject and _began(person) <= 2016]
        tutors.append(_give(people, rng.choice(able), Role.TUTOR, "; тьютор", "; tutor"))
    return tuple(Tutor(number, max_tutees=(3, 3, 2, 4)[place % 4]) for place, number in enumerate(tutors))


def name_pairs(people: list[Somebody]) -> tuple[PairPlan, ...]:
    """Marks mentors and mentees. A mentor works in the mentee's school, if possible with the same subject."""
    pairs = [PairPlan(TATYANA, ILYA, FIRST_SCHOOL, *_ILYAS_ORDER, _LAST_DAY)]
    young = [person for person in _plain(people) if _began(person) >= 2024]
    for mentee, order in zip(young[: PAIRS - 1], _ORDERS, strict=True):
        colleagues = [person for person in _plain(people) if person.school == mentee.school and _began(person) < 2024]
        mentor = min(colleagues, key=lambda person: _fitness(person, mentee))
        _give(people, mentor, Role.MENTOR, "; наставник", "; mentor")
        _give(people, mentee, Role.MENTEE, "; молодой специалист", "; young teacher")
        assert mentee.school is not None
        pairs.append(PairPlan(mentor.number, mentee.number, mentee.school, *order, _LAST_DAY))
    return tuple(pairs)


def _fitness(mentor: Somebody, mentee: Somebody) -> tuple[bool, bool, int, int]:
    """Smallest is best: ten years of work, then the same subject, then the longest experience."""
    return _began(mentor) > 2016, mentor.subjects[0] != mentee.subjects[0], _began(mentor), mentor.number


def leave_out(rng: Random, people: list[Somebody]) -> tuple[tuple[str, int], ...]:
    """Marks those who have no account yet; returns the codes printed for them."""
    chosen = sorted(rng.sample([person.number for person in _plain(people)], NOT_CONNECTED - 1))
    codes = {GALINAS_CODE: GALINA}
    for number in chosen:
        code = f"{rng.randrange(100_000, 1_000_000)}"
        while code in codes:
            code = f"{rng.randrange(100_000, 1_000_000)}"
        codes[code] = number
        absent = people[number - 1]
        people[number - 1] = replace(
            absent,
            connected=False,
            note=absent.note.also(
                f". Ещё не в боте: есть листок с кодом {code}", f". Not in the bot yet: has a sheet with code {code}"
            ),
        )
    return tuple(codes.items())


def _plain(people: Iterable[Somebody]) -> list[Somebody]:
    """Teachers beside the cast without another duty."""
    return [person for person in people if person.number > len(CAST) and person.roles == (Role.TEACHER,)]


def _began(person: Somebody) -> int:
    assert person.experience_from is not None
    return person.experience_from


def _give(people: list[Somebody], person: Somebody, role: Role, ru: str, en: str) -> int:
    people[person.number - 1] = replace(person, roles=(*person.roles, role), note=person.note.also(ru, en))
    return person.number
