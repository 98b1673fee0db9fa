import asyncio

from aiogram import Bot
from aiogram.types import BufferedInputFile

from dialogs.common.context import Context
from services.events.calendar_file import calendar_file
from services.events.views import EventView


async def send_file(bot: Bot, ctx: Context, event: EventView) -> None:
    """The entry for a calendar, as a message of its own."""
    now = ctx.now()
    content = await asyncio.to_thread(calendar_file, event, ctx.zone, now)
    await bot.send_document(
        ctx.user_id,
        BufferedInputFile(content, ctx.words.plain("events-file-name") + ".ics"),
        caption=ctx.words.html("events-file", title=event.title, starts_at=event.starts_at, now=now),
    )
