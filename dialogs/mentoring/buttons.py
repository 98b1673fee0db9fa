"""Buttons under the weekly notice; handlers/mentoring.py serves them."""

from typing import Literal

from aiogram.filters.callback_data import CallbackData


class CheckInPress(CallbackData, prefix="ci"):
    act: Literal["answer", "tomorrow", "skip"]
    check_in_id: int
