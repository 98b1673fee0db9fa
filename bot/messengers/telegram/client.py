import logging
from zoneinfo import ZoneInfo

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    GetFile,
    GetMe,
    GetUpdates,
    Response,
    SendChatAction,
    SendDocument,
    SendMessage,
    SendPhoto,
)
from aiogram.types import BotCommand, BotCommandScopeChat

from locales import LOCALES, load_words, nearest_locale

log = logging.getLogger(__name__)

ANSWERED = (
    AnswerCallbackQuery,
    DeleteMessage,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    GetFile,
    GetMe,
    GetUpdates,
    SendChatAction,
    SendDocument,
    SendMessage,
    SendPhoto,
)
HELD = tuple(Response[method.__returning__] for method in ANSWERED)  # type: ignore[name-defined]
"""aiogram asks pydantic for these models at every answer, and pydantic forgets a model that nobody holds at the next
garbage collection. Making one anew costs more than all the rest of a dialog step."""

COMMANDS = ("menu", "mydata", "help")
MENU_SECONDS = 5
"""How long a change of language waits for the menu of the chat."""


def telegram_bot(token: str, api_url: str) -> Bot:
    """A client of the Bot API at `api_url`, or of Telegram itself when that is empty."""
    server = TelegramAPIServer.from_base(api_url) if api_url else PRODUCTION
    return Bot(
        token,
        session=AiohttpSession(api=server),
        default=DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True),
    )


async def publish_commands(bot: Bot) -> None:
    """The menu beside the input line: Russian for everybody, English for whoever reads English."""
    for locale in LOCALES:
        await bot.set_my_commands(_commands(locale), language_code=None if locale == LOCALES[0] else locale)


async def follow_language(bot: Bot, user_id: int, locale: str, own: str | None) -> None:
    """The menu of one chat in the language that its reader chose in the bot.

    Where `own`, the language of her messenger, leads to the same words, the chat goes back to the menu of everybody.
    A menu that cannot be changed now stays as it was: the conversation does not wait for it.
    """
    chat = BotCommandScopeChat(chat_id=user_id)
    try:
        if locale == nearest_locale(own):
            await bot.delete_my_commands(chat, request_timeout=MENU_SECONDS)
        else:
            await bot.set_my_commands(_commands(locale), chat, request_timeout=MENU_SECONDS)
    except TelegramAPIError as problem:
        log.warning("the command menu of a chat could not be changed: %s", problem)


def _commands(locale: str) -> list[BotCommand]:
    words = load_words(locale, ZoneInfo("UTC"))
    return [BotCommand(command=name, description=words.plain(f"start-command-{name}")) for name in COMMANDS]
