"""Анна Петровна at the chat page in Chromium: self-diagnostics from the first question to the picture, a seminar."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from tests.browser.conftest import PICTURES
from tests.browser.steps import expect_no_sideways_scroll
from tests.kit.town import Town

pytestmark = pytest.mark.browser


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, town: Town) -> AsyncIterator[Page]:
    opened = await browser.new_page(viewport={"width": 1100, "height": 900}, locale="ru-RU")
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    await opened.goto(f"{town.sandbox.url}/#person={town.phone('Анна Петрова').id}")
    yield opened
    await opened.close()
    assert not problems


def newest(page: Page) -> Locator:
    return page.get_by_test_id("log").locator("[data-testid^=message-]").last


async def press(page: Page, label: str) -> None:
    """Tap the newest button whose text holds `label` and wait until it no longer waits for the bot."""
    await page.get_by_test_id("log").get_by_test_id("button").filter(has_text=label).last.click()
    await expect(page.get_by_test_id("log").locator("[data-testid=button][aria-busy=true]")).to_have_count(0)


async def test_anna_looks_at_herself_and_signs_up(page: Page) -> None:
    await page.get_by_test_id("start").click()
    await expect(newest(page)).to_contain_text("Здравствуйте, Анна Петровна")

    await press(page, "Самодиагностика")
    await press(page, "Экспресс")
    await press(page, "Начать")
    answers = ["2 — получается", "1 — получается с трудом", "3 — могу научить", "2 — получается", "0 — пока"]
    for number in range(36):
        await expect(newest(page)).to_contain_text(f"Вопрос {number + 1} из 36")
        await press(page, answers[(number * 7 + number // 6) % len(answers)])
    await expect(page.get_by_test_id("log").get_by_test_id("photo")).to_be_visible()
    await expect(newest(page)).to_contain_text("Зона роста")
    await page.set_viewport_size({"width": 1100, "height": 1400})
    await page.get_by_test_id("log").get_by_test_id("photo").scroll_into_view_if_needed()
    await page.wait_for_timeout(300)
    await page.screenshot(path=PICTURES / "screenshot.png")

    await page.get_by_test_id("composer").fill("/menu")
    await page.get_by_test_id("send").click()
    await expect(newest(page)).to_contain_text("Чем помочь?")
    await press(page, "Мероприятия")
    await press(page, "Стереометрия")
    await press(page, "Записаться")
    await press(page, "Да, записать")
    await expect(newest(page)).to_contain_text("Вы записаны")
    await page.screenshot(path=PICTURES / "events.png")


async def test_a_phone_at_night_and_two_people_pictured(page: Page, town: Town) -> None:
    """Takes the pictures of docs/sandbox.md."""
    await page.set_viewport_size({"width": 360, "height": 740})
    await page.emulate_media(color_scheme="dark")
    await page.get_by_test_id("start").click()
    await expect(newest(page)).to_contain_text("Чем помочь?")
    await expect_no_sideways_scroll(page)
    await page.mouse.move(0, 0)
    await page.screenshot(path=PICTURES / "page-dark-phone.png")

    await page.emulate_media(color_scheme="light")
    await page.set_viewport_size({"width": 1280, "height": 800})
    marina = page.get_by_test_id(f"column-{town.phone('Марина').id}")
    await page.get_by_test_id(f"person-{town.phone('Марина').id}").click(modifiers=["Control"])
    await marina.get_by_test_id("start").click()
    await expect(newest(page)).to_contain_text("Чем помочь?")
    await press(page, "Мероприятия")
    await expect(newest(page)).to_contain_text("Предстоящие мероприятия")
    await page.mouse.move(0, 0)
    await page.screenshot(path=PICTURES / "page-side-by-side.png")
