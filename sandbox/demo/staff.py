"""Everyone in the schools beside the cast."""

from collections import Counter
from dataclasses import replace
from random import Random

from db.vocabulary import Role
from sandbox.demo.cast import CAST
from sandbox.demo.names import different, masculine
from sandbox.demo.places import SCHOOLS
from sandbox.demo.plan import Note, School, Somebody
from sandbox.demo.subjects import BESIDE, MEN_IN_FOUR, TEACHERS

TEACHING_DEPUTIES = 10
_FIRST_YEARS = (2026, 2025, 2026, 2024, 2025, 2026, 2024, 2025, 2026)
_TAKE_BEGINNERS = (
    "СОШ № 2",
    "СОШ № 3",
    "СОШ № 4",
    "Гимназия № 5",
    "Лицей № 6",
    "Каменская СОШ",
    "Ключевская СОШ",
    "Озёрская СОШ",
    "Раздольненская СОШ",
)
"""Schools with one young teacher each; Ilya's is another."""


def staff(rng: Random) -> list[Somebody]:
    """The cast, then the other teachers, then the deputy heads who do not teach."""
    used = {masculine(person.surname) for person in CAST}
    people = list(CAST)
    posts = _deal()
    beginners = _beginners(rng, posts)
    for place, (school, subject) in enumerate(posts):
        began = beginners.get(place) or rng.randrange(1984, 2022)
        people.append(_teacher(rng, used, len(people) + 1, school, subject, began))
    for school in SCHOOLS:
        _add_deputy_head(rng, used, people, school)
    return people


def _deal() -> list[tuple[School, str]]:
    """Free posts with their subjects: the frequent subjects go round all schools, the rare stay in the large ones."""
    left = Counter({subject: count for subject, (count, _) in TEACHERS.items()})
    posts = Counter({school.name: school.teachers for school in SCHOOLS})
    taught: dict[str, set[str]] = {school.name: set() for school in SCHOOLS}
    for person in CAST:
        if Role.TEACHER in person.roles and person.school is not None:
            posts[person.school] -= 1
            left[person.subjects[0]] -= 1
            taught[person.school].add(person.subjects[0])
    dealt = []
    while any(posts.values()):
        for school in SCHOOLS:
            if posts[school.name] > 0:
                new_here = [subject for subject in TEACHERS if left[subject] and subject not in taught[school.name]]
                subject = (new_here or [subject for subject in TEACHERS if left[subject]])[0]
                posts[school.name] -= 1
                left[subject] -= 1
                taught[school.name].add(subject)
                dealt.append((school, subject))
    return dealt


def _beginners(rng: Random, posts: list[tuple[School, str]]) -> dict[int, int]:
    """Which posts are held by young teachers, and since what year; each teaches something else."""
    chosen: dict[int, int] = {}
    for name, began in zip(_TAKE_BEGINNERS, _FIRST_YEARS, strict=True):
        taken = {posts[place][1] for place in chosen}
        free = [place for place, (school, subject) in enumerate(posts) if school.name == name and subject not in taken]
        chosen[rng.choice(free)] = began
    return chosen


def _teacher(rng: Random, used: set[str], number: int, school: School, subject: str, began: int) -> Somebody:
    female = rng.randrange(4) >= MEN_IN_FOUR.get(subject, 0)
    two = rng.random() < (0.5 if school.rural else 0.1)
    beside = (BESIDE[subject],) if two and subject in BESIDE else ()
    surname, given_name, patronymic = different(rng, used, female=female, young=began >= 2015)
    called = TEACHERS[subject][1]
    return Somebody(
        number,
        surname,
        given_name,
        patronymic,
        female,
        school.name,
        (subject, *beside),
        began,
        roles=(Role.TEACHER,),
        note=Note(_capital(called.ru), _capital(called.en)).also(f", {school.name}", f", {school.english}"),
    )


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _add_deputy_head(rng: Random, used: set[str], people: list[Somebody], school: School) -> None:
    """In most villages an experienced teacher does it too; elsewhere it is a post of its own."""
    if any(person.school == school.name and Role.DEPUTY_HEAD in person.roles for person in people):
        return
    teaching = sum(Role.DEPUTY_HEAD in person.roles and bool(person.subjects) for person in people)
    if school.rural and teaching < TEACHING_DEPUTIES:
        here = [person for person in people[len(CAST) :] if person.school == school.name]
        chosen = min(here, key=lambda person: (person.experience_from or 0, person.number))
        people[chosen.number - 1] = replace(
            chosen,
            roles=(*chosen.roles, Role.DEPUTY_HEAD),
            note=chosen.note.also("; заместитель директора", "; deputy head"),
        )
        return
    surname, given_name, patronymic = different(rng, used, female=True)
    people.append(
        Somebody(
            len(people) + 1,
            surname,
            given_name,
            patronymic,
            True,
            school.name,
            roles=(Role.DEPUTY_HEAD,),
            note=Note(f"Заместитель директора, {school.name}", f"Deputy head, {school.english}"),
        )
    )
