"""Buttons under the weekly notice; handlers/mentoring.py serves them."""

from typing import Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

LARGEST_ID = 2**31 - 1
Act = Literal["answer", "tomorrow", "skip"]


class CheckInPress(CallbackData, prefix="ci"):
    act: Act
    check_in_id: int = Field(ge=1, le=LARGEST_ID)


class PairPress(CallbackData, prefix="mp"):
    """Under the notice that a pair has begun or ended: opens it."""

    pair_id: int = Field(ge=1, le=LARGEST_ID)
