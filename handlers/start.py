"""/start, /menu and deep links: t.me/bot?start=482915 is a code from a paper sheet, start=event_12 a seminar."""

from aiogram import Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import Message
from aiogram_dialog import DialogManager

from dialogs.common.context import Context
from dialogs.entry.api import begin, enter_with_code
from dialogs.profile.api import open_profile


async def start(message: Message, command: CommandObject, dialog_manager: DialogManager, context: Context) -> None:
    payload = (command.args or "").strip()
    person = context.visitor.person
    if payload.isdigit() and (person is None or person.anonymous):
        await enter_with_code(dialog_manager, payload)
        return
    await begin(dialog_manager)


async def menu(message: Message, dialog_manager: DialogManager) -> None:
    await begin(dialog_manager)


async def my_data(message: Message, dialog_manager: DialogManager, context: Context) -> None:
    if context.visitor.person is None:
        await begin(dialog_manager)
    else:
        await open_profile(dialog_manager)


async def help_(message: Message, context: Context) -> None:
    await message.answer(context.words.html("start-help"))


def build() -> Router:
    router = Router(name="start")
    router.message.register(start, CommandStart())
    router.message.register(menu, Command("menu", "cancel"))
    router.message.register(my_data, Command("mydata"))
    router.message.register(help_, Command("help"))
    return router
