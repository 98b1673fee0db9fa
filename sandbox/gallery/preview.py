"""The manager that a window is previewed with: it holds sample people and opens no door to a database."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.types import Chat, User
from aiogram_dialog import Dialog
from aiogram_dialog.api.entities import Context as DialogContext

from db.vocabulary import Platform, Role
from dialogs.common.context import KEY, Context, House
from sandbox.gallery.places import Place
from services.content import Content
from services.people.views import PersonView, RoleView, Visitor

NOW = datetime(2026, 10, 6, 7, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Moscow")
INTENT = "intent-1"
"""As long as the names of real windows are (see bot/intent_ids.py): they stand in the data of every button."""


class _Clock:
    def now(self) -> datetime:
        return NOW


def _closed() -> Any:
    raise AssertionError("a window reads the database outside its getter")


def sample_context(content: Content, locale: str) -> Context:
    """Анна Петровна, who holds every role: what a window may show, it shows."""
    person = PersonView(
        id=1, surname="Петрова", given_name="Анна", patronymic="Петровна", unit_id=2, unit_name="Сосновская ООШ",
        unit_path="/1/2/", municipality_id=1, experience_from=1997, locale=locale, anonymous=False, consented=True,
        subjects=("mathematics",), roles=tuple(RoleView(role, 1, "/1/") for role in Role),
    )  # fmt: skip
    house = House(_closed, _closed, _Clock(), content, ZONE, "")
    return Context(house, Platform.TELEGRAM, 1, Visitor(1, locale, person, None))


@dataclass
class PreviewManager:
    """What the library's widgets ask of a DialogManager while they render, and nothing that acts."""

    place: Place
    context: Context
    middleware_data: dict[str, Any] = field(init=False)
    start_data: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.opened = DialogContext(INTENT, "", self.place.state, {})
        self.middleware_data = {
            KEY: self.context,
            "dialog_manager": self,
            "event_chat": Chat(id=1, type="private"),
            "event_from_user": User(id=1, is_bot=False, first_name="Анна"),
        }

    @property
    def dialog(self) -> Dialog:
        return self.place.dialog

    @property
    def dialog_data(self) -> dict[str, Any]:
        return self.opened.dialog_data

    def is_preview(self) -> bool:
        return True

    def has_context(self) -> bool:
        return True

    def current_context(self) -> DialogContext:
        return self.opened

    async def load_data(self) -> dict[str, Any]:
        """What the library adds to every window's data; ours say none of it."""
        return {}

    def find(self, widget_id: str) -> Any:
        widget = self.dialog.find(widget_id)
        return None if widget is None else widget.managed(self)
