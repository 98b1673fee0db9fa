"""Where things lie."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CACHE = ROOT / "var" / "conformance"
VENV = CACHE / "venv"
PYTHON = VENV / "bin" / "python"
NODE = CACHE / "node"
BOTS = HERE / "bots"
PASSING = HERE / "passing"
PLUGINS = HERE / "plugins"
