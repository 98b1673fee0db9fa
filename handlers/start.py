"""/start, /menu and deep links: t.me/bot?start=482915 is a code from a paper sheet, start=event_12 a seminar."""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode

from dialogs.common.context import Context
from dialogs.common.notice import TO_MENU
from dialogs.entry.api import begin, enter_with_code
from dialogs.events.api import open_event_below
from dialogs.profile.api import open_profile
from handlers.answers import way_on
from services.people.rules import looks_like_code

EVENT = "event_"
"""A link with it leads to the card of an event."""


async def start(message: Message, command: CommandObject, dialog_manager: DialogManager, context: Context) -> None:
    payload = (command.args or "").strip()
    person = context.visitor.person
    if looks_like_code(payload):
        if person is None or person.anonymous:
            await enter_with_code(dialog_manager, payload)
        else:
            await message.answer(context.words.html("error-entry-already"))
            await begin(dialog_manager, ShowMode.SEND)
        return
    event = payload.removeprefix(EVENT)
    event_id = int(event) if event != payload and event.isascii() and event.isdecimal() and len(event) < 10 else None
    if person is not None and event_id is not None:
        await open_event_below(dialog_manager, event_id)
        return
    await begin(dialog_manager, event_id=event_id)


async def menu(message: Message, dialog_manager: DialogManager) -> None:
    await begin(dialog_manager)


async def menu_below(query: CallbackQuery, dialog_manager: DialogManager) -> None:
    await begin(dialog_manager, ShowMode.SEND)
    await query.answer()


async def my_data(message: Message, dialog_manager: DialogManager, context: Context) -> None:
    if context.visitor.person is None:
        await begin(dialog_manager)
    else:
        await open_profile(dialog_manager)


async def help_(message: Message, context: Context) -> None:
    await message.answer(context.words.html("start-help"), reply_markup=way_on(context.words))


def build() -> Router:
    router = Router(name="start")
    router.message.register(start, CommandStart())
    router.message.register(menu, Command("menu", "cancel"))
    router.message.register(my_data, Command("mydata"))
    router.message.register(help_, Command("help"))
    router.callback_query.register(menu_below, F.data == TO_MENU)
    return router
