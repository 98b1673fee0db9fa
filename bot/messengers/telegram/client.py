from zoneinfo import ZoneInfo

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.enums import ParseMode
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
from aiogram.types import BotCommand

from locales import LOCALES, load_words

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
        words = load_words(locale, ZoneInfo("UTC"))
        commands = [BotCommand(command=name, description=words.plain(f"start-command-{name}")) for name in COMMANDS]
        await bot.set_my_commands(commands, language_code=None if locale == LOCALES[0] else locale)
