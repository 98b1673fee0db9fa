from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.events.data import EventCard
from services.events.catalogue import card
from services.events.views import EventView


async def shown_event(manager: DialogManager) -> EventView:
    """The event that the card is about, as it is now. Raises NotFound, EventElsewhere."""
    ctx = context(manager)
    async with ctx.reading() as session:
        return await card(session, ctx.person, read(manager, EventCard).event_id)
