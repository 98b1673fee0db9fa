"""Every window of every dialog, found by walking the tree, renders in every language and keeps to the limits."""

import pytest
from aiogram.fsm.state import State, StatesGroup

import dialogs.states
from bot.settings import ROOT
from db.vocabulary import NoticeKind
from dialogs.common.question_view import TICK, question_data
from dialogs.common.words import LONGEST_LABEL
from locales import LOCALES, load_words
from sandbox.gallery.full import filled, lists, unbounded
from sandbox.gallery.limits import problems, without_sample
from sandbox.gallery.notices import render_notice
from sandbox.gallery.places import Place, features
from sandbox.gallery.preview import ZONE
from sandbox.gallery.render import face_data, face_names, render, render_data
from sandbox.gallery.samples import SAMPLES
from sandbox.gallery.transitions import transitions
from scheduler.notices import all_notices
from services.content import load_content
from services.diagnostics.rules import KINDS

CONTENT = load_content(ROOT / "content")
PLACES = [place for feature in features() for place in feature.places]
FACES = [(place, face) for place in PLACES for face in face_names(place)]


def test_every_window_has_preview_data() -> None:
    assert [place.file for place in without_sample(PLACES)] == []


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("place", "face"), FACES, ids=lambda value: getattr(value, "name", value))
async def test_window_keeps_to_the_limits(place: Place, face: str, locale: str) -> None:
    """Its text, rows of buttons, labels and callback data, for everything that its samples show."""
    assert problems(await render(place, face, locale, CONTENT)) == []
    full = filled(place.window, face_data(place, face))
    assert problems(await render_data(place, full, face, locale, CONTENT)) == [], "with its lists full"


def test_every_list_of_buttons_says_how_long_it_becomes() -> None:
    """Else no guard could fill it. The answers to a question are counted below, in every questionnaire."""
    unknown = {place.name: names for place in PLACES if (names := unbounded(place.window))}
    assert {name for names in unknown.values() for name in names if not name.startswith("q_")} == set(), unknown


def test_every_list_has_a_sample() -> None:
    """An empty list cannot be filled: some face of its window shows it."""
    empty = [
        f"{place.name}: {group.items}"
        for place in PLACES
        for group in lists(place.window)
        if not any(face_data(place, face).get(group.items) for face in face_names(place))
    ]
    assert empty == []


def test_every_place_has_a_window() -> None:
    places: set[State] = {
        state
        for group in vars(dialogs.states).values()
        if isinstance(group, type) and issubclass(group, StatesGroup) and group is not StatesGroup
        for state in group.__all_states__
    }
    assert places == {place.state for place in PLACES}


def test_the_code_says_where_every_window_is_made() -> None:
    assert [place.name for place in PLACES if not place.file] == []


def test_every_window_can_be_reached_and_left() -> None:
    """By a button, a message, a command or a notice; and no move of a handler stays unread."""
    ways = transitions(features())
    assert not ways.unread
    reached = {arrow.move.state for arrow in ways.arrows} | {door.state for door in ways.doors}
    assert [place.name for place in PLACES if place.state not in reached] == []
    left = {arrow.source for arrow in ways.arrows}
    assert [place.name for place in PLACES if place.state not in left] == []


def test_every_notice_has_its_words() -> None:
    assert set(all_notices()) == set(NoticeKind) == set(SAMPLES)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", NoticeKind)
def test_notice_keeps_to_the_limits(kind: NoticeKind, locale: str) -> None:
    for name in SAMPLES[kind]:
        assert problems(render_notice(kind, name, locale, CONTENT)) == [], name


@pytest.mark.parametrize("locale", LOCALES)
async def test_every_question_keeps_to_the_limits(locale: str) -> None:
    """Of every questionnaire, in the window that asks it; a tick or an earlier answer makes its label longer."""
    asking = {place.name: place for place in PLACES if place.window.find("q_choices")}
    assert set(asking) == {"Diagnostics.question", "CheckIns.question"}
    words = load_words(locale, ZONE)
    for questionnaire in CONTENT.questionnaires.all(locale):
        place = asking["Diagnostics.question" if questionnaire.kind in KINDS else "CheckIns.question"]
        for item in questionnaire.items:
            data = question_data(words, questionnaire, item, number=7, total=len(questionnaire.items))
            face = await render_data(place, {**(place.window.preview_data or {}), **data}, "", locale, CONTENT)
            longer = [f"{TICK}{key.text}" for row in face.rows for key in row]
            assert problems(face) == [], (questionnaire.id, item.id)
            assert max(map(len, longer)) <= LONGEST_LABEL, (questionnaire.id, item.id)
