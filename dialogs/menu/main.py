from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group

from db.vocabulary import Role
from dialogs.broadcasts.api import open_broadcasts
from dialogs.common.context import context
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.diagnostics.api import open_diagnostics, open_shared_results
from dialogs.event_desk.api import open_event_desk
from dialogs.events.api import open_events
from dialogs.mentoring.api import open_my_mentees, open_my_mentor
from dialogs.pairs.api import open_pairs
from dialogs.profile.api import open_profile
from dialogs.request_queue.api import open_request_queue
from dialogs.requests.api import open_my_requests
from dialogs.staff.api import open_staff
from dialogs.states import Menu
from dialogs.tutor_desk.api import open_tutor_desk


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    person = context(dialog_manager).person
    return {
        "name": person.polite_name,
        "anonymous": person.anonymous,
        "is_tutor": person.has(Role.TUTOR),
        "is_mentor": person.has(Role.MENTOR),
        "is_mentee": person.has(Role.MENTEE),
        "is_methodist": person.has(Role.METHODIST, Role.ADMINISTRATOR),
        "is_administrator": person.has(Role.ADMINISTRATOR),
        "reads_results": person.has(Role.METHODIST),
    }


async def to_diagnostics(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await open_diagnostics(manager)


async def to_shared_results(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await open_shared_results(manager)


async def to_my_mentor(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await open_my_mentor(manager)


async def to_my_mentees(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await open_my_mentees(manager)


async def to_pairs(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await open_pairs(manager)


async def to_events(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await open_events(manager)


async def to_event_desk(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await open_event_desk(manager)


async def to_my_requests(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await open_my_requests(manager)


async def to_tutor_desk(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await open_tutor_desk(manager)


async def to_request_queue(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await open_request_queue(manager)


async def to_broadcasts(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await open_broadcasts(manager)


async def to_staff(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await open_staff(manager)


async def to_profile(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await open_profile(manager)


window = Window(
    Say("menu-hello"),
    Group(
        Button(Label("diagnostics-menu-btn"), id="diagnostics", on_click=to_diagnostics),
        Button(Label("mentoring-menu-btn-mentor"), id="my_mentor", on_click=to_my_mentor, when="is_mentee"),
        Button(Label("mentoring-menu-btn-mentees"), id="my_mentees", on_click=to_my_mentees, when="is_mentor"),
        Button(Label("pairs-menu-btn"), id="pairs", on_click=to_pairs, when="is_methodist"),
        Button(Label("events-menu-btn"), id="events", on_click=to_events),
        Button(Label("event-desk-menu-btn"), id="event_desk", on_click=to_event_desk, when="is_methodist"),
        Button(Label("requests-menu-btn"), id="requests", on_click=to_my_requests),
        Button(Label("tutor-desk-menu-btn"), id="tutor_desk", on_click=to_tutor_desk, when="is_tutor"),
        Button(Label("request-queue-menu-btn"), id="request_queue", on_click=to_request_queue, when="is_methodist"),
        Button(
            Label("diagnostics-menu-btn-shared"), id="shared_results", on_click=to_shared_results, when="reads_results"
        ),
        Button(Label("broadcasts-menu-btn"), id="broadcasts", on_click=to_broadcasts, when="is_methodist"),
        Button(Label("staff-menu-btn"), id="staff", on_click=to_staff, when="is_administrator"),
        Button(Label("menu-btn-profile"), id="profile", on_click=to_profile),
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
        "is_administrator": True,
        "reads_results": True,
    },
)
