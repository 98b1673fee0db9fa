"""A play goes on after a restart, and after a kill."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import aiohttp

from sandbox import Sandbox, TurnableClock
from sandbox.persistence import CLOCK_EVERY
from tests.unit.sandbox.client import Client
from tests.unit.sandbox.conftest import TUESDAY
from tests.unit.sandbox.places import VIKTOR, people, place

KEYS = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}]]}


async def test_everything_is_there_again(tmp_path: Path) -> None:
    clock = TurnableClock(TUESDAY, frozen=True)
    first = Sandbox(clock=clock, directory=tmp_path)
    assert first.saved_now is None
    await first.start()
    first.world.add_person("Анна Петровна", id=501, pinned=True, note="Математика")
    first.world.add_person("Илья", id=300)
    async with aiohttp.ClientSession(first.url) as session:
        http = Client(session, first.token)
        await http.post("people/501/start")
        asked = await http.ok("sendMessage", chat_id=501, text="<b>?</b>", parse_mode="HTML", reply_markup=KEYS)
        gone = await http.ok("sendMessage", chat_id=501, text="лишнее", reply_markup={"keyboard": [["Меню"]]})
        await http.ok("deleteMessage", chat_id=501, message_id=gone["message_id"])
        await http.post("people/501/press", {"message_id": asked["message_id"], "data": "yes"})
        await http.post("people/300/start")
        await http.post("people/300/block")
        await http.ok("setMyCommands", commands=[{"command": "menu", "description": "Меню"}])
        waiting = await http.ok("getUpdates", allowed_updates=["message", "callback_query"])
        await http.ok("getUpdates", offset=waiting[0]["update_id"] + 1)
        clock.turn_to(clock.now() + timedelta(hours=3))
        before = [await http.get("people"), await http.get("people/501/chat")]
        left = await http.ok("getUpdates")
    await first.stop()

    later = TurnableClock(TUESDAY, frozen=True)
    second = Sandbox(clock=later, directory=tmp_path)
    assert second.saved_now == TUESDAY + timedelta(hours=3)
    later.turn_to(second.saved_now)
    await second.start()
    async with aiohttp.ClientSession(second.url) as session:
        http = Client(session, second.token)
        assert [await http.get("people"), await http.get("people/501/chat")] == before
        assert await http.ok("getUpdates") == left
        assert len(left) == 3  # the press, a start, the news of the block
        query = next(update["callback_query"] for update in left if "callback_query" in update)
        assert "too old" in await http.refused("answerCallbackQuery", callback_query_id=query["id"])
        new = await http.ok("sendMessage", chat_id=501, text="дальше")
        assert new["message_id"] > gone["message_id"]
        assert (await http.post("people/501/say", {"text": "x"}))["update_id"] == left[-1]["update_id"] + 1
        assert (await http.post("people/300/start"))["update_id"] is not None
        edited = await http.ok("editMessageText", chat_id=501, message_id=asked["message_id"], text="!")
        assert edited["text"] == "!"
    await second.stop()


async def test_a_button_pressed_before_a_restart_is_answered_after_it(tmp_path: Path) -> None:
    first = Sandbox(clock=TurnableClock(TUESDAY, frozen=True), directory=tmp_path)
    first.world.add_person("Анна", id=501, started=True)
    query = first.world.callbacks.open(501)
    await first.stop()
    second = Sandbox(clock=TurnableClock(TUESDAY, frozen=True), directory=tmp_path)
    assert second.world.callbacks.answer(query.id, {"text": "", "show_alert": False})
    assert second.world.callbacks.open(501).id != query.id
    await second.stop()


async def test_what_was_answered_survives_a_kill(tmp_path: Path) -> None:
    killed = Sandbox(clock=TurnableClock(TUESDAY, frozen=True), directory=tmp_path)
    await killed.start()
    killed.world.add_person("Анна", id=501)
    async with aiohttp.ClientSession(killed.url) as session:
        await Client(session, killed.token).post("people/501/start")
    again = Sandbox(clock=TurnableClock(TUESDAY, frozen=True), directory=tmp_path)
    assert [message.body["text"] for message in again.world.chats[501].messages.values()] == ["/start"]
    assert len(again.world.updates.pending) == 1
    assert again.saved_now == TUESDAY + CLOCK_EVERY  # not known better, and never earlier
    await again.stop()
    await killed.stop()


async def test_the_command_line(tmp_path: Path) -> None:
    import sys

    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "sandbox", "--port", "0", "--directory", str(tmp_path), stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout
    url = (await process.stdout.readline()).decode().strip()
    async with aiohttp.ClientSession(url) as session:
        http = Client(session, "42:SANDBOX")
        assert (await http.ok("getMe"))["is_bot"]
    process.terminate()
    async with asyncio.timeout(5):
        assert await process.wait() == 0


async def test_a_group_is_there_again(tmp_path: Path) -> None:
    first = Sandbox(clock=TurnableClock(TUESDAY, frozen=True), directory=tmp_path)
    await first.start()
    async with aiohttp.ClientSession(first.url) as session:
        http = Client(session, first.token)
        await people(http)
        forum = await place(http, is_forum=True)
        thread_id = (await http.ok("createForumTopic", chat_id=forum, name="Физика"))["message_thread_id"]
        sent = await http.ok("sendMessage", chat_id=forum, text="Тут", message_thread_id=thread_id)
        where = {"chat_id": forum, "message_id": sent["message_id"]}
        await http.ok("pinChatMessage", **where)
        await http.ok("setMessageReaction", **where, reaction=[{"type": "emoji", "emoji": "👍"}])
        asking = await http.ok("createChatInviteLink", chat_id=forum, creates_join_request=True)
        await http.post(f"people/{VIKTOR}/join", {"link": asking["invite_link"]})
        before = await http.get(f"chats/{forum}")
    await first.stop()

    second = Sandbox(clock=TurnableClock(TUESDAY, frozen=True), directory=tmp_path)
    await second.start()
    async with aiohttp.ClientSession(second.url) as session:
        http = Client(session, second.token)
        assert await http.get(f"chats/{forum}") == before
        assert before["pinned"] == [sent["message_id"]]
        assert before["reactions"]
        assert await http.ok("sendMessage", chat_id=forum, text="Там", message_thread_id=thread_id)
        await http.ok("approveChatJoinRequest", chat_id=forum, user_id=VIKTOR)
        await http.ok("closeForumTopic", chat_id=forum, message_thread_id=thread_id)
    await second.stop()
