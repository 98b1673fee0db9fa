"""A notice as a Telegram message: the one place that knows which method sends what."""

from aiogram import Bot
from aiogram.types import BufferedInputFile, Message

from dialogs.common.notice import Attachment, Notice
from dialogs.common.notice_markup import inline_markup


async def send_notice(bot: Bot, user_id: int, notice: Notice) -> Message:
    markup = inline_markup(notice)
    if notice.attachment is None:
        return await bot.send_message(user_id, notice.text, reply_markup=markup, disable_notification=notice.silent)
    send = bot.send_photo if notice.attachment.kind == "photo" else bot.send_document
    return await send(
        user_id,
        _file(notice.attachment),
        caption=notice.text,
        reply_markup=markup,
        disable_notification=notice.silent,
    )


def _file(attachment: Attachment) -> str | BufferedInputFile:
    if attachment.remote_id is not None:
        return attachment.remote_id
    assert attachment.content is not None, "an attachment has an id or content"
    return BufferedInputFile(attachment.content, attachment.name)
