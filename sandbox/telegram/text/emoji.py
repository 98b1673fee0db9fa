"""Whether a text is one emoji, as far as its characters tell."""

from __future__ import annotations

import re

_BASE = "\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff"
_ONE = f"[{_BASE}][\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
_EMOJI = re.compile(f"(?:{_ONE})(?:\u200d{_ONE})*|[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3")


def is_emoji(text: str) -> bool:
    """One emoji: a sign, a joined sequence, a flag or a keycap."""
    return _EMOJI.fullmatch(text) is not None
