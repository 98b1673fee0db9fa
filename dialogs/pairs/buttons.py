from aiogram.filters.callback_data import CallbackData


class PairsPress(CallbackData, prefix="pl"):
    """Under the weekly notice about silent pairs: opens the list."""
