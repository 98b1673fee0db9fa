"""Buttons and keys of every kind, and what people do with those that ask for something."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox import Sandbox
from sandbox.world import Person
from tests.unit.sandbox.client import Client

BAD = "Bad Request: "
APP = {"url": "https://mmc.ru/app"}
ANYBODY = {"request_id": 1}
ANY_GROUP = {"request_id": 2, "chat_is_channel": False}


async def chat(http: Client, kind: str) -> int:
    return 501 if kind == "private" else int((await http.post("chats", {"type": kind, "title": "Учителя"}))["id"])


def inline(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Да", **button}]]}


def keys(*row: Any, **more: Any) -> dict[str, Any]:
    return {"keyboard": [list(row)], **more}


GOOD = [
    inline(url="tg://user?id=501"), inline(login_url={"url": "https://mmc.ru/in", "request_write_access": True}),
    inline(switch_inline_query=""), inline(switch_inline_query_current_chat="план"), inline(web_app=APP),
    inline(switch_inline_query_chosen_chat={"allow_user_chats": True}), inline(copy_text={"text": "482915"}),
    inline(disabled={}, style="danger", icon_custom_emoji_id="5368"),
    {**inline(callback_data="a"), "force_reply": True},
]  # fmt: skip


@pytest.mark.parametrize("markup", GOOD)
async def test_buttons_come_back_as_they_were(http: Client, anna: Person, markup: dict[str, Any]) -> None:
    sent = await http.ok("sendMessage", chat_id=501, text="x", reply_markup=markup)
    assert sent["reply_markup"] == markup


CANNOT = "button in a channel chat, because users will not be able to use the button without knowing bot's username"
WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("private", inline(pay=False),
     "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
    ("private", inline(url="http://[mmc.ru"), "inline keyboard button URL 'http://[mmc.ru' is invalid: Wrong HTTP URL"),
    ("private", inline(pay=True), "BUTTON_TYPE_INVALID"),
    (
        "private",
        {"inline_keyboard": [[{"text": "а", "callback_data": "a"}, {"text": "б", "callback_game": {}}]]},
        "BUTTON_POS_INVALID",
    ),
    ("private", inline(web_app={"url": "http://a.ru"}),
     "inline keyboard button Web App URL 'http://a.ru' is invalid: Only HTTPS links are allowed"),
    ("private", inline(web_app={"url": "tg://user?id=1"}), "link to a user can't be used in Web App URL buttons"),
    ("supergroup", inline(web_app=APP), "BUTTON_TYPE_INVALID"),
    ("private", inline(login_url={"url": "http://a.ru"}),
     "inline keyboard button login URL 'http://a.ru' is invalid: Only HTTPS links are allowed"),
    ("private", inline(login_url={"url": "tg://user?id=1"}), "link to a user can't be used in login URL buttons"),
    ("private", inline(login_url={"url": "https://a.ru", "bot_username": "а"}),
     "can't parse inline keyboard button: LoginUrl bot username is invalid"),
    ("channel", inline(switch_inline_query=""), f"can't use switch_inline_query {CANNOT}"),
    ("channel", inline(switch_inline_query_current_chat="а"), f"can't use switch_inline_query_current_chat {CANNOT}"),
    ("private", inline(switch_inline_query_chosen_chat={"query": "а"}), "at least one chat type must be allowed"),
    ("private", inline(callback_data="a", icon_custom_emoji_id="х"), "invalid custom emoji identifier specified"),
    ("private", keys({"text": " "}), "keyboard button text must be non-empty"),
    ("private", keys({"text": "а", "style": "loud"}),
     "can't parse inline keyboard button: invalid button style specified"),
    ("supergroup", keys({"text": "а", "request_contact": True}), "phone number can be requested in private chats only"),
    ("group", keys({"text": "а", "request_location": True}), "location can be requested in private chats only"),
    ("group", keys({"text": "а", "request_poll": {}}), "poll can be requested in private chats only"),
    ("group", keys({"text": "а", "web_app": APP}), "web App buttons can be used in private chats only"),
    ("group", keys({"text": "а", "request_users": ANYBODY}), "users can be requested in private chats only"),
    ("group", keys({"text": "а", "request_chat": ANY_GROUP}), "chats can be requested in private chats only"),
    ("private", keys({"text": "а", "web_app": {"url": "http://a.ru"}}),
     "keyboard button Web App URL 'http://a.ru' is invalid: Only HTTPS links are allowed"),
    ("private", keys({"text": "а", "request_users": ANYBODY}, {"text": "б", "request_users": ANYBODY}),
     "BUTTON_ID_INVALID"),
    ("channel", keys("а"), "inline keyboard expected"),
    ("channel", {"force_reply": True}, "inline keyboard expected"),
    ("channel", {"remove_keyboard": True}, "inline keyboard expected"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "markup", "words"), WRONG)
async def test_wrong_markup(http: Client, anna: Person, kind: str, markup: dict[str, Any], words: str) -> None:
    given = {"chat_id": await chat(http, kind), "text": "x", "reply_markup": markup}
    assert await http.refused("sendMessage", **given) == BAD + words


async def test_a_forced_reply_is_kept_until_somebody_writes(http: Client, anna: Person) -> None:
    forced = {"force_reply": True, "input_field_placeholder": "Ваш предмет"}
    sent = await http.ok("sendMessage", chat_id=501, text="?", reply_markup=forced)
    shown = (await http.get("people/501/chat"))["forced_reply"]
    assert shown == {"message_id": sent["message_id"], "input_field_placeholder": "Ваш предмет"}
    place = {"chat_id": 501, "message_id": sent["message_id"]}
    assert await http.refused("editMessageText", **place, text="а") == f"{BAD}message can't be edited"
    await http.post("people/501/say", {"text": "Физика", "reply_to": sent["message_id"]})
    assert (await http.get("people/501/chat"))["forced_reply"] is None


async def test_a_selective_keyboard_says_whom_it_is_for(http: Client, anna: Person, sandbox: Sandbox) -> None:
    sandbox.world.add_person("Илья", id=502, username="ilya_k", started=True)
    members = [{"user_id": 501, "status": "member"}]
    group = await http.post("chats", {"type": "group", "title": "Учителя", "members": members})
    asked = await http.post("people/501/say", {"text": "Я", "chat_id": group["id"]})
    await http.ok(
        "sendMessage", chat_id=group["id"], text="Кто, @ilya_k ?", reply_markup=keys("Я", selective=True),
        reply_parameters={"message_id": asked["message"]["message_id"]},
    )  # fmt: skip
    assert (sandbox.world.chats[group["id"]].keyboard or {})["user_ids"] == [501, 502]


async def last(http: Client) -> Any:
    return (await http.ok("getUpdates", offset=-1))[0]["message"]


async def test_people_are_shared(http: Client, anna: Person, sandbox: Sandbox) -> None:
    sandbox.world.add_person("Илья", "Котов", id=502, username="ilya_k")
    wanted = {"request_id": 7, "max_quantity": 2, "request_name": True, "request_username": True}
    markup = keys({"text": "Кого?", "request_users": wanted}, one_time_keyboard=True)
    await http.ok("sendMessage", chat_id=501, text="?", reply_markup=markup)
    for wrong, status in (([], 400), ([501, 502, 503], 400), ([7], 404)):
        await http.post("people/501/share", {"request_id": 7, "user_ids": wrong}, status=status)
    await http.post("people/501/share", {"request_id": 8, "user_ids": [502]}, status=404)
    await http.post("people/501/share", {"request_id": 7, "user_ids": [502]})
    user = {"user_id": 502, "first_name": "Илья", "last_name": "Котов", "username": "ilya_k"}
    assert (await last(http))["users_shared"] == {"request_id": 7, "users": [user]}
    assert (await http.get("people/501/chat"))["keyboard"] is None


async def test_a_group_is_shared(http: Client, anna: Person) -> None:
    members = [{"user_id": 501, "status": "member"}]
    group = await http.post("chats", {"type": "group", "title": "Учителя", "members": members})
    channel = await http.post("chats", {"type": "channel", "title": "Новости", "members": members})
    markup = keys({"text": "Где?", "request_chat": {**ANY_GROUP, "request_title": True}})
    await http.ok("sendMessage", chat_id=501, text="?", reply_markup=markup)
    await http.post("people/501/share", {"request_id": 2, "shared_chat_id": channel["id"]}, status=409)
    await http.post("people/501/share", {"request_id": 2, "shared_chat_id": -5}, status=404)
    await http.post("people/501/share", {"request_id": 2, "shared_chat_id": group["id"]})
    assert (await last(http))["chat_shared"] == {"request_id": 2, "chat_id": group["id"], "title": "Учителя"}


async def test_data_of_a_web_app(http: Client, anna: Person) -> None:
    await http.ok("sendMessage", chat_id=501, text="?", reply_markup=keys({"text": "Открыть", "web_app": APP}))
    await http.post("people/501/web_app_data", {"button_text": "Нет", "data": "x"}, status=404)
    await http.post("people/501/web_app_data", {"button_text": "Открыть", "data": "ж" * 2049}, status=400)
    await http.post("people/501/web_app_data", {"button_text": "Открыть", "data": '{"a": 1}'})
    assert (await last(http))["web_app_data"] == {"button_text": "Открыть", "data": '{"a": 1}'}


PREVIEWS: list[tuple[str, dict[str, Any] | None, dict[str, Any] | None]] = [
    ("mmc.ru", None, {"url": "http://mmc.ru/"}),
    ("https://mmc.ru/a?b", None, {"url": "https://mmc.ru/a?b"}),
    ("mmc.ru", {"is_disabled": True}, {"is_disabled": True}),
    ("mmc.ru", {"show_above_text": True, "prefer_small_media": False},
     {"url": "http://mmc.ru/", "show_above_text": True}),
    ("текст", {"url": "https://mmc.ru/", "prefer_large_media": True},
     {"url": "https://mmc.ru/", "prefer_large_media": True}),
    ("текст", {"is_disabled": True}, None),
    ("a@mmc.ru", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "options", "kept"), PREVIEWS)
async def test_link_previews(
    http: Client, anna: Person, text: str, options: dict[str, Any] | None, kept: dict[str, Any] | None
) -> None:
    given = {"link_preview_options": options} if options else {}
    sent = await http.ok("sendMessage", chat_id=501, text=text, **given)
    assert sent.get("link_preview_options") == kept
