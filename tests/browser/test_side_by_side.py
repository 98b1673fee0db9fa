"""Two people watched at once: each column is a whole conversation of its own."""

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Opener
from tests.browser.steps import TAPS, answer_press, expect_no_sideways_scroll, last_update
from tests.unit.sandbox.client import Client

pytestmark = pytest.mark.browser


async def test_each_column_writes_presses_and_is_answered_for_itself(open_page: Opener, http: Client) -> None:
    for person in (501, 502):
        await http.ok("sendMessage", chat_id=person, text=f"Семинар для {person}", reply_markup=TAPS)
    page = await open_page(width=1400, beside=502)
    anna, ilya = page.get_by_test_id("column-501"), page.get_by_test_id("column-502")
    await expect(anna.get_by_test_id("text")).to_have_text("Семинар для 501")
    await expect(ilya.get_by_test_id("text")).to_have_text("Семинар для 502")
    await ilya.get_by_test_id("button").click()
    await answer_press(http, text="Илья записан")
    await expect(ilya.get_by_test_id("toast")).to_have_text("Илья записан")
    await expect(anna.get_by_test_id("toast")).to_have_count(0)
    await anna.get_by_test_id("composer").fill("От Анны")
    await ilya.get_by_test_id("composer").fill("От Ильи")
    await ilya.get_by_test_id("send").click()
    assert (await last_update(http))["message"]["from"]["id"] == 502
    await expect(ilya.get_by_test_id("text").last).to_have_text("От Ильи")
    await expect(anna.get_by_test_id("composer")).to_have_value("От Анны")


async def test_the_list_fills_the_column_in_hand_and_a_reload_keeps_both(open_page: Opener, http: Client) -> None:
    await http.post("people", {"first_name": "Марина", "id": 503, "pinned": True})
    page = await open_page()
    await page.get_by_test_id("beside").click()
    await expect(page.get_by_test_id("chat-name")).to_have_text(["Анна Петрова", "Илья Воронов"])
    await page.get_by_test_id("person-503").click()
    await expect(page.get_by_test_id("chat-name")).to_have_text(["Анна Петрова", "Марина"])
    await page.get_by_test_id("column-501").get_by_test_id("log").click()
    await expect(page.get_by_test_id("person-501")).to_have_attribute("aria-selected", "true")
    await page.reload()
    await expect(page.get_by_test_id("chat-name")).to_have_text(["Анна Петрова", "Марина"])
    await page.get_by_test_id("column-501").get_by_test_id("column-close").click()
    await expect(page.get_by_test_id("chat-name")).to_have_text("Марина")
    await page.get_by_test_id("person-502").click(modifiers=["Control"])
    await expect(page.get_by_test_id("chat-name")).to_have_text(["Марина", "Илья Воронов"])


async def test_a_phone_shows_one_of_the_two(open_page: Opener, http: Client) -> None:
    page = await open_page(width=360, height=740, beside=502)
    anna, ilya = page.get_by_test_id("column-501"), page.get_by_test_id("column-502")
    await expect(anna).to_be_visible()
    await expect(ilya).to_be_hidden()
    await http.ok("sendMessage", chat_id=502, text="Илье")
    await expect(anna.get_by_test_id("people-open")).to_contain_text("1")
    await anna.get_by_test_id("swap").click()
    await expect(ilya.get_by_test_id("text")).to_have_text("Илье")
    await expect(anna).to_be_hidden()
    await expect(page.get_by_test_id("unread-502")).to_have_count(0)
    await expect_no_sideways_scroll(page)
    await page.reload()
    await expect(ilya).to_be_visible()


async def test_the_drawer_leaves_room_for_both(open_page: Opener) -> None:
    page = await open_page(beside=502)
    await page.get_by_test_id("drawer-toggle").click()
    await expect(page.locator("#drawer")).to_be_visible()
    for column in ("column-501", "column-502"):
        box = await page.get_by_test_id(column).bounding_box()
        assert box
        assert box["width"] >= 320
