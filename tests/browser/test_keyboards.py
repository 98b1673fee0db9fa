"""Buttons under messages and above the field, and the menu of commands."""

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Opener
from tests.browser.steps import last_update
from tests.unit.sandbox.client import Client

pytestmark = pytest.mark.browser

COMMANDS = [
    {"command": name, "description": words}
    for name, words in (("menu", "Меню"), ("mine", "Мои записи"), ("help", "Помощь"))
]


async def test_typing_a_slash_narrows_the_commands(open_page: Opener, http: Client) -> None:
    await http.ok("setMyCommands", commands=COMMANDS)
    await http.ok("sendMessage", chat_id=501, text="Здравствуйте")
    page = await open_page()
    field, options = page.get_by_test_id("composer"), page.get_by_role("option")
    await field.press_sequentially("/")
    await expect(options).to_have_count(3)
    await field.press_sequentially("m")
    await expect(options).to_have_text(["/menu Меню", "/mine Мои записи"])
    await field.press("ArrowDown")
    await expect(page.get_by_role("option", selected=True)).to_have_text("/mine Мои записи")
    await field.press("Tab")
    await expect(field).to_have_value("/mine ")
    await expect(page.get_by_test_id("slash")).to_be_hidden()
    await field.fill("/h")
    await field.press("Escape")
    await expect(page.get_by_test_id("slash")).to_be_hidden()
    await field.fill("/he")
    await field.press("Enter")
    assert (await last_update(http))["message"]["text"] == "/help"
    await expect(field).to_have_value("")


async def test_the_menu_button_lists_commands_and_arrows_walk_it(open_page: Opener, http: Client) -> None:
    await http.ok("setMyCommands", commands=COMMANDS)
    await http.ok("sendMessage", chat_id=501, text="Здравствуйте")
    page = await open_page()
    await page.get_by_test_id("commands").press("Enter")
    await expect(page.get_by_test_id("command-menu")).to_be_focused()
    await page.keyboard.press("ArrowUp")
    await expect(page.get_by_test_id("command-help")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.get_by_test_id("commands")).to_be_focused()
    await page.get_by_test_id("commands").click()
    await page.get_by_test_id("command-mine").click()
    assert (await last_update(http))["message"]["text"] == "/mine"


async def test_buttons_that_do_not_call_back_are_honest(open_page: Opener, http: Client) -> None:
    row = [
        {"text": "Сайт", "url": "https://example.org/"},
        {"text": "Код", "copy_text": {"text": "318032"}},
        {"text": "Приложение", "web_app": {"url": "https://example.org/app"}},
        {"text": "Нельзя", "callback_data": "no", "disabled": {}},
    ]
    page = await open_page()
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await http.ok("sendMessage", chat_id=501, text="Кнопки", reply_markup={"inline_keyboard": [row]})
    await expect(page.get_by_role("link", name="Сайт")).to_have_attribute("href", "https://example.org/")
    await page.get_by_role("button", name="Код").click()
    await expect(page.get_by_test_id("toast")).to_have_text("Скопировано: 318032")
    assert await page.evaluate("navigator.clipboard.readText()") == "318032"
    await page.get_by_role("button", name="Приложение").click()
    await expect(page.get_by_test_id("confirm")).to_contain_text("https://example.org/app")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("button", name="Приложение")).to_be_focused()
    await expect(page.get_by_role("button", name="Нельзя")).to_be_disabled()


async def test_a_reply_keyboard_speaks_once_and_shares_the_contact(open_page: Opener, http: Client) -> None:
    keys = {
        "keyboard": [["Математика"], [{"text": "Мой телефон", "request_contact": True}]],
        "one_time_keyboard": True,
        "input_field_placeholder": "Какой предмет?",
    }
    page = await open_page()
    await http.ok("sendMessage", chat_id=501, text="Предмет?", reply_markup=keys)
    await expect(page.get_by_test_id("composer")).to_have_attribute("placeholder", "Какой предмет?")
    assert await page.get_by_test_id("reply-button").first.evaluate("node => node.offsetHeight") >= 56
    await page.get_by_test_id("reply-button").filter(has_text="телефон").click()
    assert (await last_update(http))["message"]["contact"]["user_id"] == 501
    await page.get_by_test_id("reply-button").filter(has_text="Математика").click()
    assert (await last_update(http))["message"]["text"] == "Математика"
    await expect(page.get_by_test_id("reply-keyboard")).to_be_hidden()
    await expect(page.get_by_test_id("composer")).to_have_attribute("placeholder", "Сообщение")


async def test_what_the_bot_is_doing_is_told_in_the_chat_and_in_the_list(open_page: Opener, http: Client) -> None:
    page = await open_page()
    for person in (501, 502):
        await http.ok("sendChatAction", chat_id=person, action="upload_document")
    await expect(page.get_by_test_id("chat-status")).to_have_text("Бот отправляет файл…")
    await expect(page.get_by_test_id("person-502")).to_contain_text("отправляет файл…")
    await http.ok("sendMessage", chat_id=501, text="Вот")
    await expect(page.get_by_test_id("chat-status")).to_have_text("")


async def test_keys_that_ask_for_a_place_a_poll_and_people(open_page: Opener, http: Client) -> None:
    await http.post("people", {"first_name": "Марина", "id": 503, "pinned": True})
    keys = [
        [{"text": "Где я", "request_location": True}, {"text": "Опрос", "request_poll": {"type": "quiz"}}],
        [{"text": "Коллега", "request_users": {"request_id": 4, "request_name": True}}],
        [{"text": "Чат", "request_chat": {"request_id": 5, "chat_is_channel": False}}],
    ]
    page = await open_page()
    await http.ok("sendMessage", chat_id=501, text="Что пришлёте?", reply_markup={"keyboard": keys})
    await page.get_by_role("button", name="Где я").click()
    await page.get_by_test_id("confirm-yes").click()
    assert "location" in (await last_update(http))["message"]
    await page.get_by_role("button", name="Опрос").click()
    await page.get_by_test_id("poll-question").fill("Дважды два?")
    await page.get_by_test_id("poll-options").fill("Три\n* Четыре")
    await page.get_by_test_id("poll-form").locator("[type=submit]").click()
    poll = (await last_update(http))["message"]["poll"]
    assert ([option["text"] for option in poll["options"]], poll["type"]) == (["Три", "Четыре"], "quiz")
    await page.get_by_role("button", name="Коллега").click()
    await page.get_by_test_id("share-form").get_by_label("Марина").check()
    await page.get_by_test_id("share-form").locator("[type=submit]").click()
    shared = (await last_update(http))["message"]["users_shared"]
    assert (shared["request_id"], shared["users"][0]["first_name"]) == (4, "Марина")
    await page.get_by_role("button", name="Чат").click()
    await expect(page.get_by_test_id("toast")).to_have_text("Подходящего чата у этого человека нет")
