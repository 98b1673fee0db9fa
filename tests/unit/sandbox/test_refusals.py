"""What Telegram refuses, the sandbox refuses with the same words."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.telegram.errors import bad_request
from sandbox.world import Person
from tests.unit.sandbox.client import Client

BAD = "Bad Request: "
ENTITIES = f"{BAD}can't parse entities: "
UNCHANGED = (
    f"{BAD}message is not modified: specified new message content and reply markup "
    "are exactly the same as a current content and reply markup of the message"
)


def keyboard(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def key(**fields: Any) -> dict[str, Any]:
    return {"text": "Да", "callback_data": "yes", **fields}


SENDS = [
    ({}, f"{BAD}message text is empty"),
    ({"text": ""}, f"{BAD}message text is empty"),
    ({"text": " \n "}, f"{BAD}text must be non-empty"),
    ({"text": "<b></b>", "parse_mode": "HTML"}, f"{BAD}text must be non-empty"),
    ({"text": "ж" * 4097}, f"{BAD}message is too long"),
    ({"text": "😀" * 2049}, f"{BAD}message is too long"),
    ({"text": "x", "parse_mode": "RTF"}, f"{BAD}unsupported parse_mode"),
    ({"text": "x", "chat_id": 999}, f"{BAD}chat not found"),
    ({"text": "x", "chat_id": "@anna"}, f"{BAD}chat not found"),
    ({"text": "x", "chat_id": ""}, f"{BAD}chat_id is empty"),
    ({"text": "x", "reply_parameters": {"message_id": 77}}, f"{BAD}message to be replied not found"),
    ({"text": "x", "reply_markup": "{"}, f"{BAD}can't parse reply keyboard markup JSON object"),
    ({"text": "x", "reply_markup": []}, f"{BAD}object expected as reply markup"),
    (
        {"text": "x", "reply_markup": keyboard([{"text": "Да"}])},
        f"{BAD}can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (
        {"text": "x", "reply_markup": keyboard([{"callback_data": "a"}])},
        f"{BAD}can't parse inline keyboard button: Can't find field \"text\"",
    ),
    (
        {"text": "x", "reply_markup": keyboard([key(callback_data={})])},
        f'{BAD}can\'t parse inline keyboard button: Field "callback_data" must be of type String',
    ),
    ({"text": "x", "reply_markup": keyboard([key(callback_data="")])}, f"{BAD}BUTTON_DATA_INVALID"),
    ({"text": "x", "reply_markup": keyboard([key(callback_data="x" * 65)])}, f"{BAD}BUTTON_DATA_INVALID"),
    ({"text": "x", "reply_markup": keyboard([key(callback_data="ж" * 33)])}, f"{BAD}BUTTON_DATA_INVALID"),
    ({"text": "x", "reply_markup": keyboard([key(text=" ")])}, f"{BAD}inline keyboard button text must be non-empty"),
    ({"text": "x", "reply_markup": keyboard(*[[key()]] * 101)}, f"{BAD}reply markup is too long"),
    ({"text": "x", "reply_markup": keyboard(*[[key(text="ж" * 80)]] * 70)}, f"{BAD}reply markup is too long"),
    (
        {"text": "x", "reply_markup": keyboard([{"text": "a", "url": "localhost"}])},
        f"{BAD}inline keyboard button URL 'localhost' is invalid: Wrong HTTP URL",
    ),
    (
        {"text": "x", "reply_markup": keyboard([{"text": "a", "copy_text": {"text": "x" * 257}}])},
        f"{BAD}BUTTON_COPY_TEXT_INVALID",
    ),
    (
        {"text": "x", "reply_markup": keyboard([key(style="loud")])},
        f"{BAD}can't parse inline keyboard button: invalid button style specified",
    ),
    (
        {"text": "x", "reply_markup": {"keyboard": [[{}]]}},
        f"{BAD}can't parse keyboard button: Can't find field \"text\"",
    ),
    ({"text": "<b>x", "parse_mode": "HTML"}, f'{ENTITIES}Can\'t find end tag corresponding to start tag "b"'),
    ({"text": "ж<br>", "parse_mode": "HTML"}, f'{ENTITIES}Unsupported start tag "br" at byte offset 2'),
    ({"text": "2 < 3", "parse_mode": "HTML"}, f'{ENTITIES}Unsupported start tag "" at byte offset 2'),
    ({"text": "x</b>", "parse_mode": "HTML"}, f"{ENTITIES}Unexpected end tag at byte offset 1"),
    (
        {"text": "<b>ж</i>", "parse_mode": "HTML"},
        f'{ENTITIES}Unmatched end tag at byte offset 5, expected "</b>", found "</i>"',
    ),
    ({"text": "a <b", "parse_mode": "HTML"}, f"{ENTITIES}Unclosed start tag at byte offset 2"),
    (
        {"text": "<span>x</span>", "parse_mode": "HTML"},
        f'{ENTITIES}Tag "span" must have class "tg-spoiler" at byte offset 0',
    ),
    (
        {"text": "Да!", "parse_mode": "MarkdownV2"},
        f"{ENTITIES}Character '!' is reserved and must be escaped with the preceding '\\'",
    ),
    ({"text": "ж *x", "parse_mode": "MarkdownV2"}, f"{ENTITIES}Can't find end of Bold entity at byte offset 3"),
    (
        {"text": "ж *x", "parse_mode": "Markdown"},
        f"{ENTITIES}Can't find end of the entity starting at byte offset 3",
    ),
    (
        {"text": "x", "entities": [{"type": "bold", "offset": 0, "length": 5}]},
        f"{BAD}entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 5",
    ),
    (
        {"text": "x", "entities": [{"type": "bold", "offset": 0}]},
        f"{BAD}can't parse MessageEntity: Can't find field \"length\"",
    ),
]


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("Message is too long", "message is too long"),
        ("BUTTON_DATA_INVALID", "BUTTON_DATA_INVALID"),
        ("B_X", "B_X"),
    ],
)
def test_the_first_letter_is_lowered(text: str, description: str) -> None:
    assert bad_request(text).description == f"{BAD}{description}"


@pytest.mark.parametrize(("params", "description"), SENDS)
async def test_send_message(http: Client, anna: Person, params: dict[str, Any], description: str) -> None:
    assert await http.refused("sendMessage", **{"chat_id": 501, **params}) == description
    assert not (await http.get("people/501/chat"))["messages"]


OTHERS = [
    ("sendPhoto", {}, f"{BAD}there is no photo in the request"),
    ("sendPhoto", {"photo": "AgAnn"}, f"{BAD}wrong remote file identifier specified: Wrong string length"),
    ("sendPhoto", {"photo": "AgA!"}, f"{BAD}wrong remote file identifier specified: Wrong character in the string"),
    ("sendPhoto", {"photo": "AgAnon"}, f"{BAD}wrong remote file identifier specified: Wrong padding in the string"),
    (
        "sendPhoto",
        {"photo": "AgAnonsenseA"},
        f"{BAD}wrong remote file identifier specified: can't unserialize it. Wrong last symbol",
    ),
    ("sendPhoto", {"photo": "https://example.org/x.png"}, f"{BAD}failed to get HTTP URL content"),
    ("sendPhoto", {"photo": "attach://nothing"}, f"{BAD}there is no photo in the request"),
    ("sendDocument", {}, f"{BAD}there is no document in the request"),
    ("sendMediaGroup", {}, f'{BAD}parameter "media" is required'),
    ("sendMediaGroup", {"media": []}, f"{BAD}there are no messages to send"),
    ("sendMediaGroup", {"media": [{"type": "photo"}]}, f"{BAD}can't parse InputMedia: Can't find field \"media\""),
    ("sendMediaGroup", {"media": [{"type": "tune"}]}, f'{BAD}can\'t parse InputMedia: type "tune" is unsupported'),
    ("sendContact", {"phone_number": "+7900"}, f'{BAD}parameter "first_name" is required'),
    ("sendLocation", {"longitude": 5}, f"{BAD}latitude is empty"),
    ("sendChatAction", {}, f"{BAD}wrong parameter action in request"),
    ("sendChatAction", {"action": "sleeping"}, f"{BAD}wrong parameter action in request"),
    ("copyMessage", {"from_chat_id": 501, "message_id": 77}, f"{BAD}message to copy not found"),
    ("forwardMessage", {"from_chat_id": 501, "message_id": 77}, f"{BAD}message to forward not found"),
    ("editMessageText", {"message_id": 77, "text": "x"}, f"{BAD}message to edit not found"),
    ("editMessageText", {"text": "x"}, f"{BAD}message identifier is not specified"),
    ("editMessageReplyMarkup", {"message_id": 77}, f"{BAD}message to edit not found"),
    ("deleteMessage", {}, f"{BAD}message identifier is not specified"),
    ("deleteMessage", {"message_id": 77}, f"{BAD}message to delete not found"),
    ("deleteMessages", {"message_ids": list(range(101))}, f"{BAD}too many message identifiers specified"),
    ("deleteMessages", {"message_ids": []}, f"{BAD}message identifiers are not specified"),
    ("getFile", {}, f"{BAD}file_id not specified"),
    ("getFile", {"file_id": "x"}, f"{BAD}wrong file_id or the file is temporarily unavailable"),
    (
        "answerCallbackQuery",
        {"callback_query_id": "1"},
        f"{BAD}query is too old and response timeout expired or query ID is invalid",
    ),
    ("answerCallbackQuery", {"callback_query_id": "1", "text": "ж" * 201}, f"{BAD}MESSAGE_TOO_LONG"),
    ("setMyCommands", {"commands": [{"command": "Меню", "description": "x"}]}, f"{BAD}BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "m", "description": "x"}] * 101}, f"{BAD}BOT_COMMANDS_TOO_MUCH"),
    (
        "setMyCommands",
        {"commands": [{"command": "m"}]},
        f"{BAD}can't parse BotCommand: Can't find field \"description\"",
    ),
    (
        "setMyCommands",
        {"commands": [{"command": "m", "description": "ж" * 257}]},
        f"{BAD}command description length must not exceed 256",
    ),
    ("setMyCommands", {"commands": [{"command": "", "description": "x"}]}, f"{BAD}command must be non-empty"),
    (
        "setMyCommands",
        {"commands": [], "scope": {"type": "moon"}},
        f'{BAD}can\'t parse BotCommandScope: type "moon" is unsupported',
    ),
    ("setMyCommands", {"commands": [], "scope": {"type": "chat", "chat_id": 9}}, f"{BAD}chat not found"),
    ("getChat", {"chat_id": 999}, f"{BAD}chat not found"),
    ("setWebhook", {"url": "http://example.org"}, f"{BAD}bad webhook: An HTTPS URL must be provided for webhook"),
    (
        "setWebhook",
        {"url": "https://example.org:8080"},
        f"{BAD}bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
    ),
    (
        "setWebhook",
        {"url": "https://example.org", "secret_token": "не то"},
        f"{BAD}secret token contains unallowed characters",
    ),
    ("getUpdates", {"limit": "много"}, f'{BAD}field "limit" must be of type Number'),
    ("close", {}, "Too Many Requests: retry after 600"),
    ("sendInvoice", {}, "Not Implemented: the sandbox does not play sendInvoice"),
    ("sendNothing", {}, "Not Found: method not found"),
]


@pytest.mark.parametrize(("method", "params", "description"), OTHERS)
async def test_other_methods(http: Client, anna: Person, method: str, params: dict[str, Any], description: str) -> None:
    assert await http.refused(method, **{"chat_id": 501, **params}) == description


async def test_wrong_token_and_wrong_address(http: Client) -> None:
    async with http.session.get("/bot1:WRONG/getMe") as response:
        assert (response.status, await response.json()) == (
            401,
            {"ok": False, "error_code": 401, "description": "Unauthorized"},
        )
    async with http.session.get("/nowhere") as response:
        assert (response.status, (await response.json())["description"]) == (404, "Not Found")
    async with http.session.put(f"/bot{http.token}/getMe") as response:
        assert (await response.json())["error_code"] == 405
