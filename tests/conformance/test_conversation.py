"""Bots made with libraries that nobody here wrote hold one conversation: buttons, an edit in place, files both ways."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from sandbox.conformance.chats import TOKEN
from sandbox.conformance.control import Control
from sandbox.conformance.fetch import fetch, node, source
from sandbox.conformance.places import BOTS, NODE, PYTHON
from sandbox.conformance.running import running_sandbox

ANNA = 700000010
PATIENCE = 20.0
"""Real seconds: an interpreter starts, and its bot takes the first update."""


@pytest.fixture(scope="module")
def paths() -> dict[str, str]:
    fetch()
    libraries = [str(source("python_telegram_bot") / "src"), str(source("pytelegrambotapi"))]
    return {"PYTHONPATH": os.pathsep.join(libraries), "NODE_PATH": str(NODE / "node_modules")}


@pytest.fixture(params=["grammy.js", "telegraf.js", "ptb.py", "pytba.py"])
def control(request: pytest.FixtureRequest, paths: dict[str, str]) -> Iterator[Control]:
    """A sandbox with Anna in it and the bot beside it."""
    runtime = str(node()) if request.param.endswith(".js") else str(PYTHON)
    with running_sandbox(TOKEN) as url:
        environment = {**os.environ, **paths, "CONFORMANCE_URL": url, "CONFORMANCE_TOKEN": TOKEN}
        with subprocess.Popen([runtime, str(BOTS / request.param)], env=environment) as bot:
            try:
                control = Control(url)
                control.post("people", id=ANNA, first_name="Anna")
                yield control
            finally:
                bot.terminate()


def messages(control: Control) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = control.get(f"people/{ANNA}/chat")["messages"]
    return found


def until(control: Control, seen: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """The bot's message of which `seen` is true."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        for message in messages(control):
            if message["out"] and seen(message):
                return message
        time.sleep(0.05)
    raise AssertionError(f"never came; the chat holds {messages(control)}")


def test_a_conversation_with_buttons_and_files(control: Control) -> None:
    control.post(f"people/{ANNA}/start")
    question = until(control, lambda message: message.get("text") == "Which colour?")
    (buttons,) = question["reply_markup"]["inline_keyboard"]
    assert [(button["text"], button["callback_data"]) for button in buttons] == [
        ("Red", "colour:red"),
        ("Green", "colour:green"),
    ]

    pressed = control.post(f"people/{ANNA}/press?wait=1", message_id=question["message_id"], data="colour:green")
    assert pressed["answer"]["text"] == "Noted: green"

    edited = until(control, lambda message: message.get("text") == "Your colour is green")
    assert edited["message_id"] == question["message_id"], "edited in place, not sent anew"
    assert edited["entities"] == [{"type": "bold", "offset": 15, "length": 5}]
    assert "reply_markup" not in edited

    sent = until(control, lambda message: "document" in message)
    assert (sent["document"]["file_name"], sent["caption"]) == ("colour.txt", "For your files")
    assert control.file(sent["document"]["file_id"]) == b"green\n"

    data = os.urandom(70_000)
    control.upload(f"people/{ANNA}/file", "homework.bin", data, kind="document")
    until(control, lambda message: message.get("text") == f"homework.bin: {len(data)} bytes")
