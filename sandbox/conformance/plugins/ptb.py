"""A pytest plugin that points python-telegram-bot's tests at the sandbox, without touching their files."""

from __future__ import annotations

import functools
import json
import os
from importlib import import_module
from typing import Any

TELEGRAM = "https://api.telegram.org"


def pytest_sessionstart() -> None:
    """Their bot becomes ours; whoever is about to speak to Telegram speaks to the sandbox."""
    import_module("tests.auxil.ci_bots").BOT_INFO_PROVIDER._cached = json.loads(os.environ["CONFORMANCE_BOT"])
    bot = import_module("telegram").Bot
    init = bot.__init__

    @functools.wraps(init)
    def to_the_sandbox(self: Any, token: str, base_url: Any = None, base_file_url: Any = None, **rest: Any) -> None:
        init(self, token, _moved(base_url, "/bot"), _moved(base_file_url, "/file/bot"), **rest)

    bot.__init__ = to_the_sandbox


def _moved(address: Any, path: str) -> Any:
    if address is None or (isinstance(address, str) and address.startswith(TELEGRAM)):
        return os.environ["CONFORMANCE_URL"] + path
    return address
