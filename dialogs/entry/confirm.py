from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from dialogs.common.context import context
from dialogs.common.data import read, save
from dialogs.common.nav import back_only
from dialogs.common.school_search import begin_search
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.consent.api import ask_consent
from dialogs.entry.data import EntryData
from dialogs.states import Entry
from services.people.entry import look_up_code
from services.people.views import PersonView


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    async with ctx.reading() as session:
        person = await look_up_code(session, ctx.visitor.account_id, read(dialog_manager, EntryData).code, ctx.now())
    assert isinstance(person, PersonView), "the code of a sheet is no administrator's"
    names = [ctx.content.subjects.name(code, ctx.locale) for code in person.subjects]
    return {
        "full_name": person.full_name,
        "subjects": ", ".join(names),
        "has_subjects": bool(names),
        "school": person.unit_name,
    }


async def on_yes(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await ask_consent(manager)


async def on_no(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The sheet is somebody else's: forget its code and ask."""
    save(manager, EntryData())
    await begin_search(manager, Entry.municipality, Entry.school)


window = Window(
    Say("entry-confirm"),
    Column(
        Button(Label("entry-btn-its-me"), id="yes", on_click=on_yes),
        Button(Label("entry-btn-not-me"), id="no", on_click=on_no),
    ),
    back_only(Entry.code),
    state=Entry.confirm,
    getter=getter,
    preview_data={
        "full_name": "Петрова Анна Петровна",
        "subjects": "Математика",
        "has_subjects": True,
        "school": "Сосновская ООШ",
    },
)
