from hmac import compare_digest
from typing import Any

from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput

from dialogs.common.context import Context, context
from dialogs.common.data import change
from dialogs.common.nav import back_only
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.entry.data import EntryData
from dialogs.states import Entry
from services.people.administrator import may_become_administrator
from services.people.entry import look_up_code
from services.people.errors import TooManyCodes, WrongCode

ADMINISTRATOR = "administrator"


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    await try_code(manager, typed)


async def try_code(manager: DialogManager, typed: str) -> None:
    """On to «Вы — …?» with a good code; with a bad one stay here and say how many tries are left."""
    ctx = context(manager)
    if await _is_first_administrator(ctx, typed):
        change(manager, EntryData, code=ADMINISTRATOR)
        await manager.switch_to(Entry.municipality)
        return
    refusal: WrongCode | TooManyCodes | None = None
    async with ctx.transaction() as session:
        try:
            await look_up_code(session, ctx.visitor.account_id, typed, ctx.now())
        except (WrongCode, TooManyCodes) as caught:
            refusal = caught  # told after the commit: the miss has to be counted
    if refusal is not None:
        await _say(manager, refusal)
        return
    change(manager, EntryData, code="".join(letter for letter in typed if letter.isdigit()))
    await manager.switch_to(Entry.confirm)


async def _is_first_administrator(ctx: Context, typed: str) -> bool:
    code = ctx.house.admin_code
    if not code or not compare_digest(typed.strip().encode(), code.encode()):
        return False
    async with ctx.reading() as session:
        return await may_become_administrator(session, ctx.now())


async def _say(manager: DialogManager, refusal: WrongCode | TooManyCodes) -> None:
    ctx = context(manager)
    bot = manager.middleware_data["bot"]
    await bot.send_message(ctx.user_id, ctx.words.html(f"error-{refusal.code}", **refusal.fields))


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {}


window = Window(
    Say("entry-code"),
    TextInput(id="code", on_success=on_typed),
    back_only(Entry.welcome),
    state=Entry.code,
    getter=getter,
    preview_data={},
)
