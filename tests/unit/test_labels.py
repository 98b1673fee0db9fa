"""What differs before it is cut to the length of a button differs after it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.common.labels import fitted, shorten, shorten_middle

ROOM = 30
SCHOOL = "МБОУ «Средняя общеобразовательная школа № {number}» Сосновского района"
LONG = st.text(alphabet="абв №12", min_size=25, max_size=80)
LISTS = st.lists(LONG | LONG.map("Муниципальное бюджетное общеобразовательное учреждение".__add__), max_size=8)


@pytest.mark.parametrize("cut", [shorten, shorten_middle])
@given(texts=LISTS)
def test_different_names_stay_different(cut, texts: list[str]) -> None:  # type: ignore[no-untyped-def]
    labels = fitted(texts, ROOM, cut)
    assert len(labels) == len(texts)
    assert max(map(len, labels), default=0) <= ROOM
    assert len(set(zip(texts, labels, strict=True))) == len(set(texts)) == len(set(labels))


@given(texts=st.lists(st.text(max_size=ROOM), max_size=8))
def test_what_fits_stays_as_it_is(texts: list[str]) -> None:
    assert fitted(texts, ROOM) == texts


@given(texts=LISTS)
def test_a_list_of_one_name_is_cut_alike(texts: list[str]) -> None:
    assert all(len(set(fitted([text] * 3, ROOM))) == 1 for text in texts)


def test_the_end_tells_schools_apart() -> None:
    names = [f"МБОУ «Средняя общеобразовательная школа № {number}»" for number in (11, 12)]
    assert fitted(names, ROOM, shorten_middle) == ["МБОУ «Средняя…ная школа № 11»", "МБОУ «Средняя…ная школа № 12»"]


def test_one_school_alone_keeps_its_end_too() -> None:
    """Another page of the list may hold the school with the other number."""
    assert fitted(["Муниципальное бюджетное учреждение СОШ № 7"], ROOM, shorten_middle)[0].endswith("СОШ № 7")


def test_a_difference_in_the_middle_is_shown() -> None:
    labels = fitted([SCHOOL.format(number=number) for number in (3, 14, 15)], ROOM, shorten_middle)
    assert all(any(f"№ {number}" in label for label in labels) for number in (3, 14, 15)), labels


def test_titles_are_cut_at_their_end_unless_they_come_out_alike() -> None:
    one, other = "20 окт. Стереометрия: методы решения задач, занятие 1", "20 окт. Наставничество: первый месяц работы"
    assert fitted([one, other], ROOM)[0] == "20 окт. Стереометрия: методы…"
    assert fitted([one, one.replace("занятие 1", "занятие 2")], ROOM) == [
        "20 окт. Стереометрия: м…ятие 1",
        "20 окт. Стереометрия: м…ятие 2",
    ]


def test_what_nothing_tells_apart_is_counted() -> None:
    texts = ["а" * 40 + one + "а" * 40 + other + "а" * 40 for one, other in ("ба", "аб", "аа")]
    assert fitted(texts, ROOM) == [f"{'а' * 25}… ({number})" for number in (1, 2, 3)]
    assert fitted(texts[:2], ROOM) == ["аааааааааа…ааааааааба" + "а" * 8 + "…", "аааааааааа…аааааааааа" + "а" * 8 + "…"]
