"""The dispatch table: every Bot API method that the sandbox plays."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from sandbox.telegram.call import Call
from sandbox.telegram.methods import (
    callbacks,
    commands,
    edits,
    files,
    forwards,
    inline,
    media,
    messages,
    places,
    polls,
    profile,
    rich,
    updates,
)
from sandbox.telegram.methods.groups import GROUPS

Handler = Callable[[Call], Any | Awaitable[Any]]

TABLE: dict[str, Handler] = {
    "getUpdates": updates.get_updates,
    "setWebhook": updates.set_webhook,
    "deleteWebhook": updates.delete_webhook,
    "getWebhookInfo": updates.get_webhook_info,
    "sendMessage": messages.send_message,
    "sendChatAction": messages.send_chat_action,
    "sendPhoto": media.send_photo,
    "sendDocument": media.send_document,
    "sendVideo": media.send_video,
    "sendVoice": media.send_voice,
    "sendSticker": media.send_sticker,
    "sendMediaGroup": media.send_media_group,
    "editMessageText": edits.edit_message_text,
    "editMessageCaption": edits.edit_message_caption,
    "editMessageMedia": edits.edit_message_media,
    "editMessageReplyMarkup": edits.edit_message_reply_markup,
    "deleteMessage": edits.delete_message,
    "deleteMessages": edits.delete_messages,
    "answerCallbackQuery": callbacks.answer_callback_query,
    "getFile": files.get_file,
    "setMyCommands": commands.set_my_commands,
    "getMyCommands": commands.get_my_commands,
    "deleteMyCommands": commands.delete_my_commands,
    "setChatMenuButton": commands.set_chat_menu_button,
    "getChatMenuButton": commands.get_chat_menu_button,
    "getMe": profile.get_me,
    "setMyName": profile.set_my_name,
    "getMyName": profile.get_my_name,
    "setMyDescription": profile.set_my_description,
    "getMyDescription": profile.get_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "getMyShortDescription": profile.get_my_short_description,
    "logOut": profile.log_out,
    "close": profile.close,
    # polls, places, copies
    "sendPoll": polls.send_poll,
    "stopPoll": polls.stop_poll,
    "sendDice": places.send_dice,
    "sendContact": places.send_contact,
    "sendVenue": places.send_venue,
    "sendLocation": places.send_location,
    "editMessageLiveLocation": places.edit_message_live_location,
    "stopMessageLiveLocation": places.stop_message_live_location,
    "copyMessage": forwards.copy_message,
    "copyMessages": forwards.copy_messages,
    "forwardMessage": forwards.forward_message,
    "forwardMessages": forwards.forward_messages,
    # rich messages, inline mode
    "sendRichMessage": rich.send_rich_message,
    "sendRichMessageDraft": rich.send_rich_message_draft,
    "sendMessageDraft": rich.send_message_draft,
    "answerInlineQuery": inline.answer_inline_query,
    "answerWebAppQuery": inline.answer_web_app_query,
    "savePreparedInlineMessage": inline.save_prepared_inline_message,
    **GROUPS,
}

BY_LOWER_NAME = {name.lower(): (name, handler) for name, handler in TABLE.items()}
"""Telegram reads method names in any case."""
