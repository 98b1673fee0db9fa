from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.data import change
from dialogs.common.experience_bands import BANDS, experience_keyboard
from dialogs.common.nav import back_only
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.consent.api import ask_consent
from dialogs.entry.data import EntryData
from dialogs.states import Entry


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {**BANDS, "known": False}


async def on_years(manager: DialogManager, years: int, exact: bool) -> None:
    change(manager, EntryData, experience_years=years, experience_exact=exact)
    await ask_consent(manager)


window = Window(
    Say("entry-experience"),
    *experience_keyboard(on_years),
    back_only(Entry.subjects),
    state=Entry.experience,
    getter=getter,
    preview_data={**BANDS, "known": False},
)
