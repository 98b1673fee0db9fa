"""Two windows opened in the same second are still two."""

from aiogram.fsm.state import State
from aiogram_dialog.api.entities import Stack

from bot import intent_ids


def test_windows_opened_at_once_have_names_of_their_own() -> None:
    intent_ids.install()
    somewhere = State("somewhere", "Somewhere")
    stacks = [Stack() for _ in range(50)]
    names = [stack.push(somewhere, None).id for stack in stacks for _ in range(20)]
    assert len(set(names)) == len(names)
