from typing import Any

from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput

from dialogs.common.context import context
from dialogs.common.data import save
from dialogs.common.nav import back_only
from dialogs.common.school_search import begin_search
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.entry.data import EntryData
from dialogs.states import Entry
from services.people.entry import FirstAdministrator, look_up_code
from services.people.errors import TooManyCodes, WrongCode
from services.people.rules import digits_of


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    await try_code(manager, typed)


async def try_code(manager: DialogManager, typed: str) -> None:
    """On to «Вы — …?» with a good code; with a bad one stay here and say how many tries are left."""
    ctx = context(manager)
    refusal: WrongCode | TooManyCodes | None = None
    found: object = None
    async with ctx.transaction() as session:
        try:
            found = await look_up_code(session, ctx.visitor.account_id, typed, ctx.now(), ctx.house.admin_code)
        except (WrongCode, TooManyCodes) as caught:
            refusal = caught  # told after the commit: the miss has to be counted
    if refusal is not None:
        await _say(manager, refusal)
    elif isinstance(found, FirstAdministrator):
        save(manager, EntryData(administrator=True))
        await begin_search(manager, Entry.municipality, Entry.municipality)
    else:
        save(manager, EntryData(code=digits_of(typed)))
        await manager.switch_to(Entry.confirm)


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
