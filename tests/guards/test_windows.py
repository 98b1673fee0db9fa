"""Every window of every dialog, found by walking the tree, renders in every language from its sample data."""

from datetime import UTC, datetime
from importlib import import_module
from pkgutil import iter_modules
from zoneinfo import ZoneInfo

import pytest
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import InlineKeyboardMarkup
from aiogram_dialog import Dialog, Window
from aiogram_dialog.tools.preview import FakeManager
from aiogram_dialog.widgets.media import DynamicMedia

import dialogs
import dialogs.states
from bot.settings import ROOT
from db.vocabulary import NoticeKind, Platform, Role
from dialogs.common.context import KEY, Context, House
from dialogs.common.picture import CAPTION
from locales import LOCALES
from scheduler.notices import all_notices
from services.content import load_content
from services.people.views import PersonView, RoleView, Visitor

CONTENT = load_content(ROOT / "content")
TEXT_LIMIT = 4096
CALLBACK_LIMIT = 64
INTENT = 8
"""Bytes that the real intent id and its separator take of the callback data (the preview's is one byte long)."""

MOST_IN_A_ROW = 4


class FrozenClock:
    def now(self) -> datetime:
        return datetime(2026, 10, 6, 7, tzinfo=UTC)


def found_dialogs() -> list[Dialog]:
    built: list[Dialog] = []
    for feature in iter_modules(dialogs.__path__):
        build = getattr(import_module(f"dialogs.{feature.name}"), "build", None) if feature.ispkg else None
        if build is not None:
            made = build()
            built += made if isinstance(made, list) else [made]
    return built


def windows() -> list[tuple[Dialog, State]]:
    return [(dialog, state) for dialog in found_dialogs() for state in dialog.states()]


def preview_context(locale: str) -> Context:
    def closed() -> object:
        raise AssertionError("a window reads the database outside its getter")

    roles = tuple(RoleView(role, 1, "/1/") for role in Role)
    person = PersonView(
        id=1, surname="Петрова", given_name="Анна", patronymic="Петровна", unit_id=2, unit_name="Сосновская ООШ",
        unit_path="/1/2/", municipality_id=1, experience_from=1997, locale=locale, anonymous=False, consented=True,
        subjects=("mathematics",), roles=roles,
    )  # fmt: skip
    zone = ZoneInfo("Europe/Moscow")
    house = House(closed, closed, FrozenClock(), CONTENT, zone, "")  # type: ignore[arg-type]
    return Context(house, Platform.TELEGRAM, 1, Visitor(1, locale, person, None))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("dialog", "state"), windows(), ids=lambda value: getattr(value, "state", ""))
async def test_window_renders(dialog: Dialog, state: State, locale: str) -> None:
    manager = FakeManager()  # type: ignore[no-untyped-call]
    manager.set_dialog(dialog)
    manager.set_state(state)
    manager.middleware_data[KEY] = preview_context(locale)
    window = dialog.windows[state]
    assert isinstance(window, Window)
    data = await window.load_data(dialog, manager)
    text = await window.render_text(data, manager)
    limit = CAPTION if isinstance(window.media, DynamicMedia) else TEXT_LIMIT
    assert 0 < len(text.encode("utf-16-le")) // 2 <= limit
    markup = await window.render_kbd(data, manager)
    if isinstance(markup, InlineKeyboardMarkup):
        for row in markup.inline_keyboard:
            assert len(row) <= MOST_IN_A_ROW
            for button in row:
                assert button.text.strip()
                assert len((button.callback_data or "").encode()) <= CALLBACK_LIMIT - INTENT, button.callback_data


def test_every_place_has_a_window() -> None:
    places = {
        state
        for group in vars(dialogs.states).values()
        if isinstance(group, type) and issubclass(group, StatesGroup) and group is not StatesGroup
        for state in group.__all_states__
    }
    shown = {state for _, state in windows()}
    assert places == shown


def test_every_notice_has_its_words() -> None:
    assert set(all_notices()) == set(NoticeKind)
