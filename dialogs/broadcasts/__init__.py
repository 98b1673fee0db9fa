"""Announcements: a methodist speaks to many."""

from aiogram_dialog import Dialog

from dialogs.broadcasts import failed, mine, not_connected, preview, progress, segment, segment_value, text, when


def build() -> Dialog:
    return Dialog(
        mine.window,
        text.window,
        segment.window,
        segment_value.window,
        preview.window,
        not_connected.window,
        when.window,
        progress.window,
        failed.window,
    )
