from aiogram.filters.callback_data import CallbackData
from pydantic import Field

LARGEST_ID = 2**31 - 1


class PairsPress(CallbackData, prefix="pl"):
    """Under the weekly notice about silent pairs: opens the list."""


class PairCardPress(CallbackData, prefix="pc"):
    """Under the notice about a pair of a methodist's: opens its card."""

    pair_id: int = Field(ge=1, le=LARGEST_ID)
