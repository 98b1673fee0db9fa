"""How a stranger becomes a known person: a code from a paper sheet, or four short questions."""

from aiogram_dialog import Dialog

from dialogs.entry import (
    code,
    confirm,
    experience,
    municipality,
    name,
    name_confirm,
    not_mine,
    school,
    subjects,
    welcome,
)
from dialogs.entry.enter import after_consent


def build() -> Dialog:
    return Dialog(
        welcome.window,
        code.window,
        confirm.window,
        not_mine.window,
        municipality.window,
        school.window,
        subjects.window,
        experience.window,
        name.window,
        name_confirm.window,
        on_process_result=after_consent,
    )
