from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.context import context, refresh
from dialogs.common.experience_bands import BANDS, experience_keyboard
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.states import Profile
from services.people.correct import set_experience


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return BANDS


async def on_years(manager: DialogManager, years: int) -> None:
    ctx = context(manager)
    async with ctx.transaction() as session:
        await set_experience(session, ctx.person.id, years, ctx.now())
    await refresh(manager)
    await manager.switch_to(Profile.card)


window = Window(
    Say("entry-experience"),
    *experience_keyboard(on_years),
    back_to(Profile.correct),
    state=Profile.experience,
    getter=getter,
    preview_data=BANDS,
)
