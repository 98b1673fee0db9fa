"""A sandbox in a process of its own, as anybody would start it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sandbox.conformance.places import ROOT


@contextmanager
def running_sandbox(token: str, tree: Path = ROOT) -> Iterator[str]:
    """Its address. `tree` is the checkout whose sandbox is started."""
    command = [sys.executable, "-m", "sandbox", "--port", "0", "--token", token]
    with subprocess.Popen(command, cwd=tree, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            url = process.stdout.readline().strip()
            if not url.startswith("http"):
                raise RuntimeError(f"the sandbox did not start: {' '.join(command)}")
            yield url
        finally:
            process.terminate()
