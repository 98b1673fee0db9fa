"""The doors: the catalogue, one event, and what a person is signed up for."""

from aiogram_dialog import DialogManager, ShowMode, StartMode

from dialogs.common.context import context
from dialogs.common.data import start_data
from dialogs.events.data import CatalogueData, EventCard
from dialogs.events.words import PREVIEW as EVENT_PREVIEW
from dialogs.events.words import SAMPLE as EVENTS_SAMPLE
from dialogs.events.words import about as event_words
from dialogs.events.words import buttons as event_buttons
from dialogs.events.words import cancel_reason
from dialogs.states import Events, Menu
from services.events.catalogue import card

__all__ = [
    "EVENTS_SAMPLE",
    "EVENT_PREVIEW",
    "cancel_reason",
    "event_buttons",
    "event_words",
    "open_event",
    "open_event_below",
    "open_events",
    "open_events_below",
    "open_my_events",
]

DEEP_ENOUGH = 8
"""Windows opened on top of one another before a button under a notice starts from the menu again."""


async def open_events(manager: DialogManager, *, only_mine: bool = False) -> None:
    """`only_mine`: narrowed to the subjects of the person."""
    await manager.start(Events.catalogue, data=start_data(CatalogueData(only_mine=only_mine)))


async def open_my_events(manager: DialogManager) -> None:
    await manager.start(Events.mine)


async def open_event(manager: DialogManager, event_id: int) -> None:
    """The card on top of the present window; «Назад» leads back to it."""
    await manager.start(Events.card, data=start_data(EventCard(event_id)))


async def open_event_below(manager: DialogManager, event_id: int) -> None:
    """The card as a new message, for a link or a button under a notice; what was being done stays beneath it.

    Raises NotFound, EventElsewhere before anything is opened.
    """
    ctx = context(manager)
    async with ctx.reading() as session:
        await card(session, ctx.person, event_id)
    await _keep_what_is_open(manager)
    await manager.start(Events.card, data=start_data(EventCard(event_id)), show_mode=ShowMode.SEND)


async def open_events_below(manager: DialogManager) -> None:
    """The catalogue as a new message, for a button under a notice."""
    await _keep_what_is_open(manager)
    await manager.start(Events.catalogue, data=start_data(CatalogueData()), show_mode=ShowMode.SEND)


async def _keep_what_is_open(manager: DialogManager) -> None:
    """«Назад» leads to it, or to the menu."""
    if not manager.has_context() or len(manager.current_stack().intents) > DEEP_ENOUGH:
        await manager.start(Menu.main, mode=StartMode.RESET_STACK, show_mode=ShowMode.NO_UPDATE)
