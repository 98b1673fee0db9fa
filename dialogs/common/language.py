from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from dialogs.common.context import context, refresh
from services.people.service import set_locale


async def switch_language(query: CallbackQuery, widget: Any, manager: DialogManager) -> None:
    """The other of the two languages, in the windows and in whatever the messenger itself shows of the bot."""
    ctx = context(manager)
    async with ctx.transaction() as session:
        await set_locale(session, ctx.visitor.account_id, "en" if ctx.locale == "ru" else "ru")
    new = await refresh(manager)
    await new.house.language_chosen(new.user_id, new.locale, query.from_user.language_code)
