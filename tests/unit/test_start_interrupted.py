"""Ctrl-C at any moment of the start ends the bot without a traceback."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.settings import ROOT


@pytest.mark.parametrize("token", ["", "42:SANDBOX"])
@pytest.mark.parametrize("seconds", [0.6, 1.2, 2.5])
def test_an_interrupted_start_says_nothing(token: str, seconds: float, tmp_path: Path) -> None:
    environment = {
        "TELEGRAM_TOKEN": token,
        "TELEGRAM_API_URL": "http://127.0.0.1:1",
        "DATABASE_URL": f"sqlite:///{tmp_path}/metod.sqlite",
        "STATE_FILE": str(tmp_path / "state.sqlite"),
        "SANDBOX_PORT": str(_free_port()),
        "LOG_LEVEL": "ERROR",
    }
    bot = subprocess.Popen(
        [sys.executable, "-m", "bot"],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    time.sleep(seconds)
    bot.send_signal(signal.SIGINT)
    _, said = bot.communicate(timeout=60)
    assert said == ""
    assert bot.returncode in {0, 130}


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
