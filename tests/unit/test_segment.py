import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.broadcasts.segment import MOST_FILTERS, By, Filter, Segment

FILTERS = st.builds(Filter, st.sampled_from(By), st.sampled_from(["", "1", "history"]))


def test_everyone_is_not_narrowed_but_chosen() -> None:
    assert Segment().may_narrow_by() == ()


@pytest.mark.parametrize(
    ("held", "offered"),
    [
        ((By.SCHOOL,), (By.SUBJECT, By.ROLE, By.YOUNG)),
        ((By.MUNICIPALITY,), (By.SCHOOL, By.SUBJECT, By.ROLE, By.YOUNG)),
        ((By.YOUNG,), (By.MUNICIPALITY, By.SCHOOL, By.SUBJECT, By.ROLE)),
        ((By.SUBJECT, By.YOUNG), ()),
    ],
)
def test_what_can_still_be_added(held: tuple[By, ...], offered: tuple[By, ...]) -> None:
    assert Segment(tuple(Filter(by) for by in held)).may_narrow_by() == offered


def test_a_second_filter_of_a_kind_takes_the_place_of_the_first() -> None:
    held = Segment().with_filter(Filter(By.SCHOOL, "1")).with_filter(Filter(By.SCHOOL, "2"))
    assert held == Segment((Filter(By.SCHOOL, "2"),))


@given(st.lists(FILTERS, max_size=5))
def test_it_is_kept_as_it_is_and_stays_small(filters: list[Filter]) -> None:
    segment = Segment()
    for one in filters:
        segment = segment.with_filter(one)
    assert len(segment.filters) <= MOST_FILTERS
    assert Segment.from_json(segment.to_json()) == segment
