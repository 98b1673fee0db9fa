"""Animated emoji that show a random value."""

from __future__ import annotations

import random

from sandbox.shapes import Json

VALUES = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "🎰": 64}
"""The greatest value of each."""
EMOJI_STYLE = "\ufe0f"
"""An emoji is the same with it and without."""


def throw(emoji: str) -> Json:
    """A `Dice` with a new value."""
    return {"emoji": emoji, "value": random.randint(1, VALUES[emoji])}
