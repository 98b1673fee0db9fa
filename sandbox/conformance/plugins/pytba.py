"""A pytest plugin that points pyTelegramBotAPI's tests at the sandbox, and leaves out those that never speak to it."""

from __future__ import annotations

import os
from importlib import import_module


def pytest_configure() -> None:
    """Both addresses are templates of the token and the method or path."""
    apihelper = import_module("telebot.apihelper")
    apihelper.API_URL = os.environ["CONFORMANCE_URL"] + "/bot{0}/{1}"
    apihelper.FILE_URL = os.environ["CONFORMANCE_URL"] + "/file/bot{0}/{1}"
