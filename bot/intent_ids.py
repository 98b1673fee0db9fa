"""Names of open windows that never meet.

aiogram-dialog names each by the second it was opened in and one of a hundred random numbers. Of two windows that one
press opens, as a link to an event does with the menu below it, one in a hundred pairs would bear the same name: the
second replaces the first, and whoever closes it has nowhere to go back to. Nor can these be guessed.
"""

from secrets import token_urlsafe

from aiogram_dialog.api.entities import stack

BYTES = 6
"""Eight characters; they stand in the 64 bytes of every button."""


def install() -> None:
    """Put our names in the place of the library's, once, before the first window is opened."""
    stack.new_id = _new_id


def _new_id() -> str:
    return token_urlsafe(BYTES)
