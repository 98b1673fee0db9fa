"""Each limit can fail: windows that break one of them, and one that keeps to all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import pytest
from aiogram.fsm.state import State, StatesGroup
from aiogram_dialog import Dialog
from aiogram_dialog.widgets.kbd import Button, Column, Group, Select
from aiogram_dialog.widgets.media import StaticMedia
from aiogram_dialog.widgets.text import Const, Format

from bot.settings import ROOT
from dialogs.common.choices import choices
from dialogs.common.pager import PAGE, pager
from dialogs.common.window import Window
from dialogs.common.words import Raw
from sandbox.gallery.full import FULL, unbounded
from sandbox.gallery.limits import measures, problems, without_sample
from sandbox.gallery.places import Place
from sandbox.gallery.preview import INTENT
from sandbox.gallery.render import USUAL, Face, face_names, render
from services.content import load_content

CONTENT = load_content(ROOT / "content")


class Room(StatesGroup):
    only = State()


def place(*widgets: Any, sample: Mapping[str, Any] | None = None, **faces: Mapping[str, Any]) -> Place:
    window = Window(*widgets, state=Room.only, preview_data=sample, preview_faces=faces)
    return Place(Dialog(window), window, "here.py", 1)


async def shown(*widgets: Any) -> Face:
    return await render(place(*widgets, sample={}), USUAL, "ru", CONTENT)


def key(text: str, name: str = "key") -> Button:
    return Button(Const(text), id=name)


async def test_a_window_within_the_limits_has_no_problem() -> None:
    keys = [key("я" * 30, f"key{number}") for number in range(8)]
    assert problems(await shown(Const("я" * 3800), Column(*keys))) == []


async def test_a_window_without_preview_data_is_found() -> None:
    bare, sampled = place(Const("Окно")), place(Const("Окно"), sample={})
    assert without_sample([bare, sampled]) == [bare]


@pytest.mark.parametrize(("text", "units"), [("я" * 3801, 3801), ("😀" * 1901, 3802)])
async def test_a_text_that_is_too_long(text: str, units: int) -> None:
    assert problems(await shown(Const(text))) == [f"characters: {units} of 3800 ''"]


async def test_tags_are_not_counted() -> None:
    assert problems(await shown(Const(f"<b>{'я' * 3800}</b>"))) == []


async def test_a_caption_has_less_room() -> None:
    picture = StaticMedia(url="https://example.org/a.png")
    assert problems(await shown(Const("я" * 1025), picture)) == ["characters: 1025 of 1024 ''"]


async def test_more_than_eight_rows() -> None:
    keys = [key("Да", f"key{number}") for number in range(9)]
    assert problems(await shown(Const("Окно"), Column(*keys))) == ["rows: 9 of 8 ''"]


async def test_a_label_of_more_than_thirty_characters() -> None:
    assert problems(await shown(Const("Окно"), key("я" * 31))) == [f"label: 31 of 30 '{'я' * 31}'"]


async def test_data_of_more_than_64_bytes_with_the_name_of_the_window() -> None:
    """The library puts the name and a separator before the id: 8 and 1 bytes."""
    longest = 64 - len(INTENT) - 1
    assert problems(await shown(Const("Окно"), key("Да", "k" * longest))) == []
    assert problems(await shown(Const("Окно"), key("Да", "k" * (longest + 1))))[0].startswith("data: 65 of 64")


async def test_what_the_messenger_would_refuse() -> None:
    assert problems(await shown(Const("a <b>b"))) == [
        "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\""
    ]
    assert "says nothing" in problems(await shown(Const(" ")))
    assert problems(await shown(Const("Окно"), key(" "))) == [f"a button without a label: '{INTENT}\\x1dkey'"]
    five = Group(*[key("Да", f"key{number}") for number in range(5)], width=5)
    assert problems(await shown(Const("Окно"), five)) == ["5 buttons in a row: ['Да', 'Да', 'Да', 'Да', 'Да']"]


async def test_from_nine_tenths_on_it_is_near() -> None:
    near = {one.name: one.near for one in measures(await shown(Const("я" * 3420), key("я" * 26)))}
    assert near == {"characters": True, "rows": False, "label": False, "data": False}


@pytest.mark.parametrize(
    ("label", "near"), [("я" * 29, True), ("я" * 20 + "…" + "я" * 8, False), ("я" * 28 + "…", False)]
)
async def test_a_label_that_was_cut_is_not_near(label: str, near: bool) -> None:
    assert [one.near for one in measures(await shown(Const("Окно"), key(label))) if one.name == "label"] == [near]


async def test_as_many_rows_as_a_full_list_has_are_not_near() -> None:
    rows = Column(*[key("Да", f"key{number}") for number in range(8)])
    assert [(one.value, one.near) for one in measures(await shown(Const("Окно"), rows)) if one.name == "rows"] == [
        (8, False)
    ]


async def test_a_face_says_only_what_differs() -> None:
    here = place(Format("{name}: {places}"), sample={"name": "Семинар", "places": "есть места"}, full={"places": "нет"})
    assert face_names(here) == [USUAL, "full"]
    assert [(await render(here, face, "ru", CONTENT)).text for face in face_names(here)] == [
        "Семинар: есть места",
        "Семинар: нет",
    ]


async def _chosen(*_: Any) -> None: ...


@dataclass(frozen=True)
class Turned:
    page: int = 0


async def test_a_full_page_is_a_face_of_its_own() -> None:
    """One item and no pager in the sample; all that the list may hold and both buttons of the pager in the face."""
    here = place(
        Const("Школы"),
        choices("schools", _chosen, int, most=PAGE),
        pager(Turned),
        Column(*(key("я", f"key{number}") for number in range(8 - PAGE))),
        sample={"schools": [{"id": 1, "name": "СОШ № 1"}]},
    )
    assert face_names(here) == [USUAL, FULL]
    assert problems(await render(here, USUAL, "ru", CONTENT)) == []
    full = await render(here, FULL, "ru", CONTENT)
    assert len(full.rows[PAGE]) == 2
    assert problems(full) == ["rows: 9 of 8 ''"]


def test_a_list_that_says_no_length_is_found() -> None:
    bare: Select[str] = Select(Raw("name"), id="bare", item_id_getter=itemgetter("id"), items="schools")
    here = place(Const("Школы"), choices("schools", _chosen, int, most=PAGE), Column(bare), sample={})
    assert unbounded(here.window) == ["bare"]
