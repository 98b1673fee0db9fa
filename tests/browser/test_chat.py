"""The conversation: what covers what, whose answer is shown where, and how one gets about without a mouse."""

import re
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from playwright.async_api import Page, expect

from sandbox import Sandbox
from tests.browser.conftest import Opener
from tests.unit.sandbox.client import Client

pytestmark = pytest.mark.browser

TAPS = {"inline_keyboard": [[{"text": "Записаться", "callback_data": "go"}]]}


async def test_an_opened_menu_is_not_covered_by_a_toast(open_page: Opener, http: Client) -> None:
    page = await open_page(width=390, height=800)
    await http.ok("sendMessage", chat_id=501, text="Семинар", reply_markup=TAPS)
    await answered(page, http, text="Вы записаны")
    await expect(page.get_by_test_id("toast")).to_be_visible()
    await page.get_by_test_id("chat-menu").click()
    await expect(page.get_by_test_id("toast")).to_have_count(0)
    await page.evaluate("document.getElementById('toasts').innerHTML = '<div class=toast>Долгое известие</div>'")
    for choice in await page.locator(".choice").all():
        await choice.click(trial=True)


async def test_an_alert_is_shown_only_where_the_button_was_pressed(open_page: Opener, http: Client) -> None:
    pressing = await open_page()
    other = await pressing.context.new_page()
    await other.goto(pressing.url)
    await http.ok("sendMessage", chat_id=501, text="Семинар", reply_markup=TAPS)
    await expect(other.get_by_test_id("button")).to_be_visible()
    await answered(pressing, http, text="Мест больше нет", show_alert=True)
    await expect(pressing.get_by_test_id("alert")).to_contain_text("Мест больше нет")
    await other.wait_for_timeout(200)
    await expect(other.get_by_test_id("alert")).to_have_count(0)
    await expect(pressing.get_by_test_id("button")).to_have_attribute("aria-busy", "false")


async def test_a_press_left_alone_is_told_with_the_name(open_page: Opener, http: Client) -> None:
    page = await open_page()
    await page.clock.install()
    await page.reload()
    await http.ok("sendMessage", chat_id=501, text="Семинар", reply_markup=TAPS)
    await page.get_by_test_id("button").click()
    await page.clock.fast_forward(16_000)
    await expect(page.get_by_test_id("toast")).to_have_text("Бот не ответил на нажатие за 15 секунд")
    await page.get_by_test_id("button").click()
    await page.get_by_test_id("person-502").click()
    await expect(page.get_by_test_id("chat-name")).to_have_text("Илья Воронов")
    await page.clock.fast_forward(16_000)
    await expect(page.get_by_test_id("toast")).to_have_text("Анна Петрова: бот не ответил на нажатие за 15 секунд")


async def test_the_message_field_is_one_step_from_the_conversation(open_page: Opener, http: Client) -> None:
    for _ in range(3):
        await http.ok("sendMessage", chat_id=501, text="Семинар", reply_markup=TAPS)
    page = await open_page()
    await page.get_by_test_id("chat-menu").focus()
    await page.keyboard.press("Tab")
    await expect(page.get_by_test_id("skip")).to_be_focused()
    assert await page.get_by_test_id("skip").evaluate("node => node.offsetHeight") >= 44
    await page.keyboard.press("Enter")
    await expect(page.get_by_test_id("composer")).to_be_focused()


async def test_names_for_those_who_listen(open_page: Opener, http: Client, sandbox: Sandbox) -> None:
    kept = BytesIO()
    Image.new("RGB", (400, 200), "navy").save(kept, "PNG")
    await http.upload("sendPhoto", {"photo": ("a.png", kept.getvalue())}, chat_id=501, caption="Ваш  <результат>")
    keys = {"keyboard": [["Да"]], "resize_keyboard": True}
    await http.ok("sendMessage", chat_id=501, text="Верно?", reply_markup=keys)
    page = await open_page()
    await expect(page.get_by_role("tabpanel", name="Анна Петрова")).to_be_visible()
    await expect(page.get_by_role("button", name="Открыть картинку: Ваш <результат>")).to_be_visible()
    await expect(page.get_by_role("img", name="Ваш <результат>")).to_have_count(1)
    toggle = page.get_by_test_id("toggle-keyboard")
    for pressed in ("true", "false"):
        await expect(toggle).to_have_attribute("aria-label", "Кнопки ответа")
        await expect(toggle).to_have_attribute("aria-pressed", pressed)
        await toggle.click()


async def test_a_small_phone_keeps_room_for_messages(open_page: Opener, http: Client, sandbox: Sandbox) -> None:
    anna = sandbox.world.people[501]
    anna.note = "Учитель начальных классов, Раздольненская СОШ; тьютор. Ещё не в боте: есть листок с кодом 318032"
    keys = {"keyboard": [[f"Ответ {number}"] for number in range(6)], "resize_keyboard": True}
    for number in range(8):
        await http.ok("sendMessage", chat_id=501, text=f"Сообщение {number}. " * 8, reply_markup=keys)
    page = await open_page(width=320, height=640)
    note, log = page.get_by_test_id("note"), page.get_by_test_id("log")
    await expect(page.get_by_test_id("note-more")).to_be_visible()
    folded = await height(page, "note")
    assert folded <= 52
    assert await height(page, "log") >= 190
    await note.click()
    await expect(page.get_by_test_id("note-more")).to_have_attribute("aria-expanded", "true")
    assert await height(page, "note") > folded
    await note.click()
    await log.evaluate("node => { node.scrollTop = 0; }")
    down = page.get_by_test_id("down")
    await expect(down).to_be_visible()
    log_box, down_box = await log.bounding_box(), await down.bounding_box()
    assert log_box
    assert down_box
    assert down_box["y"] >= log_box["y"] + log_box["height"], "the way down covers nothing"
    await http.ok("sendMessage", chat_id=501, text="Новое")
    await expect(down).to_contain_text(re.compile("К новым сообщениям.*1"))
    await down.click()
    await expect(down).to_be_hidden()
    await expect(log).to_be_focused()


async def answered(page: Page, http: Client, **answer: Any) -> None:
    """Press the button on the page; the bot answers."""
    await page.get_by_test_id("button").last.click()
    update = (await http.ok("getUpdates", timeout=5))[-1]
    await http.ok("answerCallbackQuery", callback_query_id=update["callback_query"]["id"], **answer)


async def height(page: Page, testid: str) -> float:
    return float(await page.get_by_test_id(testid).evaluate("node => node.getBoundingClientRect().height"))
