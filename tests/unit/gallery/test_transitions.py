"""Where windows lead, read from handlers of every shape that ours have."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

import pytest
from aiogram.fsm.state import State, StatesGroup

from dialogs.states import CheckIns, EventDesk, Events, Menu, Profile
from sandbox.gallery.outline import outline
from sandbox.gallery.picture import picture
from sandbox.gallery.places import Feature, features, name_of
from sandbox.gallery.reading import Move, Reader
from sandbox.gallery.transitions import Transitions, transitions

FEATURES = features()
WAYS: Transitions = transitions(FEATURES)


def feature(name: str) -> Feature:
    return next(one for one in FEATURES if one.name == name)


def led(source: State) -> set[tuple[str, str, str]]:
    """(widget, how, where); «Меню», which stands under nearly every window, left out."""
    return {
        (arrow.by, arrow.move.how, name_of(arrow.move.state) if arrow.move.state else "")
        for arrow in WAYS.arrows
        if arrow.source is source and arrow.move.state is not Menu.main
    }


def test_the_card_of_an_event() -> None:
    """Handlers, the way back out of the dialog, and none that belongs to another window."""
    assert led(Events.card) == {
        ("sign_up", "switch", "Events.confirm"),
        ("wait", "switch", "Events.confirm"),
        ("cancel", "switch", "Events.leave"),
        ("leave", "done", ""),
    }


def test_another_feature_is_opened_by_its_api() -> None:
    assert ("events", "start", "Events.catalogue") in led(Menu.main)
    assert {("my_mentor", "start", "CheckIns.pair"), ("my_mentor", "start", "CheckIns.mine")} <= led(Menu.main)


def test_a_table_of_questions_is_read_with_the_argument_of_the_window() -> None:
    """The keyboard is made by a function; what follows is looked up by the name that it was given."""
    assert led(EventDesk.new_title) == {
        ("title", "switch", "EventDesk.new_subject"),
        ("title", "switch", "EventDesk.new_confirm"),
        ("keep", "switch", "EventDesk.new_subject"),
        ("keep", "switch", "EventDesk.new_confirm"),
        ("back", "switch", "EventDesk.new_kind"),
        ("back", "switch", "EventDesk.new_change"),
    }


def test_an_unfinished_draft_may_lead_to_any_question() -> None:
    goals = {goal for by, _, goal in led(EventDesk.new_unfinished) if by == "continue"}
    assert goals == {f"EventDesk.new_{name}" for name in (
        "kind", "title", "subject", "when", "length", "place", "capacity", "description", "confirm",
    )}  # fmt: skip


def test_a_window_opened_anew_has_nothing_beneath_it() -> None:
    assert ("introduce", "reset", "Entry.welcome") in led(Profile.card)


def test_buttons_under_notices_open_windows() -> None:
    doors = {(door.handler, name_of(door.state)) for door in WAYS.doors}
    assert ("handlers.events.open_from_notice", "Events.card") in doors
    assert ("handlers.mentoring.press", "CheckIns.question") in doors
    assert ("handlers.requests.on_offer", "TutorDesk.propose") in doors
    assert ("handlers.start.my_data", "Profile.card") in doors


def test_the_outline_of_events() -> None:
    drawn = outline(feature("Events"), WAYS.arrows)
    assert [(row.depth, name_of(row.state)) for row in drawn.rows] == [
        (0, "Events.catalogue"),
        (1, "Events.filters"),
        (2, "Events.month"),
        (2, "Events.kind"),
        (1, "Events.card"),
        (2, "Events.confirm"),
        (2, "Events.leave"),
        (1, "Events.mine"),
    ]
    further = [(drawn.rows[one.target].state, list(one.sources)) for one in drawn.bundles]
    assert further == [(Events.card, [7])], "«Мои мероприятия» open the card, too"
    by_state = {row.state: row for row in drawn.rows}
    assert by_state[Events.confirm].returns
    assert by_state[Events.card].leaves
    assert not by_state[Events.confirm].leaves


@pytest.mark.parametrize("one", FEATURES, ids=lambda one: one.name)
def test_every_window_is_drawn_once_and_every_arrow_stands_somewhere(one: Feature) -> None:
    drawn = outline(one, WAYS.arrows)
    own = [place.state for place in one.places]
    assert sorted(map(name_of, own)) == sorted(name_of(row.state) for row in drawn.rows if not row.outside)
    at = {row.state: row.at for row in drawn.rows if not row.outside}
    told = {(row.parent, row.at) for row in drawn.rows if row.parent is not None}
    told |= {(row.at, row.parent) for row in drawn.rows if row.parent is not None and row.returns}
    told |= {(source, bundle.target) for bundle in drawn.bundles for source in bundle.sources}
    inside = {(at[arrow.source], at[arrow.move.state]) for arrow in WAYS.arrows
              if arrow.source in own and arrow.move.state in at and arrow.move.state is not arrow.source}  # fmt: skip
    assert inside <= told
    for bundle in drawn.bundles:
        for other in drawn.bundles:
            if other is not bundle and other.lane == bundle.lane:
                assert bundle.span[1] < other.span[0] or other.span[1] < bundle.span[0], "lines lie upon each other"


def test_the_picture_links_to_every_window() -> None:
    drawn = picture("CheckIns", outline(feature("CheckIns"), WAYS.arrows), {CheckIns.pair})
    links = re.findall(r'href="#w-([\w.]+)"', drawn)
    assert {f"CheckIns.{name}" for name in ("question", "send", "done", "contact", "mine", "pair")} <= set(links)
    assert drawn.count('class="node marked"') == 1


# handlers that ours do not have yet


class Rooms(StatesGroup):
    first = State()
    second = State()
    third = State()


Go = Callable[[Any], Awaitable[None]]


async def _through(manager: Any, *, then: State = Rooms.first) -> None:
    await manager.switch_to(then)


def read(handler: Any, monkeypatch: pytest.MonkeyPatch) -> tuple[list[Move], Iterable[str]]:
    monkeypatch.setattr("sandbox.gallery.reading.OURS", (__name__,))
    reader = Reader()
    return reader.read(handler), [one.place for one in reader.unread]


def test_defaults_branches_and_functions_that_are_handed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    async def handler(query: Any, manager: Any) -> None:
        async def deed(goal: State) -> None:
            await manager.switch_to(goal)

        def chosen() -> State:
            return Rooms.second if query.data else Rooms.third

        try:
            await _through(manager)
        finally:
            await deed(chosen())

    moves, unread = read(handler, monkeypatch)
    assert {move.state for move in moves} == {Rooms.first, Rooms.second, Rooms.third}
    assert not unread


def test_a_branch_that_cannot_be_taken_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    async def deed(manager: Any, name: str | None = None) -> None:
        await manager.switch_to(Rooms.second if name is None else Rooms.third)

    async def handler(manager: Any) -> None:
        await deed(manager)

    assert read(handler, monkeypatch)[0] == [Move("switch", Rooms.second)]


def test_a_name_that_changes_meanwhile_decides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a use case that is handed over says whether to go on."""

    async def handler(run: Any, manager: Any) -> None:
        going_on = False

        async def use_case() -> None:
            nonlocal going_on
            going_on = True

        await run(use_case)
        if going_on:
            await manager.switch_to(Rooms.second)

    assert read(handler, monkeypatch)[0] == [Move("switch", Rooms.second)]


def test_a_goal_that_cannot_be_told_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    async def handler(query: Any, manager: Any) -> None:
        await manager.switch_to(query.state)

    moves, unread = read(handler, monkeypatch)
    assert moves == []
    assert ["manager.switch_to(query.state)" in one for one in unread] == [True]


def test_a_goal_without_a_name_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where «next» leads is decided by the order of the windows: a state that is named can be read."""

    async def handler(manager: Any) -> None:
        await manager.next()

    moves, unread = read(handler, monkeypatch)
    assert moves == []
    assert ["manager.next()" in one for one in unread] == [True]
