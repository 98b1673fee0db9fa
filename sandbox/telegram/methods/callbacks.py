"""Answers to pressed buttons."""

from __future__ import annotations

from sandbox.telegram import errors
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.text import utf16

LONGEST_ANSWER = 200


def answer_callback_query(call: Call) -> bool:
    """Within 15 seconds of the play. The first answer is shown; another succeeds and nobody sees it.

    Source: what maintainers saw of the real server, https://github.com/Tishka17/aiogram_dialog/issues/22 and
    https://github.com/python-telegram-bot/python-telegram-bot/issues/1364. It is not documented.
    """
    text = call.get("text", "")
    if utf16.length(text) > LONGEST_ANSWER:
        raise bad_request(errors.ANSWER_LONG)
    answer = {"text": text, "show_alert": bool(call.get("show_alert", False))}
    if "url" in call.params:
        answer["url"] = call.params["url"]
    query = call.world.callbacks.answer(call.params["callback_query_id"], answer)
    if query is None:
        raise bad_request(errors.QUERY_OLD)
    if query.answer is answer:
        call.world.tell("answer", query.person_id, {**answer, "by": query.by} if query.by else answer)
    elif text or "url" in call.params:
        call.lint.append("answerCallbackQuery: the query is answered already, nobody sees this answer")
    return True
