"""Inline mode: answers to queries and to Web Apps, prepared messages."""

from __future__ import annotations

import re

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call
from sandbox.telegram.errors import Refusal, bad_request
from sandbox.telegram.messages.inline_results import read_result, read_results
from sandbox.world.inline import CACHED_SECONDS

PREPARED_SECONDS = 10 * 60
WEB_APP_WITHIN_SECONDS = 6 * 60 * 60
"""Our own: nobody has published how long a Web App may wait for its answer."""
_START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")
_CHATS = ("allow_user_chats", "allow_bot_chats", "allow_group_chats", "allow_channel_chats")


def answer_inline_query(call: Call) -> bool:
    """At most 50 results, within 15 seconds of the play, once."""
    results = read_results(call, call.params["results"])
    next_offset = call.get("next_offset", "")
    if len(next_offset.encode()) > 64:
        raise bad_request("NEXT_OFFSET_INVALID")
    button = call.get("button")
    if button is not None:
        _check_button(button)
    answer = {
        "results": results,
        "next_offset": next_offset,
        "button": button,
        "is_personal": bool(call.get("is_personal")),
        "cache_time": max(call.get("cache_time", CACHED_SECONDS), 0),
    }
    record = call.world.inline.answer(call.params["inline_query_id"], answer)
    if record is None:
        raise bad_request(errors.QUERY_OLD)
    call.world.tell("inline_answer", record["user_id"], {"query_id": record["id"]})
    return True


def answer_web_app_query(call: Call) -> Json:
    """The message is sent on behalf of the person who opened the Web App."""
    kept = _one_result(call)
    query = call.world.shelf("web_app_query").get(call.params["web_app_query_id"])
    if query is None or call.world.unix() - query["made"] > WEB_APP_WITHIN_SECONDS:
        raise bad_request(errors.QUERY_OLD)
    call.world.shelf("web_app_query").drop(call.params["web_app_query_id"])
    name = call.world.send_inline(query["user_id"], query["chat_id"], kept)
    return {"inline_message_id": name} if name else {}


def save_prepared_inline_message(call: Call) -> Json:
    """For a person whom the bot knows; it must allow a kind of chats."""
    kept = _one_result(call)
    person = call.world.people.get(call.params["user_id"])
    if person is None or not person.started:
        raise bad_request("USER_ID_INVALID")
    chats = [name for name in _CHATS if call.get(name)]
    if not chats:
        raise bad_request("PEER_TYPES_INVALID")
    prepared_id = call.world.callbacks.next_id()
    expires = call.world.unix() + PREPARED_SECONDS
    record = {"user_id": person.id, "chats": chats, "expires": expires, "kept": kept}
    call.world.shelf("prepared_message").put(prepared_id, record)
    return {"id": prepared_id, "expiration_date": expires}


def _one_result(call: Call) -> Json:
    kept = read_result(call, call.params["result"])
    if kept["content"] is None:
        raise bad_request(errors.FILE_URL)
    return kept


def _check_button(button: Json) -> None:
    if len({"web_app", "start_parameter"} & button.keys()) != 1:
        text = "InlineQueryResultsButton must have exactly one optional field"
        raise Refusal(400, f"Bad Request: can't parse inline query results button: {text}")
    if not button["text"].strip():
        raise bad_request("SWITCH_PM_TEXT_EMPTY")
    if "web_app" in button and not button["web_app"]["url"].startswith("https://"):
        raise bad_request("SWITCH_WEBVIEW_URL_INVALID")
    parameter = button.get("start_parameter")
    if parameter is not None and not _START_PARAMETER.fullmatch(parameter):
        raise bad_request("START_PARAM_INVALID" if parameter else "START_PARAM_EMPTY")
