"""The dispatch table: every Bot API method that the sandbox plays."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from sandbox.telegram.call import Call
from sandbox.telegram.methods import (
    albums,
    callbacks,
    commands,
    edits,
    files,
    media,
    messages,
    profile,
    sticker_sets,
    stickers,
    updates,
)

Handler = Callable[[Call], Any | Awaitable[Any]]

TABLE: dict[str, Handler] = {
    "getUpdates": updates.get_updates,
    "setWebhook": updates.set_webhook,
    "deleteWebhook": updates.delete_webhook,
    "getWebhookInfo": updates.get_webhook_info,
    "sendMessage": messages.send_message,
    "sendLocation": messages.send_location,
    "sendContact": messages.send_contact,
    "copyMessage": messages.copy_message,
    "forwardMessage": messages.forward_message,
    "sendChatAction": messages.send_chat_action,
    "sendPhoto": media.send_photo,
    "sendDocument": media.send_document,
    "sendVideo": media.send_video,
    "sendVoice": media.send_voice,
    "sendSticker": media.send_sticker,
    "sendAnimation": media.send_animation,
    "sendAudio": media.send_audio,
    "sendVideoNote": media.send_video_note,
    "sendLivePhoto": media.send_live_photo,
    "sendMediaGroup": albums.send_media_group,
    "editMessageText": edits.edit_message_text,
    "editMessageCaption": edits.edit_message_caption,
    "editMessageMedia": edits.edit_message_media,
    "editMessageReplyMarkup": edits.edit_message_reply_markup,
    "deleteMessage": edits.delete_message,
    "deleteMessages": edits.delete_messages,
    "answerCallbackQuery": callbacks.answer_callback_query,
    "getFile": files.get_file,
    "uploadStickerFile": stickers.upload_sticker_file,
    "setStickerPositionInSet": stickers.set_sticker_position_in_set,
    "deleteStickerFromSet": stickers.delete_sticker_from_set,
    "setStickerEmojiList": stickers.set_sticker_emoji_list,
    "setStickerKeywords": stickers.set_sticker_keywords,
    "setStickerMaskPosition": stickers.set_sticker_mask_position,
    "getCustomEmojiStickers": stickers.get_custom_emoji_stickers,
    "getForumTopicIconStickers": stickers.get_forum_topic_icon_stickers,
    "getStickerSet": sticker_sets.get_sticker_set,
    "createNewStickerSet": sticker_sets.create_new_sticker_set,
    "addStickerToSet": sticker_sets.add_sticker_to_set,
    "replaceStickerInSet": sticker_sets.replace_sticker_in_set,
    "deleteStickerSet": sticker_sets.delete_sticker_set,
    "setStickerSetTitle": sticker_sets.set_sticker_set_title,
    "setStickerSetThumbnail": sticker_sets.set_sticker_set_thumbnail,
    "setCustomEmojiStickerSetThumbnail": sticker_sets.set_custom_emoji_sticker_set_thumbnail,
    "setMyCommands": commands.set_my_commands,
    "getMyCommands": commands.get_my_commands,
    "deleteMyCommands": commands.delete_my_commands,
    "setChatMenuButton": commands.set_chat_menu_button,
    "getChatMenuButton": commands.get_chat_menu_button,
    "getMe": profile.get_me,
    "getChat": profile.get_chat,
    "setMyName": profile.set_my_name,
    "getMyName": profile.get_my_name,
    "setMyDescription": profile.set_my_description,
    "getMyDescription": profile.get_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "getMyShortDescription": profile.get_my_short_description,
    "logOut": profile.log_out,
    "close": profile.close,
}

BY_LOWER_NAME = {name.lower(): (name, handler) for name, handler in TABLE.items()}
"""Telegram reads method names in any case."""
