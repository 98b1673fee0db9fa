"""The season is humane and can be played: free, nearly full and full events, in working hours."""

from datetime import time, timedelta
from pathlib import Path

import pytest

from db.vocabulary import EventStatus, Role, SignUpState
from sandbox.demo.district import build_district
from sandbox.demo.plan import District, EventPlan
from sandbox.demo.season import START
from services.calendar.model import load_calendar

CONTENT = Path(__file__).parents[3] / "content"


@pytest.fixture(scope="module")
def district() -> District:
    return build_district()


def signed(district: District, event: EventPlan) -> list[tuple[int, SignUpState]]:
    number = district.events.index(event)
    return [(sign_up.turn, sign_up.state) for sign_up in district.sign_ups if sign_up.event == number]


def test_the_demo_begins_on_a_tuesday_morning() -> None:
    assert START.isoformat() == "2026-10-06T10:00:00+03:00"
    assert START.weekday() == 1


def test_a_season_lies_ahead_and_a_little_behind(district: District) -> None:
    ahead = [event for event in district.events if event.starts_at > START]
    assert len(ahead) == 26
    assert len(district.events) == 29
    assert {event.starts_at.month for event in ahead} == {10, 11, 12, 1, 2, 3, 4, 5}
    assert len({event.kind for event in ahead}) >= 8
    assert len({event.title for event in district.events}) == 29
    assert all((event.status == EventStatus.HELD) == (event not in ahead) for event in district.events)


def test_hours_are_those_in_which_teachers_can_come(district: District) -> None:
    calendar = load_calendar(CONTENT / "calendar.yaml")
    for event in district.events:
        day = event.starts_at.date()
        assert day.weekday() in calendar.working_weekdays, event.title
        assert day not in calendar.holidays, event.title
        assert time(14) <= event.starts_at.time() < event.ends_at.time() <= time(16, 30), event.title
        assert event.sign_up_until.date() == day - timedelta(days=1)
        assert event.sign_up_until.time() == time(18)


def test_an_event_says_where_it_is_and_what_for(district: District) -> None:
    for event in district.events:
        assert (event.venue is None) != (event.link is None), event.title
        assert 2 <= event.description.count(".") <= 3, event.title
        assert Role.METHODIST in district.somebody(event.organiser).roles
    assert any(event.link and event.starts_at > START for event in district.events)


def test_the_practicum_for_anna(district: District) -> None:
    (event,) = [event for event in district.events if event.title == "Стереометрия: методы решения"]
    assert timedelta(days=10) < event.starts_at - START < timedelta(days=15)
    assert (event.starts_at.time(), event.capacity, event.subjects) == (time(15), 20, ("mathematics",))
    assert event.venue == "Школа № 1, ул. Школьная, 5"
    assert len(signed(district, event)) < 10


def test_one_event_has_a_single_place_left_for_anybody(district: District) -> None:
    (event,) = [event for event in district.events if event.capacity == 20 and len(signed(district, event)) == 19]
    assert event.subjects == ()
    assert event.starts_at > START + timedelta(days=2)


def test_one_event_has_a_waiting_line(district: District) -> None:
    lines = [
        states for event in district.events if SignUpState.WAITING in dict(states := signed(district, event)).values()
    ]
    assert lines == [
        [
            *((turn, SignUpState.CONFIRMED) for turn in range(1, 13)),
            *((turn, SignUpState.WAITING) for turn in (13, 14, 15)),
        ]
    ]


def test_turns_follow_the_moments_of_signing_up(district: District) -> None:
    for number, event in enumerate(district.events):
        line = [sign_up for sign_up in district.sign_ups if sign_up.event == number]
        assert [sign_up.turn for sign_up in line] == list(range(1, event.signed + 1)), event.title
        moments = [sign_up.at for sign_up in line]
        assert moments == sorted(moments)
        assert all(moment < min(event.sign_up_until, START) for moment in moments)
        assert len({sign_up.person for sign_up in line}) == len(line)


def test_whom_one_plays_has_signed_up_for_nothing_yet(district: District) -> None:
    guests = [district.somebody(sign_up.person) for sign_up in district.sign_ups]
    assert all(guest.connected and not guest.pinned for guest in guests)
