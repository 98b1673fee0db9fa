"""A pytest plugin that points pyTelegramBotAPI's tests at the sandbox, and leaves out those that need no server."""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any

CHATS = {"CHAT_ID", "GROUP_ID"}


def pytest_configure() -> None:
    """Both addresses are templates of the token and the method or path."""
    apihelper: Any = import_module("telebot.apihelper")
    apihelper.API_URL = os.environ["CONFORMANCE_URL"] + "/bot{0}/{1}"
    apihelper.FILE_URL = os.environ["CONFORMANCE_URL"] + "/file/bot{0}/{1}"


def pytest_collection_modifyitems(items: list[Any]) -> None:
    """A live test is one whose code names a chat."""
    items[:] = [item for item in items if CHATS & set(item.function.__code__.co_names)]
