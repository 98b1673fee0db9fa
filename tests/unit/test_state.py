"""The state file: conversations survive, updates are neither lost nor handled twice."""

from pathlib import Path

import pytest
from aiogram.fsm.storage.base import StorageKey
from aiogram.types import Update
from hypothesis import given
from hypothesis import strategies as st

from bot.state import REMEMBERED, FileStorage, Inbox, StateFile
from db.vocabulary import Platform

KEY = StorageKey(bot_id=42, chat_id=7, user_id=7, destiny="aiogd:stack:")


def update(number: int) -> Update:
    return Update.model_validate({"update_id": number})


async def test_a_conversation_is_there_after_a_restart(tmp_path: Path) -> None:
    file = StateFile(tmp_path / "state.sqlite")
    await FileStorage(file).set_data(KEY, {"intents": ["a"], "имя": "Анна"})
    await FileStorage(file).set_state(KEY, "Menu:main")
    file.close()
    again = FileStorage(StateFile(tmp_path / "state.sqlite"))
    assert await again.get_data(KEY) == {"intents": ["a"], "имя": "Анна"}
    assert await again.get_state(KEY) == "Menu:main"


async def test_closed_conversations_leave_nothing_behind() -> None:
    file = StateFile(None)
    storage = FileStorage(file)
    await storage.set_data(KEY, {"a": 1})
    await storage.set_state(KEY, "x")
    await storage.set_data(KEY, {})
    await storage.set_state(KEY, None)
    assert file.connection.execute("SELECT count(*) FROM conversation").fetchone() == (0,)


async def test_people_and_places_are_kept_apart() -> None:
    storage = FileStorage(StateFile(None))
    other = StorageKey(bot_id=42, chat_id=8, user_id=8, destiny="aiogd:stack:")
    place = StorageKey(bot_id=42, chat_id=7, user_id=7, destiny="aiogd:context:x")
    for number, key in enumerate((KEY, other, place)):
        await storage.set_data(key, {"n": number})
    assert [(await storage.get_data(key))["n"] for key in (KEY, other, place)] == [0, 1, 2]


async def test_data_is_copied_not_shared() -> None:
    """MemoryStorage hides lost writes by handing out its own dictionaries."""
    storage = FileStorage(StateFile(None))
    data = {"list": [1]}
    await storage.set_data(KEY, data)
    data["list"].append(2)
    assert await storage.get_data(KEY) == {"list": [1]}


def test_an_unhandled_update_is_there_after_a_crash(tmp_path: Path) -> None:
    inbox = Inbox(StateFile(tmp_path / "state.sqlite"), Platform.TELEGRAM)
    inbox.keep([update(5), update(6), update(7)])
    inbox.done(6)
    again = Inbox(StateFile(tmp_path / "state.sqlite"), Platform.TELEGRAM)
    assert [one.update_id for one in again.unfinished()] == [5, 7]


def test_an_update_sent_twice_is_handled_once() -> None:
    inbox = Inbox(StateFile(None), Platform.TELEGRAM)
    assert [one.update_id for one in inbox.keep([update(5)])] == [5]
    inbox.done(5)
    assert inbox.keep([update(5)]) == []
    assert inbox.unfinished() == []


def test_numbers_may_jump_back_after_a_week_of_silence() -> None:
    inbox = Inbox(StateFile(None), Platform.TELEGRAM)
    inbox.keep([update(900_000)])
    assert [one.update_id for one in inbox.keep([update(100)])] == [100]


def test_messengers_have_numbers_of_their_own() -> None:
    file = StateFile(None)
    assert Inbox(file, Platform.TELEGRAM).keep([update(1)])
    assert Inbox(file, Platform.MAX).keep([update(1)])


def test_the_inbox_does_not_grow_for_ever() -> None:
    file = StateFile(None)
    inbox = Inbox(file, Platform.TELEGRAM)
    for number in range(REMEMBERED + 300):
        inbox.keep([update(number)])
        inbox.done(number)
    assert file.connection.execute("SELECT count(*) FROM inbox").fetchone()[0] <= REMEMBERED + 2


@given(st.lists(st.tuples(st.sampled_from(["keep", "done"]), st.integers(0, 20)), max_size=60))
def test_whatever_comes_nothing_is_lost_or_doubled(steps: list[tuple[str, int]]) -> None:
    inbox = Inbox(StateFile(None), Platform.TELEGRAM)
    known: set[int] = set()
    open_: set[int] = set()
    for verb, number in steps:
        if verb == "keep":
            fresh = {one.update_id for one in inbox.keep([update(number)])}
            assert fresh == {number} - known
            open_ |= fresh
            known.add(number)
        else:
            inbox.done(number)
            open_.discard(number)
    assert {one.update_id for one in inbox.unfinished()} == open_


@pytest.mark.parametrize("name", ["новое/место/state.sqlite", "state.sqlite"])
def test_the_folder_is_made(tmp_path: Path, name: str) -> None:
    StateFile(tmp_path / name).close()
    assert (tmp_path / name).exists()
