"""Begun from a link, from a QR code; blocked and let in again."""

import pytest
from playwright.async_api import expect

from sandbox import Sandbox
from tests.browser.conftest import Opener
from tests.browser.steps import TAPS, answer_press, last_update
from tests.unit.sandbox.client import Client

pytestmark = pytest.mark.browser

BOT = "metod_sandbox_bot"


async def test_an_empty_conversation_shows_what_the_bot_says_of_itself(open_page: Opener, http: Client) -> None:
    await http.ok("setMyDescription", description="Помогаю учителям")
    page = await open_page()
    await expect(page.get_by_test_id("start-panel")).to_contain_text("Помогаю учителям")
    await page.get_by_test_id("start").click()
    assert (await last_update(http))["message"]["text"] == "/start"
    await expect(page.get_by_test_id("start-panel")).to_have_count(0)


@pytest.mark.parametrize(
    "scanned", [f"https://t.me/{BOT}?start=s-318032", f"tg://resolve?domain={BOT.upper()}&start=s-318032", " s-318032 "]
)
async def test_a_scanned_code_is_a_pasted_link(open_page: Opener, http: Client, scanned: str) -> None:
    page = await open_page()
    await page.get_by_test_id("start-code").click()
    await page.get_by_test_id("start-payload").fill(scanned)
    await page.keyboard.press("Enter")
    assert (await last_update(http))["message"]["text"] == "/start s-318032"
    await expect(page.get_by_test_id("start-code-form")).to_have_count(0)


async def test_a_link_to_another_bot_is_not_followed(open_page: Opener) -> None:
    page = await open_page()
    await page.get_by_test_id("start-code").click()
    await page.get_by_test_id("start-payload").fill("https://t.me/other_bot?start=1")
    await page.keyboard.press("Enter")
    await expect(page.get_by_test_id("problem")).to_have_text("Эта ссылка ведёт к другому боту: @other_bot")
    await page.get_by_test_id("start-payload").fill("два слова")
    await page.keyboard.press("Enter")
    await expect(page.get_by_test_id("problem")).to_contain_text("не похоже ни на ссылку на бота, ни на код")


async def test_a_link_in_a_message_and_one_in_the_field_start_the_bot(open_page: Opener, http: Client) -> None:
    page = await open_page()
    await http.ok("sendMessage", chat_id=501, text=f"Вход: https://t.me/{BOT}?start=seminar")
    await page.get_by_test_id("text").get_by_role("link").click()
    assert (await last_update(http))["message"]["text"] == "/start seminar"
    await page.get_by_test_id("composer").fill(f"t.me/{BOT}?start=other")
    await page.get_by_test_id("link-offer").click()
    assert (await last_update(http))["message"]["text"] == "/start other"
    await expect(page.get_by_test_id("composer")).to_have_value("")


async def test_a_blocked_bot_is_let_in_again(open_page: Opener, http: Client, sandbox: Sandbox) -> None:
    page = await open_page()
    await http.ok("sendMessage", chat_id=501, text="Семинар")
    await page.get_by_test_id("chat-menu").click()
    await page.get_by_test_id("block").click()
    await expect(page.get_by_test_id("composer")).to_be_hidden()
    await expect(page.get_by_test_id("chat-status")).to_have_text("бот заблокирован")
    assert "blocked by the user" in await http.refused("sendMessage", chat_id=501, text="Слышно?")
    await page.reload()
    await page.get_by_test_id("unblock").click()
    await expect(page.get_by_test_id("composer")).to_be_visible()
    await http.ok("sendMessage", chat_id=501, text="Снова здесь")
    await expect(page.get_by_test_id("text").last).to_have_text("Снова здесь")


async def test_an_answer_may_lead_back_to_the_bot(open_page: Opener, http: Client) -> None:
    page = await open_page()
    name = (await http.ok("getMe"))["username"]
    await http.ok("sendMessage", chat_id=501, text="Семинар", reply_markup=TAPS)
    await page.get_by_test_id("button").click()
    await answer_press(http, url=f"https://t.me/{name}?start=ev_7")
    assert (await last_update(http))["message"]["text"] == "/start ev_7"
