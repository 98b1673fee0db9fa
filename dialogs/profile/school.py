from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Row

from dialogs.common.context import context, refresh
from dialogs.common.nav import menu
from dialogs.common.noted import noted
from dialogs.common.school_search import PREVIEW, back_from_school, school_data, school_keyboard
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.states import Profile
from services.people.correct import move_to


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return await school_data(dialog_manager)


async def on_chosen(manager: DialogManager, unit_id: int) -> None:
    ctx = context(manager)
    async with ctx.transaction() as session:
        closed = await move_to(session, ctx.person.id, unit_id, ctx.now())
    await refresh(manager)
    if closed and isinstance(manager.event, CallbackQuery):
        await manager.event.answer(ctx.words.plain("profile-results-closed", count=closed), show_alert=True)
    else:
        await noted(manager)
    await manager.switch_to(Profile.card)


window = Window(
    Say("entry-school"),
    *school_keyboard(on_chosen),
    Row(back_from_school(Profile.correct, Profile.municipality), menu()),
    state=Profile.school,
    getter=getter,
    preview_data=PREVIEW,
)
