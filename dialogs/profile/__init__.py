"""«Мои данные»: what is kept about a person, in her own hands."""

from aiogram_dialog import Dialog

from dialogs.profile import (
    card,
    correct,
    erase,
    erase_surely,
    experience,
    municipality,
    name,
    name_confirm,
    school,
    subjects,
)


def build() -> Dialog:
    return Dialog(
        card.window,
        correct.window,
        name.window,
        name_confirm.window,
        municipality.window,
        school.window,
        subjects.window,
        experience.window,
        erase.window,
        erase_surely.window,
    )
