"""A pytest plugin that points python-telegram-bot's tests at the sandbox, without touching their files.

The library goes on believing that it speaks to Telegram (some tests look at the address); what it sends
there arrives at the sandbox.
"""

from __future__ import annotations

import functools
import json
import os
import socket
from importlib import import_module
from typing import Any

TELEGRAM = "https://api.telegram.org"
ANYWHERE = "203.0.113.7"
"""An address of RFC 5737, which belongs to nobody."""


def pytest_sessionstart() -> None:
    """Their bot becomes ours, and the one function that speaks HTTP is turned around."""
    import_module("tests.auxil.ci_bots").BOT_INFO_PROVIDER._cached = json.loads(os.environ["CONFORMANCE_BOT"])
    client = import_module("telegram.request").HTTPXRequest
    do_request = client.do_request

    @functools.wraps(do_request)
    async def to_the_sandbox(self: Any, url: str, *rest: Any, **named: Any) -> Any:
        return await do_request(self, url.replace(TELEGRAM, os.environ["CONFORMANCE_URL"], 1), *rest, **named)

    client.do_request = to_the_sandbox
    # the tests of webhooks ask where the project's site lives, only to tell Telegram
    socket.gethostbyname = lambda name: ANYWHERE
