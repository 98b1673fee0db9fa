from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.data import change
from dialogs.common.school_search import (
    PREVIEW,
    back_from_school,
    municipality_itself,
    school_data,
    school_keyboard,
)
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.consent.api import ask_consent
from dialogs.entry.code import try_code
from dialogs.entry.data import EntryData
from dialogs.states import Entry


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return await school_data(dialog_manager)


async def on_chosen(manager: DialogManager, unit_id: int) -> None:
    """Somebody who has answered without a name so far has told her subjects already."""
    change(manager, EntryData, unit_id=unit_id)
    known = context(manager).visitor.person
    if known is not None and known.subjects and known.experience_from is not None:
        await ask_consent(manager)
    else:
        await manager.switch_to(Entry.subjects)


async def on_code(manager: DialogManager, typed: str) -> None:
    """The sheet has been found after all."""
    await manager.switch_to(Entry.code)
    await try_code(manager, typed)


window = Window(
    Say("entry-school"),
    *school_keyboard(on_chosen, on_code),
    municipality_itself("entry-btn-school-not-listed", on_chosen),
    back_from_school(Entry.welcome, Entry.municipality),
    state=Entry.school,
    getter=getter,
    preview_data=PREVIEW,
)
