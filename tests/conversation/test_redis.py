"""Conversations kept in Redis, as several processes of one region need it."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.kit.redis_server import redis_server
from tests.kit.town import Town, open_town


@pytest.fixture(scope="module")
def redis_url() -> Iterator[str]:
    with redis_server() as address:
        yield address


@pytest.fixture
async def town(tmp_path: Path, demo_template: Path, redis_url: str) -> AsyncIterator[Town]:
    async with open_town(tmp_path, demo_template, redis_url=redis_url) as opened:
        yield opened


async def test_a_conversation_goes_on_after_a_restart(town: Town) -> None:
    anna, ilya = town.phone("Анна Петрова"), town.phone("Илья Воронов")
    await anna.start()
    await ilya.start()
    await anna.press("Мои данные")
    await town.restart()
    assert "Чем помочь?" in await anna.press("Меню")
    assert "Воронов Илья" in await ilya.press("Мои данные")


async def test_nothing_of_it_is_in_the_state_file(town: Town) -> None:
    anna = town.phone("Анна Петрова")
    await anna.start()
    rows = town.app.inbox._db.execute("SELECT count(*) FROM conversation").fetchone()
    assert rows == (0,)
