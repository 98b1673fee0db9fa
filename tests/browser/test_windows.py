"""The gallery of windows in Chromium: found, filtered, followed, in both languages, on a phone."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from bot.settings import ROOT
from sandbox import Sandbox
from sandbox.gallery.gallery import Gallery
from sandbox.gallery.places import features
from services.content import load_content
from tests.browser.conftest import PICTURES, Opener

pytestmark = pytest.mark.browser

WINDOWS = sum(len(feature.places) for feature in features())


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, sandbox: Sandbox) -> AsyncIterator[Page]:
    sandbox.gallery = Gallery(load_content(ROOT / "content"))
    context = await browser.new_context(viewport={"width": 1280, "height": 900}, locale="ru-RU")
    opened = await context.new_page()
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    await opened.goto(f"{sandbox.url}/windows")
    yield opened
    await context.close()
    assert not problems


async def test_every_window_is_pictured_in_both_languages(page: Page) -> None:
    for feature in features():
        for place in feature.places:
            shown = page.locator(f'[id="w-{place.name}"]')
            await expect(shown.get_by_test_id("sample-ru").first).to_be_visible()
            await expect(shown.get_by_test_id("sample-en").first).to_be_visible()
    card = page.locator('[id="w-Events.card"]').first
    await expect(card.get_by_test_id("sample-ru").first).to_contain_text("Записаться")
    await expect(card.get_by_test_id("sample-en").first).to_contain_text("Sign up")
    await expect(card).to_contain_text("dialogs/events/card.py:")
    await page.goto(f"{page.url}#d-Events")
    await expect(page.locator('[id="w-Events.catalogue"]').get_by_test_id("sample-en").first).to_be_in_viewport()
    await page.wait_for_timeout(500)  # windows in sight are painted
    await page.screenshot(path=PICTURES / "windows.png")
    assert 50_000 < (PICTURES / "windows.png").stat().st_size < 200_000


async def test_the_filter_finds_by_name_by_file_and_by_words(page: Page) -> None:
    find, count = page.get_by_test_id("filter"), page.get_by_test_id("count")
    for asked, name in (
        ("Events.filters", "Events.filters"),
        ("hand_back.py", "TutorDesk.hand_back"),
        ("встать в очередь", "Events.card"),
    ):
        await find.fill(asked)
        await expect(page.locator(f'[data-name="{name}"]')).to_be_visible()
        await expect(page.locator('[data-name="Menu.main"]')).to_be_hidden()
        assert 0 < int(await count.inner_text()) < 20
    await find.fill("такого окна нет")
    await expect(page.get_by_text("Таких окон нет")).to_be_visible()
    await find.fill("")
    assert int(await count.inner_text()) > WINDOWS


async def test_boxes_and_buttons_lead_to_windows(page: Page) -> None:
    await page.locator("#d-Events .outline a").filter(has_text="confirm").click()
    await expect(page.locator('[id="w-Events.confirm"]')).to_be_in_viewport()
    await page.locator('[id="w-Events.confirm"]').get_by_text("Да, записать", exact=False).first.click()
    await expect(page.locator('[id="w-Events.card"]')).to_be_in_viewport()
    await page.get_by_test_id("filter").fill("Menu.main")
    await page.locator('[id="w-Menu.main"]').get_by_text("Мероприятия", exact=True).first.click()
    await expect(page.locator('[id="w-Events.catalogue"]')).to_be_in_viewport()
    await expect(page.get_by_test_id("filter")).to_have_value("")


async def test_its_own_words_are_in_the_chosen_language(page: Page) -> None:
    await expect(page.get_by_role("heading", level=1)).to_have_text("Окна бота", use_inner_text=True)
    await page.get_by_test_id("language").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Windows of the bot", use_inner_text=True)
    await expect(page.get_by_test_id("filter")).to_have_attribute("placeholder", "Find a window by name, file or words")


async def test_it_fits_a_small_phone(page: Page) -> None:
    await page.set_viewport_size({"width": 360, "height": 740})
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360
    wide = await page.evaluate(
        "[...document.querySelectorAll('.window, .sample, .inline-button, .transitions')]"
        ".filter((node) => node.getBoundingClientRect().right > 360).length"
    )
    assert wide == 0


async def test_the_chat_page_leads_there(page: Page, open_page: Opener) -> None:
    chat = await open_page()
    await chat.get_by_test_id("chat-menu").click()
    await chat.get_by_test_id("windows").click()
    await expect(chat.get_by_role("heading", level=1)).to_have_text("Окна бота", use_inner_text=True)
