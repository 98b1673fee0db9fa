from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.data import change, read, save
from dialogs.events.data import CatalogueData
from dialogs.states import Events


async def narrow(manager: DialogManager, **conditions: Any) -> None:
    """Keep a condition and go back to the others; the list begins anew."""
    change(manager, CatalogueData, page=0, **conditions)
    await manager.switch_to(Events.filters)


async def clear(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    save(manager, CatalogueData(by_date=read(manager, CatalogueData).by_date))
