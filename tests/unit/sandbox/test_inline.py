"""Inline mode: a query, its results, the message that comes of one, and edits by its inline id."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from sandbox import Sandbox, TurnableClock
from sandbox.world import Person
from tests.unit.sandbox.client import Client

BAD = "Bad Request: "
KEYS = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}]]}


def article(result_id: str = "1", **given: Any) -> dict[str, Any]:
    content = {"message_text": "<b>План</b>", "parse_mode": "HTML"}
    return {"type": "article", "id": result_id, "title": "План", "input_message_content": content, **given}


@pytest.fixture(autouse=True)
def inline_mode(sandbox: Sandbox) -> None:
    sandbox.world.profile.inline = sandbox.world.profile.inline_feedback = True


async def ask(http: Client, query: str = "план", **given: Any) -> str:
    return str((await http.post("people/501/inline", {"query": query, **given}))["inline_query_id"])


async def last(http: Client, kind: str) -> dict[str, Any]:
    return [update[kind] for update in await http.ok("getUpdates", offset=-100) if kind in update][-1]  # type: ignore[no-any-return]


async def test_the_mode_is_a_switch(http: Client, anna: Person) -> None:
    assert (await http.ok("getMe"))["supports_inline_queries"]
    await http.post("bot", {"supports_inline_queries": False})
    assert not (await http.ok("getMe"))["supports_inline_queries"]
    assert "error" in await http.post("people/501/inline", {"query": "x"}, status=409)


async def test_a_query_and_its_answer(http: Client, anna: Person) -> None:
    query_id = await ask(http, offset="20")
    query = await last(http, "inline_query")
    assert query == {"id": query_id, "from": anna.user(), "query": "план", "offset": "20", "chat_type": "sender"}
    assert (await http.get(f"inline/{query_id}"))["answer"] is None
    button = {"text": "Ещё", "start_parameter": "more"}
    await http.ok("answerInlineQuery", inline_query_id=query_id, results=[article()], button=button, next_offset="40")
    answer = (await http.get(f"inline/{query_id}"))["answer"]
    assert (answer["button"], answer["next_offset"]) == (button, "40")
    assert [result["title"] for result in answer["results"]] == ["План"]
    again = await http.refused("answerInlineQuery", inline_query_id=query_id, results=[])
    assert again == f"{BAD}query is too old and response timeout expired or query ID is invalid"


async def test_a_late_answer(http: Client, anna: Person, clock: TurnableClock) -> None:
    query_id = await ask(http)
    clock.turn_to(clock.now() + timedelta(seconds=16))
    late = await http.refused("answerInlineQuery", inline_query_id=query_id, results=[])
    assert late == f"{BAD}query is too old and response timeout expired or query ID is invalid"


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"results": [article(str(n)) for n in range(51)]}, "too many inline query results specified"),
    ({"results": [article(), article()]}, "RESULT_ID_DUPLICATE"),
    ({"results": [article("ж" * 33)]}, "RESULT_ID_INVALID"),
    ({"results": [article("")]}, "RESULT_ID_EMPTY"),
    ({"results": [article(title="")]}, "ARTICLE_TITLE_EMPTY"),
    (
        {"results": [{"type": "tune", "id": "1"}]},
        "can't parse inline query result: type \"tune\" is unsupported for the inline query result",
    ),
    (
        {"results": [{"type": "article", "id": "1", "title": "а"}]},
        "can't parse inline query result: Input message content is not specified",
    ),
    (
        {"results": [article(input_message_content={"message_text": "<b>", "parse_mode": "HTML"})]},
        'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    ),
    ({"results": [article(input_message_content={"message_text": "ж" * 4097})]}, "message is too long"),
    ({"results": [article(reply_markup={"inline_keyboard": [[{"text": "а", "callback_data": ""}]]})]},
     "BUTTON_DATA_INVALID"),
    ({"results": [], "next_offset": "ж" * 33}, "NEXT_OFFSET_INVALID"),
    (
        {"results": [], "button": {"text": "а"}},
        "can't parse inline query results button: InlineQueryResultsButton must have exactly one optional field",
    ),
    ({"results": [], "button": {"text": " ", "start_parameter": "a"}}, "SWITCH_PM_TEXT_EMPTY"),
    ({"results": [], "button": {"text": "а", "start_parameter": "а б"}}, "START_PARAM_INVALID"),
    ({"results": [], "button": {"text": "а", "web_app": {"url": "http://mmc.ru"}}}, "SWITCH_WEBVIEW_URL_INVALID"),
    (
        {"results": [{"type": "photo", "id": "1", "photo_file_id": "нет"}]},
        "wrong remote file identifier specified: Wrong character in the string",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("params", "words"), REFUSED)
async def test_what_is_refused(http: Client, anna: Person, params: dict[str, Any], words: str) -> None:
    query_id = await ask(http)
    assert await http.refused("answerInlineQuery", inline_query_id=query_id, **params) == BAD + words
    assert (await http.get(f"inline/{query_id}"))["answer"] is None


async def test_a_chosen_result_becomes_a_message(http: Client, anna: Person) -> None:
    query_id = await ask(http)
    await http.ok("answerInlineQuery", inline_query_id=query_id, results=[article(reply_markup=KEYS), article("2")])
    await http.post("people/501/choose", {"inline_query_id": query_id, "result_id": "3"}, status=404)
    await http.post("people/501/choose", {"inline_query_id": query_id, "result_id": "2"})
    assert "inline_message_id" not in await last(http, "chosen_inline_result"), "only a message with buttons has one"
    await http.post("people/501/choose", {"inline_query_id": query_id, "result_id": "1"})
    chosen = await last(http, "chosen_inline_result")
    assert (chosen["result_id"], chosen["query"], chosen["from"]["id"]) == ("1", "план", anna.id)
    message = await last(http, "message")
    assert (message["text"], message["entities"][0]["type"]) == ("План", "bold")
    assert (message["from"]["id"], message["via_bot"]["is_bot"], message["reply_markup"]) == (anna.id, True, KEYS)


async def test_buttons_and_edits_of_an_inline_message(http: Client, anna: Person) -> None:
    query_id = await ask(http)
    await http.ok("answerInlineQuery", inline_query_id=query_id, results=[article(reply_markup=KEYS)])
    done = await http.post("people/501/choose", {"inline_query_id": query_id, "result_id": "1"})
    name = (await last(http, "chosen_inline_result"))["inline_message_id"]
    await http.post("people/501/press", {"message_id": done["message"]["message_id"], "data": "yes"})
    query = await last(http, "callback_query")
    assert (query["inline_message_id"], "message" in query) == (name, False)
    await http.ok("answerCallbackQuery", callback_query_id=query["id"])
    assert await http.ok("editMessageText", inline_message_id=name, text="Новый план", reply_markup=KEYS) is True
    assert await http.ok("editMessageReplyMarkup", inline_message_id=name) is True
    [message] = (await http.get("people/501/chat"))["messages"]
    assert (message["text"], "reply_markup" in message) == ("Новый план", False)
    unchanged = await http.refused("editMessageText", inline_message_id=name, text="Новый план")
    assert unchanged.startswith(f"{BAD}message is not modified")
    assert await http.refused("editMessageText", inline_message_id="нет", text="а") == f"{BAD}MESSAGE_ID_INVALID"
    not_by_id = {"chat_id": 501, "message_id": message["message_id"], "text": "а"}
    assert await http.refused("editMessageText", **not_by_id) == f"{BAD}message can't be edited"


CONTENTS = [
    (article(input_message_content={"latitude": 55.0, "longitude": 37.0}), {"location"}),
    (article(input_message_content={"latitude": 55.0, "longitude": 37.0, "title": "а", "address": "б"}),
     {"location", "venue"}),
    (article(input_message_content={"phone_number": "+7900", "first_name": "а"}), {"contact"}),
    (article(input_message_content={"rich_message": {"markdown": "# План"}}), {"rich_message"}),
    ({"type": "location", "id": "1", "latitude": 55.0, "longitude": 37.0, "title": "а"}, {"location"}),
    ({"type": "venue", "id": "1", "latitude": 55.0, "longitude": 37.0, "title": "а", "address": "б"},
     {"location", "venue"}),
    ({"type": "contact", "id": "1", "phone_number": "+7900", "first_name": "а"}, {"contact"}),
]  # fmt: skip


@pytest.mark.parametrize(("result", "kinds"), CONTENTS)
async def test_what_comes_of_results(http: Client, anna: Person, result: dict[str, Any], kinds: set[str]) -> None:
    query_id = await ask(http)
    await http.ok("answerInlineQuery", inline_query_id=query_id, results=[result])
    done = await http.post("people/501/choose", {"inline_query_id": query_id, "result_id": "1"})
    assert kinds <= done["message"].keys()


async def test_a_file_that_was_sent_before(http: Client, anna: Person) -> None:
    sent = await http.upload("sendDocument", {"document": ("план.txt", b"x")}, chat_id=501)
    file_id = sent["result"]["document"]["file_id"]
    known = {"type": "document", "id": "1", "title": "План", "document_file_id": file_id, "caption": "Вот"}
    address = "https://mmc.ru/a.pdf"
    other = {"type": "document", "id": "2", "title": "а", "document_url": address, "mime_type": "application/pdf"}
    query_id = await ask(http)
    await http.ok("answerInlineQuery", inline_query_id=query_id, results=[known, other])
    done = await http.post("people/501/choose", {"inline_query_id": query_id, "result_id": "1"})
    assert (done["message"]["document"]["file_id"], done["message"]["caption"]) == (file_id, "Вот")
    await http.post("people/501/choose", {"inline_query_id": query_id, "result_id": "2"}, status=409)


async def test_the_cache_answers_for_the_bot(
    http: Client, sandbox: Sandbox, anna: Person, clock: TurnableClock
) -> None:
    sandbox.world.add_person("Илья", id=502, started=True)
    query_id = await ask(http)
    results = {"results": [article()], "cache_time": 60, "is_personal": True}
    await http.ok("answerInlineQuery", inline_query_id=query_id, **results)
    again = await http.post("people/501/inline", {"query": "план"})
    assert again["update_id"] is None
    assert (await http.get(f"inline/{again['inline_query_id']}"))["answer"]["results"]
    assert (await http.post("people/502/inline", {"query": "план"}))["update_id"], "the answer was for Анна only"
    clock.turn_to(clock.now() + timedelta(seconds=60))
    assert (await http.post("people/501/inline", {"query": "план"}))["update_id"]


async def test_in_a_group_without_the_bot(http: Client, anna: Person) -> None:
    members = [{"user_id": 501, "status": "member"}]
    group = await http.post("chats", {"type": "group", "title": "Учителя", "members": members, "bot": "left"})
    query_id = await ask(http, chat_id=group["id"])
    assert (await last(http, "inline_query"))["chat_type"] == "group"
    await http.ok("answerInlineQuery", inline_query_id=query_id, results=[article(reply_markup=KEYS)])
    await http.post("people/501/choose", {"inline_query_id": query_id, "result_id": "1"})
    assert not [update for update in await http.ok("getUpdates") if "message" in update]
    name = (await last(http, "chosen_inline_result"))["inline_message_id"]
    assert await http.ok("editMessageText", inline_message_id=name, text="Новый план") is True
    [message] = (await http.get(f"chats/{group['id']}"))["messages"]
    assert message["text"] == "Новый план"


async def test_web_apps_and_prepared_messages(http: Client, anna: Person, clock: TurnableClock) -> None:
    opened = await http.post("people/501/web_app")
    query = {"web_app_query_id": opened["web_app_query_id"], "result": article(reply_markup=KEYS)}
    assert (await http.ok("answerWebAppQuery", **query))["inline_message_id"]
    too_old = f"{BAD}query is too old and response timeout expired or query ID is invalid"
    assert await http.refused("answerWebAppQuery", **query) == too_old
    given = {"user_id": 501, "result": article()}
    assert await http.refused("savePreparedInlineMessage", **given) == f"{BAD}PEER_TYPES_INVALID"
    stranger = {**given, "user_id": 7, "allow_bot_chats": True}
    assert await http.refused("savePreparedInlineMessage", **stranger) == f"{BAD}USER_ID_INVALID"
    elsewhere = await http.ok("savePreparedInlineMessage", **given, allow_user_chats=True)
    await http.post("people/501/choose", {"prepared_id": elsewhere["id"]}, status=409)
    prepared = await http.ok("savePreparedInlineMessage", **given, allow_bot_chats=True)
    done = await http.post("people/501/choose", {"prepared_id": prepared["id"]})
    assert (done["message"]["text"], done["message"]["via_bot"]["is_bot"]) == ("План", True)
    await http.post("people/501/choose", {"prepared_id": prepared["id"]}, status=404)
    late = await http.ok("savePreparedInlineMessage", **given, allow_bot_chats=True)
    clock.turn_to(clock.now() + timedelta(minutes=10))
    await http.post("people/501/choose", {"prepared_id": late["id"]}, status=404)


async def test_a_web_app_waits_six_hours(http: Client, anna: Person, clock: TurnableClock) -> None:
    names = [(await http.post("people/501/web_app"))["web_app_query_id"] for _ in range(2)]
    clock.turn_to(clock.now() + timedelta(hours=6))
    assert await http.ok("answerWebAppQuery", web_app_query_id=names[0], result=article(reply_markup=KEYS))
    clock.turn_to(clock.now() + timedelta(seconds=1))
    late = {"web_app_query_id": names[1], "result": article(reply_markup=KEYS)}
    assert "query is too old" in await http.refused("answerWebAppQuery", **late)


async def test_waiting_for_the_results(http: Client, anna: Person) -> None:
    query_id = await ask(http)
    await http.ok("answerInlineQuery", inline_query_id=query_id, results=[article()])
    done = await http.post("people/501/inline?wait=1", {"query": "план"})
    assert done["inline"]["answer"]["results"][0]["id"] == "1"
