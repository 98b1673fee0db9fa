"""«Сотрудники»: an administrator finds people, gives and takes roles, prints codes."""

from aiogram_dialog import Dialog

from dialogs.staff import (
    card,
    code,
    disconnect,
    find,
    new_confirm,
    new_municipality,
    new_name,
    new_school,
    new_subjects,
    role,
)


def build() -> Dialog:
    return Dialog(
        find.window,
        card.window,
        role.window,
        code.window,
        disconnect.window,
        new_name.window,
        new_municipality.window,
        new_school.window,
        new_subjects.window,
        new_confirm.window,
    )
