"""Buttons under notices: they hold the version and the place of the event that the notice spoke of."""

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

Id = Annotated[int, Field(ge=1, le=2**31 - 1)]
Answer = Literal["come", "cannot", "free", "stay"]


class EventAnswer(CallbackData, prefix="ev"):
    """`cannot` asks once more, `free` gives the place up; `stay` keeps a turn in the line."""

    event_id: Id
    version: Id
    answer: Answer
    place: str
    """As `services.events.rules.place_mark` gives it."""


class EventOpen(CallbackData, prefix="evo"):
    event_id: Id


class EventFile(CallbackData, prefix="evf"):
    """The entry for a calendar, as the event is when the button is pressed."""

    event_id: Id


class CatalogueOpen(CallbackData, prefix="evc"):
    """What else there is."""
