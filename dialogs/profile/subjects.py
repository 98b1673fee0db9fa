from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.context import context, refresh
from dialogs.common.nav import back_to
from dialogs.common.noted import noted
from dialogs.common.subject_ticks import PREVIEW, subject_data, subject_keyboard
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.states import Profile
from services.people.correct import set_subjects


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return await subject_data(dialog_manager)


async def on_ready(manager: DialogManager, subjects: tuple[str, ...]) -> None:
    ctx = context(manager)
    async with ctx.transaction() as session:
        await set_subjects(session, ctx.person.id, subjects, ctx.now())
    await refresh(manager)
    await noted(manager)
    await manager.switch_to(Profile.card)


window = Window(
    Say("entry-subjects"),
    *subject_keyboard(on_ready),
    back_to(Profile.correct),
    state=Profile.subjects,
    getter=getter,
    preview_data=PREVIEW,
)
