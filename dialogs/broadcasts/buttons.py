from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

LARGEST_ID = 2**31 - 1
"""A forged number beyond it would be no number for the database."""


class Act(StrEnum):
    STOP = "stop"
    WHO = "who"
    OPEN = "open"
    LEFT = "left"
    """To open it too, from the notice that its author has left it behind."""


class BroadcastButton(CallbackData, prefix="bc"):
    """Under the live message of an announcement, and under a notice about one."""

    act: Act
    id: int = Field(ge=1, le=LARGEST_ID)
