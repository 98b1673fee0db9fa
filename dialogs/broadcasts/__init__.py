"""Announcements: a methodist speaks to many."""

from aiogram_dialog import Dialog

from dialogs.broadcasts import (
    anew,
    begun,
    mine,
    not_connected,
    people,
    preview,
    progress,
    segment,
    segment_value,
    text,
    throw_away,
    when,
)


def build() -> Dialog:
    return Dialog(
        mine.window,
        text.window,
        anew.window,
        throw_away.window,
        segment.window,
        segment_value.window,
        preview.window,
        not_connected.window,
        when.window,
        begun.window,
        progress.window,
        people.window,
    )
