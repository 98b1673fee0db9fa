"""A file that somebody asked for: the one way by which a feature hands it over, whatever the messenger."""

from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.notice import Attachment, Notice
from dialogs.common.notice_send import send_notice
from locales import Safe


async def send_file(manager: DialogManager, content: bytes, name: str, caption: Safe | None = None) -> None:
    """A message of its own; the caller decides where its window stands after it (`manager.show_mode`)."""
    notice = Notice(caption or Safe(), attachment=Attachment("document", name, content=content))
    await send_notice(manager.middleware_data["bot"], context(manager).user_id, notice)
