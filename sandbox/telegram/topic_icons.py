"""The icons that a topic may have: custom emoji of the set «Topics»."""

from __future__ import annotations

ICONS = {
    "5434144690511290129": "📰",
    "5312536423851630001": "💡",
    "5312016608254762256": "⚡️",
    "5377544228505134960": "🎙",
    "5418085807791545980": "🔝",
    "5370870893004203704": "🗣",
    "5420216386448270341": "🆒",
    "5379748062124056162": "❗️",
    "5373251851074415873": "📝",
    "5433614043006903194": "📆",
    "5357315181649076022": "📁",
    "5309965701241379366": "🔎",
    "5309984423003823246": "📣",
    "5312241539987020022": "🔥",
    "5377316857231450742": "❓",
}
"""A part of what Telegram offers, the first as there: its ids never change."""


def known_icon(emoji_id: str) -> bool:
    """Whether a topic may have it; none at all is fine."""
    return not emoji_id or emoji_id in ICONS
