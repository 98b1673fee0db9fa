"""A pytest plugin: write a line for every test: how it ended, and why.

Only a real pass is `passed`: expected failures, unexpected passes and skips are not. Reruns of flaky tests
are off: a test that needs a second try has not passed.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

RESULTS = Path(os.environ["CONFORMANCE_RESULTS"])


class Report:
    """Collects the three phases of each test."""

    def __init__(self) -> None:
        self._ended: dict[str, tuple[str, str]] = {}

    def pytest_runtest_logreport(self, report: Any) -> None:
        """The first phase that is not a pass decides."""
        if self._ended.get(report.nodeid, ("passed", ""))[0] != "passed":
            return
        outcome = report.outcome
        if hasattr(report, "wasxfail"):
            outcome = "xpassed" if outcome == "passed" else "xfailed"
        if outcome == "passed" and report.when != "call":
            return
        self._ended[report.nodeid] = (outcome, "" if outcome == "passed" else _reason(report))

    def pytest_sessionfinish(self) -> None:
        """Hand the results over."""
        with RESULTS.open("w", encoding="utf-8") as file:
            for test, (outcome, reason) in sorted(self._ended.items()):
                file.write(json.dumps({"test": test, "outcome": outcome, "reason": reason}) + "\n")


def _reason(report: Any) -> str:
    """One line."""
    if getattr(report, "wasxfail", ""):
        return str(report.wasxfail)
    if isinstance(report.longrepr, tuple):
        return str(report.longrepr[2])
    crash = getattr(report.longrepr, "reprcrash", None)
    words = crash.message if crash else str(report.longrepr)
    return f"{report.when}: {' '.join(words.split())[:300]}"


def pytest_addoption(parser: Any) -> None:
    """An option of the flaky plugin that is off; python-telegram-bot's settings name it."""
    parser.addoption("--no-success-flaky-report", action="store_true", help="nothing")


def pytest_configure(config: Any) -> None:
    """Begin."""
    config.addinivalue_line("markers", "flaky: would be run again on a failure; here it is not")
    config.pluginmanager.register(Report())
