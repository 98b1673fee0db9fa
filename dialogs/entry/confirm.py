from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.longest import LONG_NAME, LONGEST
from dialogs.common.nav import back_only
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.consent.api import ConsentFor, ask_consent
from dialogs.entry.data import EntryData
from dialogs.entry.enter import enter
from dialogs.states import Entry
from locales.names import gender
from services.people.entry import whose_code


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Somebody else may have entered with the code since it was typed."""
    ctx = context(dialog_manager)
    async with ctx.reading() as session:
        person = await whose_code(session, read(dialog_manager, EntryData).code, ctx.now())
    if person is None:
        return {"good": False, "used": True}
    names = [ctx.content.subjects.name(code, ctx.locale) for code in person.subjects]
    return {
        "good": True,
        "used": False,
        "full_name": person.full_name,
        "subjects": ", ".join(names),
        "has_subjects": bool(names),
        "school": person.unit_name,
    }


async def on_yes(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await _go_on(manager, correct=False)


async def on_mistake(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The record is hers all the same: a second one would be another person."""
    await _go_on(manager, correct=True)


async def _go_on(manager: DialogManager, *, correct: bool) -> None:
    """Whoever comes back on another phone has agreed already."""
    ctx, data = context(manager), change(manager, EntryData, correct=correct)
    async with ctx.reading() as session:
        person = await whose_code(session, data.code, ctx.now())
    if person is not None and person.consented:
        change(manager, EntryData, agreed=True)
        await enter(manager)
    else:
        patronymic = person.patronymic if person is not None else None
        await ask_consent(manager, ConsentFor(gender(patronymic or ""), mistake=correct))


async def on_not_mine(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    change(manager, EntryData, code="")
    await manager.switch_to(Entry.not_mine)


window = Window(
    Say("entry-confirm", when="good"),
    Say("error-entry-code-used", when="used"),
    Column(
        Button(Label("entry-btn-its-me"), id="yes", on_click=on_yes),
        Button(Label("entry-btn-mistake"), id="mistake", on_click=on_mistake),
        Button(Label("entry-btn-not-mine"), id="not_mine", on_click=on_not_mine),
        when="good",
    ),
    back_only(Entry.code),
    state=Entry.confirm,
    getter=getter,
    preview_data={
        "good": True,
        "used": False,
        "full_name": "Петрова Анна Петровна",
        "subjects": "Математика",
        "has_subjects": True,
        "school": "Сосновская ООШ",
    },
    preview_faces={
        "used": {"good": False, "used": True},
        "longest": {"full_name": LONG_NAME, "school": LONGEST["school"]},
    },
)
