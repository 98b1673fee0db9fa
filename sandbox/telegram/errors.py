"""Every refusal the server can give, with Telegram's own words."""

from __future__ import annotations

import re

from sandbox.shapes import Json


class Refusal(Exception):
    """An answer with `ok: false`; `code` is also the HTTP status."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> Json:
        """The envelope."""
        envelope: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            envelope["parameters"] = self.parameters
        return envelope


def bad_request(text: str) -> Refusal:
    """400. The first letter is lowered unless the second character is a capital or an underscore."""
    if len(text) > 1 and (text[1].isupper() or text[1] == "_"):
        return Refusal(400, f"Bad Request: {text}")
    return Refusal(400, f"Bad Request: {text[:1].lower()}{text[1:]}")


def forbidden(text: str) -> Refusal:
    """403: the person does not let the bot write."""
    return Refusal(403, f"Forbidden: {text}")


def conflict(text: str) -> Refusal:
    """409: two ways of fetching updates at once."""
    return Refusal(409, f"Conflict: {text}")


def too_many(seconds: int) -> Refusal:
    """429 with the pause that the messenger asks for."""
    return Refusal(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def unreadable_entities(text: str) -> Refusal:
    """Broken markup; the text after the colon keeps its capital."""
    return Refusal(400, f"Bad Request: can't parse entities: {text}")


UNAUTHORIZED = (401, "Unauthorized")
NOT_FOUND = (404, "Not Found")
METHOD_NOT_FOUND = (404, "Not Found: method not found")
TOO_LARGE = (413, "Request Entity Too Large")
NOT_UTF8 = (400, "Bad Request: strings must be encoded in UTF-8")
FAILED = (500, "Internal Server Error")
NOT_ALLOWED = (405, "Method Not Allowed")

BLOCKED = "bot was blocked by the user"
DEACTIVATED = "user is deactivated"
KICKED = "bot was kicked from the {} chat"
NOT_A_MEMBER = "bot is not a member of the {} chat"

OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"
BY_WEBHOOK = "terminated by setWebhook request"
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"

CHAT_EMPTY = "chat_id is empty"
CHAT_NOT_FOUND = "chat not found"
MIGRATED = "group chat was upgraded to a supergroup chat"
TEXT_EMPTY = "message text is empty"
TEXT_BLANK = "text must be non-empty"
TEXT_LONG = "message is too long"
CAPTION_LONG = "message caption is too long"
PARSE_MODE = "unsupported parse_mode"
REPLY_GONE = "message to be replied not found"
COPY_GONE = "message to copy not found"
FORWARD_GONE = "message to forward not found"
NO_FORWARD = "the message can't be forwarded"
NO_COPY = "the message can't be copied"
ID_EMPTY = "message identifier is not specified"
IDS_EMPTY = "message identifiers are not specified"
IDS_MANY = "too many message identifiers specified"

EDIT_GONE = "message to edit not found"
EDIT_DENIED = "message can't be edited"
EDIT_NO_TEXT = "there is no text in the message to edit"
EDIT_NO_CAPTION = "there is no caption in the message to edit"
EDIT_NO_MEDIA = "message media can't be edited"
ALBUM_TYPE = "can't change media type in the album"
UNCHANGED = (
    "message is not modified: specified new message content and reply markup "
    "are exactly the same as a current content and reply markup of the message"
)

INLINE_GONE = "MESSAGE_ID_INVALID"
POLL_CLOSED = "poll has already been closed"
DICE_EMOJI = "EMOTICON_INVALID"

DELETE_GONE = "message to delete not found"
DELETE_OLD = "message can't be deleted for everyone"

QUERY_OLD = "query is too old and response timeout expired or query ID is invalid"
ANSWER_LONG = "MESSAGE_TOO_LONG"

MARKUP_LONG = "reply markup is too long"
BUTTON_DATA = "BUTTON_DATA_INVALID"
BUTTON_COPY = "BUTTON_COPY_TEXT_INVALID"
BUTTON_TEXT = "inline keyboard button text must be non-empty"
KEY_TEXT = "keyboard button text must be non-empty"
BUTTON_WITHOUT_ACTION = "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
BUTTON_STYLE = "can't parse inline keyboard button: invalid button style specified"

FILE_UNKNOWN = "wrong file_id or the file is temporarily unavailable"
FILE_ID_EMPTY = "file_id not specified"
FILE_BIG = "file is too big"
FILE_EMPTY = "file must be non-empty"
FILE_WRONG = "wrong file identifier/HTTP URL specified"
FILE_URL = "failed to get HTTP URL content"
FILE_KIND = "can't use file of type {} as {}"
ID_UNREADABLE = "wrong remote file identifier specified: {}"
PAGE_TYPE = "wrong type of the web page content"
NOTE_LENGTH = "wrong video note length"
NOT_A_PICTURE = "IMAGE_PROCESS_FAILED"
PICTURE_SHAPE = "PHOTO_INVALID_DIMENSIONS"
NO_MEDIA = "media not found"
ALBUM_EMPTY = "there are no messages to send"
ALBUM_LONG = "too many messages to send as an album"
ALBUM_KIND = "message content type can't be used in an album"
ALBUM_MIXED = "{} can't be mixed with other media types"
ALBUM_CAPTIONS = "parameter show_caption_above_media must be the same for all messages"

STICKER_ABSENT = "there is no sticker file in the request"
STICKER_INVALID = "STICKER_INVALID"
SET_INVALID = "STICKERSET_INVALID"
FORMATS = ("static", "animated", "video")
FORMAT_WRONG = "Invalid sticker format specified"
USER_GONE = "user not found"

ACTION_WRONG = "wrong parameter action in request"
COMMAND_INVALID = "BOT_COMMAND_INVALID"
COMMANDS_MANY = "BOT_COMMANDS_TOO_MUCH"
COMMAND_EMPTY = "command must be non-empty"
COMMAND_LONG = "command length must not exceed 32"
COMMAND_NO_DESCRIPTION = "command description must be non-empty"
COMMAND_DESCRIPTION_LONG = "command description length must not exceed 256"

MISSING = {
    "chat_id": CHAT_EMPTY,
    "from_chat_id": CHAT_EMPTY,
    "text": TEXT_EMPTY,
    "message_id": ID_EMPTY,
    "message_ids": IDS_EMPTY,
    "file_id": FILE_ID_EMPTY,
    "callback_query_id": QUERY_OLD,
    "action": ACTION_WRONG,
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "sticker": "there is no sticker in the request",
    "voice": "there is no voice in the request",
    "video": "there is no video in the request",
    "audio": "there is no audio in the request",
    "animation": "there is no animation in the request",
    "video_note": "there is no video note in the request",
    "live_photo": "there is no live photo in the request",
    "latitude": "latitude is empty",
    "longitude": "longitude is empty",
    "rich_message": "Rich message must be non-empty",
    "question": TEXT_BLANK,
    "options": "can't parse options JSON object",
    "results": "can't parse JSON encoded inline query results: empty",
    "result": "Result isn't specified",
    "inline_query_id": QUERY_OLD,
    "web_app_query_id": QUERY_OLD,
    "user_id": "invalid user_id specified",
    "sender_chat_id": "sender_chat_id is empty",
    "sticker_set_name": "sticker_set_name is empty",
}
"""What Telegram says of a required parameter that is not there; of any other: parameter "x" is required."""

PARSING = {
    "reply_markup": "can't parse inline keyboard button: ",
    "commands": "can't parse BotCommand: ",
    "scope": "can't parse BotCommandScope: ",
    "menu_button": "can't parse menu button: ",
    "media": "can't parse InputMedia: ",
    "stickers": "can't parse InputSticker: ",
    "sticker": "can't parse sticker: ",
    "mask_position": "can't parse mask position: ",
    "emoji_list": "can't parse emoji list: ",
    "entities": "can't parse MessageEntity: ",
    "caption_entities": "can't parse MessageEntity: ",
    "reply_parameters": "can't parse reply parameters: ",
    "results": "can't parse inline query result: ",
    "result": "can't parse inline query result: ",
    "button": "can't parse inline query results button: ",
    "options": "can't parse InputPollOption: ",
    "rich_message": "can't parse InputRichMessage: ",
    "link_preview_options": "can't parse link preview options: ",
    "permissions": "can't parse chat permissions: ",
    "rights": "can't parse ChatAdministratorRights: ",
    "reaction": "can't parse ReactionType: ",
}
"""How a mismatch inside a structured parameter begins."""


def missing(name: str) -> Refusal:
    """A required parameter is not there."""
    return bad_request(MISSING.get(name, f'parameter "{name}" is required'))


def mismatch(parameter: str, path: str, text: str, *, whole: bool) -> Refusal:
    """A parameter is not of the type that the schema asks for."""
    if whole or parameter not in PARSING:
        return bad_request(text)
    if path.startswith("media[") and text == 'type "animation" is unsupported':
        text = 'type "animation" can\'t be used in sendMediaGroup'
    if parameter in ("result", "results"):
        text = _of_result(path, text)
    prefix = "can't parse keyboard button: " if ".keyboard" in path else PARSING[parameter]
    return Refusal(400, f"Bad Request: {prefix}{text}")


def _of_result(path: str, text: str) -> str:
    """A result of inline mode that can't be read has its own words."""
    if text == 'Can\'t find field "input_message_content"':
        return "Input message content is not specified"
    whole = re.fullmatch(r"results?(\[\d+\])?", path) is not None
    return f"{text} for the inline query result" if whole and text.endswith("unsupported") else text
