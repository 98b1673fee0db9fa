import asyncio

from aiogram import Bot

from dialogs.common.context import Context
from dialogs.common.file_send import send_file
from services.events.calendar_file import calendar_file
from services.events.views import EventView


async def send_calendar_file(bot: Bot, ctx: Context, event: EventView) -> None:
    """The entry for a calendar, as a message of its own."""
    content = await asyncio.to_thread(calendar_file, event, ctx.zone, ctx.now())
    caption = ctx.words.html("events-file", title=event.title, starts_at=event.starts_at, now=ctx.now())
    await send_file(bot, ctx.user_id, content, ctx.words.plain("events-file-name") + ".ics", caption)
