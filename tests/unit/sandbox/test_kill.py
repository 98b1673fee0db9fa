"""A real process is killed between two words, and the talk goes on: nobody meets a repeated id or a lost message."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import aiohttp

from bot.settings import ROOT
from tests.kit.person import Phone
from tests.unit.sandbox.client import Client

PLAY = """
import asyncio, sys
from pathlib import Path
from bot.settings import Settings
from sandbox.play import play
settings = Settings(_env_file=None).model_copy(update={"sandbox_port": 0})
asyncio.run(play(settings, Path(sys.argv[1])))
"""
KEYS = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}]]}


@asynccontextmanager
async def killed_after(*command: str) -> AsyncIterator[Client]:
    """A sandbox in a process of its own; the block ends with kill -9."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, *command, cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
    )
    assert process.stdout
    try:
        async with asyncio.timeout(60):
            words = (await process.stdout.readline()).decode().split()
        url = next(word for word in words if word.startswith("http")).rstrip("/")
        async with aiohttp.ClientSession(url) as session:
            yield Client(session, "42:SANDBOX")
            process.kill()
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def test_no_id_is_given_twice(tmp_path: Path) -> None:
    server = ("-m", "sandbox", "--port", "0", "--directory", str(tmp_path))
    updates: list[int] = []
    messages: list[int] = []
    clocks: list[datetime] = []
    for round_ in range(3):
        async with killed_after(*server) as http:
            clocks.append(datetime.fromisoformat((await http.get("clock"))["now"]))
            anna = (await http.get("people"))["people"][0]["id"]
            asked = asyncio.create_task(http.ok("getUpdates", offset=updates[-1] + 1 if updates else 0, timeout=5))
            said = await http.post(f"people/{anna}/say", {"text": f"слово {round_}"})
            assert [update["update_id"] for update in await asked] == [said["update_id"]]
            sent = await http.ok("sendMessage", chat_id=anna, text=f"ответ {round_}", reply_markup=KEYS)
            pressed = await http.post(f"people/{anna}/press", {"message_id": sent["message_id"], "data": "yes"})
            updates += [said["update_id"], pressed["update_id"]]
            messages += [said["message"]["message_id"], sent["message_id"]]
            clocks.append(datetime.fromisoformat((await http.get("clock"))["now"]))
            shown = [message["text"] for message in (await http.get(f"people/{anna}/chat"))["messages"]]
            assert shown == [text for n in range(round_ + 1) for text in (f"слово {n}", f"ответ {n}")]
    assert updates == sorted(set(updates))
    assert messages == sorted(set(messages))
    assert clocks == sorted(set(clocks))


async def test_a_server_that_remembers_nothing_gives_no_id_of_an_earlier_one() -> None:
    """A bot that remembers which updates it has handled would take the new ones for repeats."""
    began = int(time.time())
    async with killed_after("-m", "sandbox", "--port", "0") as http:
        anna = (await http.get("people"))["people"][0]["id"]
        assert (await http.post(f"people/{anna}/start"))["update_id"] > began


async def test_the_bot_beside_it_answers_the_first_press_after_a_kill(tmp_path: Path) -> None:
    play = ("-c", PLAY, str(tmp_path))
    async with killed_after(*play) as http:
        teacher = next(person for person in (await http.get("people"))["people"] if person["pinned"])
        phone = Phone(http.session, str(http.session._base_url).rstrip("/"), teacher["id"], teacher["first_name"])
        menu = await phone.start()
        await phone.press("Мои данные")
    async with killed_after(*play) as http:
        phone = Phone(http.session, str(http.session._base_url).rstrip("/"), teacher["id"], teacher["first_name"])
        before = await phone.messages()
        assert await phone.press("Меню") == menu
        assert await phone.start() == menu
        assert len(await phone.messages()) > len(before)
