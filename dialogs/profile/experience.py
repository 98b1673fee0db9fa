from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.context import context, refresh
from dialogs.common.experience_bands import BANDS, experience_keyboard
from dialogs.common.nav import back_to
from dialogs.common.noted import noted
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.states import Profile
from services.people.correct import set_experience


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    person = context(dialog_manager).person
    return {
        **BANDS,
        "known": person.experience_from is not None,
        "since": str(person.experience_from or ""),
        "exact": person.experience_exact,
    }


async def on_years(manager: DialogManager, years: int, exact: bool) -> None:
    ctx = context(manager)
    async with ctx.transaction() as session:
        await set_experience(session, ctx.person.id, years, ctx.now(), exact=exact)
    await refresh(manager)
    await noted(manager)
    await manager.switch_to(Profile.card)


window = Window(
    Say("entry-experience"),
    *experience_keyboard(on_years),
    back_to(Profile.correct),
    state=Profile.experience,
    getter=getter,
    preview_data={**BANDS, "known": True, "since": "1994", "exact": True},
)
