"""The strangers' test suites: how each is run."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sandbox.conformance import chats
from sandbox.conformance.control import Control
from sandbox.conformance.fetch import source
from sandbox.conformance.places import CACHE, PLUGINS, PYTHON, ROOT
from sandbox.conformance.running import running_sandbox
from sandbox.conformance.web import put_on_web


@dataclass(frozen=True)
class Suite:
    """Tests and how to run them.

    `count` of them are live. `folder` of the source distribution is where they expect to run. Only files that
    hold the word `live` are opened: collecting all of them takes longer than the tests. `options` are pytest's.
    """

    name: str
    title: str
    count: int
    source: str
    folder: str
    live: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    """How one test ended: passed, failed, skipped, xfailed or xpassed."""

    test: str
    outcome: str
    reason: str


SUITES = {
    "ptb": Suite(
        name="ptb",
        title="python-telegram-bot 22.8",
        count=405,
        source="python_telegram_bot",
        folder=".",
        live="WithRequest",
        options=("-p", "ptb", "-m", "req"),
    ),
    "pytba": Suite(
        name="pytba",
        title="pyTelegramBotAPI 4.37.1",
        count=57,
        source="pytelegrambotapi",
        folder="tests",
        live="CHAT_ID",
        options=("-p", "pytba", "-c", os.devnull, "--rootdir", "."),
    ),
}


def run(suite: Suite, more: Sequence[str] = (), tree: Path = ROOT) -> list[Result]:
    """Run the tests against the sandbox of `tree`, each in its turn. `more` goes to pytest."""
    folder = source(suite.source) / suite.folder
    with running_sandbox(chats.TOKEN, tree) as url, tempfile.NamedTemporaryFile() as results:
        control, data = Control(url), source("python_telegram_bot") / "tests" / "data"
        chats.set_up(control, (data / "telegram_test_channel.jpg").read_bytes())
        put_on_web(control, data)
        command = [
            str(PYTHON), "-m", "pytest", "--tb=native",
            "-p", "no:flaky", "-p", "no:cacheprovider", "-p", "report", *suite.options, *more, *_files(suite, folder),
        ]  # fmt: skip
        with (CACHE / f"{suite.name}.log").open("w") as log:
            environment = _environment(url, results.name, folder)
            subprocess.run(command, cwd=folder, env=environment, stdout=log, stderr=log, check=False)
        return [Result(**json.loads(line)) for line in Path(results.name).read_text(encoding="utf-8").splitlines()]


def _files(suite: Suite, folder: Path) -> list[str]:
    files = (path for path in sorted(folder.rglob("test_*.py")) if suite.live in path.read_text(encoding="utf-8"))
    return [str(path.relative_to(folder)) for path in files]


def _environment(url: str, results: str, folder: Path) -> dict[str, str]:
    bot = {
        "token": chats.TOKEN,
        "payment_provider_token": "1:TEST:SANDBOX",
        "chat_id": str(chats.PERSON),
        "super_group_id": str(chats.SUPERGROUP),
        "forum_group_id": str(chats.FORUM),
        "channel_id": f"@{chats.CHANNEL_USERNAME}",
        "subscription_channel_id": chats.PAID_CHANNEL,
        "name": chats.BOT_NAME,
        "username": chats.BOT_USERNAME,
    }
    return {
        **{name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "TMPDIR")},
        "PYTHONPATH": os.pathsep.join([str(PLUGINS), str(folder.parent)]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "CONFORMANCE_URL": url,
        "CONFORMANCE_RESULTS": results,
        "CONFORMANCE_BOT": json.dumps(bot),
        "TOKEN": chats.TOKEN,
        "CHAT_ID": str(chats.PERSON),
        "GROUP_ID": str(chats.SUPERGROUP),
    }
