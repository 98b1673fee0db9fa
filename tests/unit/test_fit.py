"""Conversations fail for each thing that is too much for a phone."""

import json
from typing import Any

import pytest

from sandbox import Sandbox, TurnableClock
from sandbox.demo.season import START
from tests.kit.fit import unfit


def key(text: str = "Да", data: str = "yes") -> dict[str, str]:
    return {"text": text, "callback_data": data}


def said(keyboard: list[list[dict[str, str]]], text: str = "Да?", **params: Any) -> list[str]:
    """What is found after the bot has sent this."""
    sandbox = Sandbox(clock=TurnableClock(START, frozen=True), token="42:SANDBOX")
    asked = {"text": text, "reply_markup": json.dumps({"inline_keyboard": keyboard}), **params}
    for method in ("sendMessage", "editMessageText"):
        sandbox.api.journal.note(method, asked, ok=True, description=None, lint=[])
    return unfit(sandbox)


def test_what_fits() -> None:
    assert said([[key("я" * 30, "я" * 32)]] * 8, "<b>" + "я" * 3800 + "</b>", parse_mode="HTML") == []


@pytest.mark.parametrize(
    ("keyboard", "text", "words"),
    [
        ([[key()]] * 9, "Да?", "9 rows of buttons"),
        ([[key("я" * 31)]], "Да?", "a label of 31 characters"),
        ([[key(data="я" * 33)]], "Да?", "66 bytes of callback data"),
        ([], "я" * 3801, "a text of 3801 characters"),
    ],
)
def test_too_much(keyboard: list[list[dict[str, str]]], text: str, words: str) -> None:
    assert [words in line for line in said(keyboard, text)] == [True, True], "of both methods"
