"""«Нет, кода нет»: on to the school."""

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.data import change
from dialogs.common.school_search import begin_search
from dialogs.entry.data import EntryData
from dialogs.states import Entry


async def without_code(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    change(manager, EntryData, code="", administrator=False)
    await begin_search(manager, Entry.municipality, Entry.school)
