from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.data import change
from dialogs.events.data import CatalogueData
from dialogs.states import Events


async def narrow(manager: DialogManager, **conditions: Any) -> None:
    """Keep a condition and go back to the others; the list begins anew."""
    change(manager, CatalogueData, page=0, **conditions)
    await manager.switch_to(Events.filters)
