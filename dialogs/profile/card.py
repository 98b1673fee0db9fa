from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.nav import leave
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.states import Profile


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    person = ctx.person
    names = [ctx.content.subjects.name(code, ctx.locale) for code in person.subjects]
    return {
        "anonymous": person.anonymous,
        "full_name": person.full_name,
        "school": person.unit_name,
        "subjects": ", ".join(names),
    }


window = Window(
    Say("profile-card"),
    leave(),
    state=Profile.card,
    getter=getter,
    preview_data={
        "anonymous": False,
        "full_name": "Петрова Анна Петровна",
        "school": "Сосновская ООШ",
        "subjects": "Математика",
    },
)
