"""Buttons under notices: they hold the version of the event that the notice spoke of."""

from typing import Literal

from aiogram.filters.callback_data import CallbackData

Answer = Literal["come", "cannot", "free", "stay"]


class EventAnswer(CallbackData, prefix="ev"):
    """`cannot` asks once more, `free` gives the place up; `stay` keeps a turn in the line."""

    event_id: int
    version: int
    answer: Answer


class EventOpen(CallbackData, prefix="evo"):
    event_id: int
