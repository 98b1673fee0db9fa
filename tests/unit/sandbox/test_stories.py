"""Edits, deletes, callbacks and people: refusals that need a story before them."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from sandbox import Sandbox, TurnableClock
from sandbox.world import Person
from tests.unit.sandbox.client import Client
from tests.unit.sandbox.test_refusals import BAD, UNCHANGED, key, keyboard


async def test_the_longest_allowed_things_pass(http: Client, anna: Person) -> None:
    await http.ok("sendMessage", chat_id=501, text="😀" * 2048)
    await http.ok("sendMessage", chat_id=501, text=f"<b>{'ж' * 4096}</b>", parse_mode="HTML")
    most = keyboard(*[[key(callback_data="x" * 64)]] * 50)
    await http.ok("sendMessage", chat_id=501, text="x", reply_markup=most)
    await http.ok("sendMessage", chat_id=501, text="x", reply_markup=keyboard([key(callback_data="ж" * 32)]))


async def test_people_who_may_not_be_written_to(sandbox: Sandbox, http: Client, anna: Person) -> None:
    ilya = sandbox.world.add_person("Илья", id=502)
    assert await http.refused("sendMessage", chat_id=502, text="x") == f"{BAD}chat not found"
    ilya.started = True
    await http.ok("sendMessage", chat_id=502, text="x")
    await http.post("people/501/block", {"blocked": True})
    assert await http.refused("sendMessage", chat_id=501, text="x") == "Forbidden: bot was blocked by the user"
    blocked = "Forbidden: bot was blocked by the user"
    assert await http.refused("sendChatAction", chat_id=501, action="typing") == blocked
    await http.post("people/502/deactivate")
    assert await http.refused("sendMessage", chat_id=502, text="x") == "Forbidden: user is deactivated"


async def test_edits(http: Client, anna: Person, sandbox: Sandbox) -> None:
    said = await http.post("people/501/say", {"text": "мой текст"})
    theirs = said["message"]["message_id"]
    denied = f"{BAD}message can't be edited"
    assert await http.refused("editMessageText", chat_id=501, message_id=theirs, text="x") == denied

    sent = await http.ok(
        "sendMessage", chat_id=501, text="<b>Да</b>", parse_mode="HTML", reply_markup=keyboard([key()])
    )
    place = {"chat_id": 501, "message_id": sent["message_id"]}
    same = {**place, "text": "*Да*", "parse_mode": "MarkdownV2", "reply_markup": keyboard([key()])}
    assert await http.refused("editMessageText", **same) == UNCHANGED
    no_caption = f"{BAD}there is no caption in the message to edit"
    assert await http.refused("editMessageCaption", **place, caption="x") == no_caption
    reply_keys = {"keyboard": [[{"text": "a"}]]}
    expected = f"{BAD}inline keyboard expected"
    assert await http.refused("editMessageText", **place, text="x", reply_markup=reply_keys) == expected

    await http.ok("editMessageText", **place, text="Да", reply_markup=keyboard([key()]))  # other entities
    edited = await http.ok("editMessageText", **place, text="Да")
    assert "reply_markup" not in edited  # no reply_markup takes the keyboard away
    assert await http.refused("editMessageText", **place, text="Да") == UNCHANGED
    assert await http.refused("editMessageReplyMarkup", **place) == UNCHANGED
    await http.ok("editMessageReplyMarkup", **place, reply_markup=keyboard([key()]))

    sealed = await http.ok("sendMessage", chat_id=501, text="x", reply_markup=reply_keys)
    assert await http.refused("editMessageText", chat_id=501, message_id=sealed["message_id"], text="y") == denied
    place_of_contact = await http.ok("sendContact", chat_id=501, phone_number="+7900", first_name="Марина")
    no_text = f"{BAD}there is no text in the message to edit"
    contact_id = place_of_contact["message_id"]
    assert await http.refused("editMessageText", chat_id=501, message_id=contact_id, text="y") == no_text


async def test_deleting_ends_after_48_hours(http: Client, anna: Person, clock: TurnableClock) -> None:
    old = await http.ok("sendMessage", chat_id=501, text="старое")
    theirs = (await http.post("people/501/say", {"text": "сообщение Анны"}))["message"]
    await http.ok("deleteMessage", chat_id=501, message_id=theirs["message_id"])
    clock.turn_to(clock.now() + timedelta(hours=49))
    fresh = await http.ok("sendMessage", chat_id=501, text="новое")
    too_old = f"{BAD}message can't be deleted for everyone"
    assert await http.refused("deleteMessage", chat_id=501, message_id=old["message_id"]) == too_old
    both = [old["message_id"], fresh["message_id"]]
    assert await http.refused("deleteMessages", chat_id=501, message_ids=both) == too_old
    assert await http.ok("deleteMessages", chat_id=501, message_ids=[fresh["message_id"], 99_999])
    left = [message["text"] for message in (await http.get("people/501/chat"))["messages"]]
    assert left == ["старое"]


async def test_a_press_carries_the_buttons_that_stood_there_then(http: Client, anna: Person) -> None:
    sent = await http.ok("sendMessage", chat_id=501, text="x", reply_markup=keyboard([key()]))
    await http.post("people/501/press", {"message_id": sent["message_id"], "data": "yes"})
    await http.ok("editMessageText", chat_id=501, message_id=sent["message_id"], text="y")
    await http.post("people/501/press", {"message_id": sent["message_id"], "data": "yes", "forge": True})
    before, after = [update["callback_query"]["message"] for update in await http.ok("getUpdates")]
    assert (before["text"], before["reply_markup"]) == ("x", keyboard([key()]))
    assert (after["text"], "reply_markup" in after) == ("y", False)


async def test_the_first_answer_to_a_press_is_the_one_that_is_seen(http: Client, anna: Person) -> None:
    sent = await http.ok("sendMessage", chat_id=501, text="x", reply_markup=keyboard([key()]))
    asked = asyncio.create_task(http.post("people/501/press?wait=1", {"message_id": sent["message_id"], "data": "yes"}))
    update = (await http.ok("getUpdates", timeout=5))[0]
    query = update["callback_query"]["id"]
    for answer in ({"text": "Записали", "show_alert": True}, {}, {"text": "Поздно"}):
        assert await http.ok("answerCallbackQuery", callback_query_id=query, **answer) is True
    await http.ok("getUpdates", offset=update["update_id"] + 1)
    assert (await asked)["answer"] == {"text": "Записали", "show_alert": True}
    unseen = [call["lint"] for call in await http.get("calls?since=0") if call["method"] == "answerCallbackQuery"]
    assert unseen == [[], [], ["answerCallbackQuery: the query is answered already, nobody sees this answer"]]


async def test_a_callback_is_answered_in_time(http: Client, anna: Person, clock: TurnableClock) -> None:
    late = f"{BAD}query is too old and response timeout expired or query ID is invalid"
    sent = await http.ok("sendMessage", chat_id=501, text="x", reply_markup=keyboard([key()]))
    for seconds, in_time in ((15, True), (16, False)):
        await http.post("people/501/press", {"message_id": sent["message_id"], "data": "yes"})
        query = (await http.ok("getUpdates", offset=-1))[0]["callback_query"]
        clock.turn_to(clock.now() + timedelta(seconds=seconds))
        if in_time:
            await http.ok("answerCallbackQuery", callback_query_id=query["id"], text="ж" * 200)
            continue
        assert await http.refused("answerCallbackQuery", callback_query_id=query["id"]) == late


async def test_after_log_out_nothing_works_for_ten_minutes(http: Client, clock: TurnableClock) -> None:
    assert await http.ok("logOut")
    assert await http.refused("getMe") == "Logged out"
    clock.turn_to(clock.now() + timedelta(minutes=10))
    assert (await http.ok("getMe"))["is_bot"]
    assert await http.ok("close")
