"""The shapes that pass between the rooms of the sandbox."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Json = dict[str, Any]
"""A JSON object as the Bot API writes it."""

Touch = Callable[[str, str], None]
"""Notes that the record (kind, key) changed and must be saved."""
