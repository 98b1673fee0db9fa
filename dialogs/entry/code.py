from datetime import UTC, datetime
from typing import Any

from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Button, Row

from dialogs.common.context import context
from dialogs.common.data import change
from dialogs.common.nav import back_only, menu_if_known
from dialogs.common.school_search import begin_search
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.entry.data import EntryData
from dialogs.entry.no_code import without_code
from dialogs.states import Entry
from services.errors import ServiceError
from services.people.entry import FirstAdministrator, locked_until, look_up_code
from services.people.errors import NotSixDigits, TooManyCodes, WrongCode
from services.people.rules import digits_of


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    await try_code(manager, typed)


async def try_code(manager: DialogManager, typed: str) -> None:
    """On to «Вы — …?» with a good code; with a bad one stay here and say how many tries are left."""
    ctx = context(manager)
    refusal: NotSixDigits | WrongCode | TooManyCodes | None = None
    found: object = None
    async with ctx.transaction() as session:
        try:
            found = await look_up_code(session, ctx.visitor.account_id, typed, ctx.now(), ctx.house.admin_code)
        except (NotSixDigits, WrongCode, TooManyCodes) as caught:
            refusal = caught  # told after the commit: the miss has to be counted
    if isinstance(refusal, TooManyCodes) or (isinstance(refusal, WrongCode) and refusal.fields["left"] == 0):
        return  # the window says so
    if refusal is not None:
        await _say(manager, refusal)
    elif isinstance(found, FirstAdministrator):
        change(manager, EntryData, administrator=True, code="")
        await begin_search(manager, Entry.municipality, Entry.municipality)
    else:
        change(manager, EntryData, administrator=False, code=digits_of(typed))
        await manager.switch_to(Entry.confirm)


async def _say(manager: DialogManager, refusal: ServiceError) -> None:
    ctx = context(manager)
    bot = manager.middleware_data["bot"]
    await bot.send_message(ctx.user_id, ctx.words.html(f"error-{refusal.code}", **refusal.fields))


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """While the account has to wait, the window says so instead of asking for more."""
    ctx = context(dialog_manager)
    async with ctx.reading() as session:
        until = await locked_until(session, ctx.visitor.account_id, ctx.now())
    return {
        "asked": until is None,
        "locked": until is not None,
        "until": until,
        "known": ctx.visitor.person is not None,
    }


window = Window(
    Say("entry-code", when="asked"),
    Say("error-entry-too-many-codes", when="locked"),
    TextInput(id="code", on_success=on_typed),
    Button(Label("entry-btn-without-code"), id="no_code", on_click=without_code, when="locked"),
    Row(back_only(Entry.welcome), menu_if_known()),
    state=Entry.code,
    getter=getter,
    preview_data={"asked": True, "locked": True, "until": datetime(2026, 10, 6, 8, tzinfo=UTC), "known": True},
)
