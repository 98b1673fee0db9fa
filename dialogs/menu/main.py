from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group

from db.vocabulary import CheckInSide, Role
from dialogs.broadcasts.api import open_broadcasts
from dialogs.common.context import context
from dialogs.common.longest import LONG_NAME
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.diagnostics.api import open_diagnostics, open_shared_results
from dialogs.entry.api import introduce
from dialogs.event_desk.api import open_event_desk
from dialogs.events.api import open_events
from dialogs.mentoring.api import open_my_mentees, open_my_mentor, sides_of
from dialogs.pairs.api import open_pairs
from dialogs.profile.api import open_profile
from dialogs.request_queue.api import open_request_queue
from dialogs.requests.api import open_my_requests
from dialogs.staff.api import open_staff
from dialogs.states import Menu
from dialogs.tutor_desk.api import open_tutor_desk
from services.visibility.rules import keeps_desks


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    person = context(dialog_manager).person
    sides = await sides_of(dialog_manager)
    return {
        "name": person.polite_name,
        "anonymous": person.anonymous,
        "is_tutor": person.has(Role.TUTOR),
        "is_mentor": CheckInSide.MENTOR in sides,
        "is_mentee": CheckInSide.MENTEE in sides,
        "is_methodist": keeps_desks(person),
        "reads_results": person.has(Role.METHODIST),
        "is_administrator": person.has(Role.ADMINISTRATOR),
    }


def door(
    place: str, key: str, open_place: Callable[[DialogManager], Awaitable[None]], when: str | None = None
) -> Button:
    """A button into a feature; `when` names the getter's flag of those who have it."""

    async def go(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
        await open_place(manager)

    return Button(Label(key), id=place, on_click=go, when=when)


window = Window(
    Say("menu-hello"),
    Group(
        door("diagnostics", "diagnostics-menu-btn", open_diagnostics),
        door("events", "events-menu-btn", open_events),
        door("requests", "requests-menu-btn", open_my_requests),
        door("my_mentor", "mentoring-menu-btn-mentor", open_my_mentor, when="is_mentee"),
        door("my_mentees", "mentoring-menu-btn-mentees", open_my_mentees, when="is_mentor"),
        door("tutor_desk", "tutor-desk-menu-btn", open_tutor_desk, when="is_tutor"),
        door("request_queue", "request-queue-menu-btn", open_request_queue, when="is_methodist"),
        door("broadcasts", "broadcasts-menu-btn", open_broadcasts, when="is_methodist"),
        door("event_desk", "event-desk-menu-btn", open_event_desk, when="is_methodist"),
        door("pairs", "pairs-menu-btn", open_pairs, when="is_methodist"),
        door("shared_results", "diagnostics-menu-btn-shared", open_shared_results, when="reads_results"),
        door("staff", "staff-menu-btn", open_staff, when="is_administrator"),
        door("profile", "menu-btn-profile", open_profile),
        door("introduce", "profile-btn-introduce", introduce, when="anonymous"),
        width=2,
    ),
    state=Menu.main,
    getter=getter,
    preview_data={
        "name": "Анна Петровна",
        "anonymous": False,
        "is_tutor": True,
        "is_mentor": True,
        "is_mentee": True,
        "is_methodist": True,
        "reads_results": True,
        "is_administrator": True,
    },
    preview_faces={
        "teacher": {
            "is_tutor": False,
            "is_mentor": False,
            "is_mentee": True,
            "is_methodist": False,
            "reads_results": False,
            "is_administrator": False,
        },
        "anonymous": {
            "anonymous": True,
            "is_tutor": False,
            "is_mentor": False,
            "is_mentee": False,
            "is_methodist": False,
            "reads_results": False,
            "is_administrator": False,
        },
        "longest": {"name": LONG_NAME},
    },
)
