"""The district promises certain people and numbers: documentation, tests and the first minutes of play rely on them."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
import yaml

from db.vocabulary import Role
from sandbox.demo.district import SEED, build_district
from sandbox.demo.plan import District, Somebody
from sandbox.demo.season import START
from sandbox.demo.subjects import BESIDE, TEACHERS
from services.people.rules import is_young_teacher

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def district() -> District:
    return build_district()


def called(district: District, name: str) -> Somebody:
    found = [
        person for person in district.people if f"{person.surname} {person.given_name} {person.patronymic}" == name
    ]
    assert len(found) == 1, name
    return found[0]


def test_the_same_seed_gives_the_same_district() -> None:
    assert build_district(SEED) == build_district(SEED)
    assert build_district(SEED) != build_district(SEED + 1)


def test_the_order_of_hashes_does_not_matter() -> None:
    program = "import hashlib; from sandbox.demo.district import build_district as b; " + (
        "print(hashlib.sha256(repr(b()).encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


@pytest.mark.parametrize("seed", [SEED, 1, 2, 3, 4])
def test_numbers_are_as_promised(seed: int) -> None:
    district = build_district(seed)
    roles = Counter(role for person in district.people for role in person.roles)
    teachers = [person for person in district.people if Role.TEACHER in person.roles]
    assert len(district.schools) == 22
    assert roles == {
        Role.TEACHER: 140,
        Role.TUTOR: 12,
        Role.MENTOR: 8,
        Role.MENTEE: 8,
        Role.DEPUTY_HEAD: 22,
        Role.METHODIST: 3,
        Role.ADMINISTRATOR: 1,
    }
    assert sum(not person.connected for person in teachers) == 12
    assert sum(person.connected for person in district.people) == 143
    assert sum(is_young_teacher(person.experience_from, START) for person in teachers) == 10
    assert [person.number for person in district.people] == list(range(1, len(district.people) + 1))


def test_every_school_has_its_teachers_and_one_deputy_head(district: District) -> None:
    teachers = Counter(person.school for person in district.people if Role.TEACHER in person.roles)
    deputies = Counter(person.school for person in district.people if Role.DEPUTY_HEAD in person.roles)
    assert teachers == {school.name: school.teachers for school in district.schools}
    assert deputies == {school.name: 1 for school in district.schools}


def test_every_subject_of_the_content_is_taught(district: District) -> None:
    codes = list(yaml.safe_load((ROOT / "content" / "subjects.yaml").read_text(encoding="utf-8")))
    taught = Counter(person.subjects[0] for person in district.people if person.subjects)
    assert taught == {code: count for code, (count, _) in TEACHERS.items()}
    assert set(taught) == set(codes)
    assert {*BESIDE, *BESIDE.values()} <= set(codes)


def test_parts_of_a_name_agree_in_gender_and_nobody_shares_one(district: District) -> None:
    for person in district.people:
        endings = ("а", ("а", "я", "ь"), "на") if person.female else (("ов", "ев", "ёв", "ин", "ын"), (), "ич")
        assert person.surname.endswith(endings[0]), person
        assert person.patronymic.endswith(endings[2]), person
        if person.female:
            assert person.given_name.endswith(endings[1]), person
        else:
            assert not person.given_name.endswith("а") or person.given_name == "Никита", person
    names = [(person.surname, person.given_name, person.patronymic) for person in district.people]
    assert len(set(names)) == len(names)


def test_anna_teaches_in_the_village_and_olga_is_her_deputy_head(district: District) -> None:
    anna = called(district, "Петрова Анна Петровна")
    olga = called(district, "Зайцева Ольга Ивановна")
    assert (anna.school, anna.subjects, anna.experience_from, anna.connected) == (
        "Сосновская ООШ",
        ("mathematics",),
        1997,
        True,
    )
    assert (olga.school, olga.roles) == (anna.school, (Role.DEPUTY_HEAD,))


def test_ilya_is_mentored_by_tatyana_under_order_47(district: District) -> None:
    ilya, tatyana = called(district, "Воронов Илья Сергеевич"), called(district, "Орлова Татьяна Сергеевна")
    pair = next(pair for pair in district.pairs if pair.mentee == ilya.number)
    assert (pair.mentor, pair.order_number) == (tatyana.number, "№ 47")
    assert (ilya.experience_from, START.year - (tatyana.experience_from or 0)) == (2026, 27)
    assert {Role.MENTOR, Role.TUTOR} <= set(tatyana.roles)


def test_pairs_join_connected_people_of_one_school_for_this_year(district: District) -> None:
    assert len({pair.mentor for pair in district.pairs} | {pair.mentee for pair in district.pairs}) == 16
    assert len({pair.order_number for pair in district.pairs}) == 8
    for pair in district.pairs:
        mentor, mentee = district.somebody(pair.mentor), district.somebody(pair.mentee)
        assert mentor.school == mentee.school == pair.school
        assert mentor.connected
        assert mentee.connected
        assert Role.MENTOR in mentor.roles
        assert Role.MENTEE in mentee.roles
        assert is_young_teacher(mentee.experience_from, START)
        assert (mentor.experience_from or 9999) <= 2016
        assert (pair.order_date.year, pair.order_date.month) == (2026, 9)
        assert pair.ends_on.isoformat() == "2027-05-31"


def test_tutors_cover_what_is_asked_for_most(district: District) -> None:
    tutors = [district.somebody(tutor.person) for tutor in district.tutors]
    subjects = Counter(tutor.subjects[0] for tutor in tutors)
    assert (subjects["mathematics"], subjects["russian"], subjects["history"]) == (2, 2, 1)
    assert all(Role.TUTOR in tutor.roles and tutor.connected for tutor in tutors)
    assert {"Смирнова", "Кузнецов"} <= {tutor.surname for tutor in tutors}


def test_whoever_is_not_connected_has_a_sheet_with_a_code(district: District) -> None:
    codes = dict(district.entry_codes)
    assert set(codes.values()) == {person.number for person in district.people if not person.connected}
    assert district.somebody(codes["482915"]).given_name == "Галина"
    for code, number in codes.items():
        assert len(code) == 6
        assert code in district.somebody(number).note.ru


def test_everybody_is_explained_in_both_languages(district: District) -> None:
    for person in district.people:
        assert re.search("[а-яё]", person.note.ru), person
        assert re.fullmatch("[ -~’]+", person.note.en), person
    assert district.somebody(1).note.en == "Mathematics teacher, Sosnovskaya School, teaching since 1997"


def test_the_reader_of_english_is_pinned(district: District) -> None:
    english = [person for person in district.people if person.locale == "en"]
    assert [(person.surname, person.subjects, person.pinned) for person in english] == [
        ("Лебедева", ("foreign",), True)
    ]
