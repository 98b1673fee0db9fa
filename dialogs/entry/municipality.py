from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.data import change, read
from dialogs.common.nav import back_only
from dialogs.common.school_search import PREVIEW, municipality_data, municipality_keyboard
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.consent.api import ask_consent
from dialogs.entry.data import EntryData
from dialogs.states import Entry


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {
        **await municipality_data(dialog_manager),
        "administrator": read(dialog_manager, EntryData).administrator,
    }


async def on_chosen(manager: DialogManager, unit_id: int) -> None:
    """An administrator looks after the whole municipality; a teacher says in which school she is."""
    if read(manager, EntryData).administrator:
        change(manager, EntryData, unit_id=unit_id)
        await ask_consent(manager)
    else:
        await manager.switch_to(Entry.school)


window = Window(
    Say("entry-municipality"),
    *municipality_keyboard(on_chosen),
    back_only(Entry.welcome),
    state=Entry.municipality,
    getter=getter,
    preview_data={**PREVIEW, "administrator": False},
)
