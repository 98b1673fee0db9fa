from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class Act(StrEnum):
    STOP = "stop"
    WHO = "who"
    OPEN = "open"


class BroadcastButton(CallbackData, prefix="bc"):
    """Under the live message of an announcement."""

    act: Act
    id: int
