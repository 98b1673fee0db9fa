"""The methodist's desk: her events, who is signed up, moving, calling off, and making new ones."""

from aiogram_dialog import Dialog

from dialogs.event_desk import (
    cancel,
    cancel_confirm,
    capacity,
    capacity_confirm,
    card,
    description,
    list_,
    move,
    move_confirm,
    new_capacity,
    new_change,
    new_confirm,
    new_description,
    new_kind,
    new_length,
    new_place,
    new_subject,
    new_title,
    new_when,
    people,
    place,
    place_confirm,
    subjects,
    title,
)


def build() -> Dialog:
    return Dialog(
        list_.window,
        card.window,
        people.window,
        move.window,
        move_confirm.window,
        capacity.window,
        capacity_confirm.window,
        place.window,
        place_confirm.window,
        title.window,
        description.window,
        subjects.window,
        cancel.window,
        cancel_confirm.window,
        new_kind.window,
        new_title.window,
        new_subject.window,
        new_when.window,
        new_length.window,
        new_place.window,
        new_capacity.window,
        new_description.window,
        new_confirm.window,
        new_change.window,
    )
