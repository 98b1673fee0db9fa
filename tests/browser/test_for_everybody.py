"""Read in the dark, by the ear, by the keyboard, on a small phone."""

from typing import Any, Literal

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Opener
from tests.browser.steps import TAPS, answer_press, expect_no_sideways_scroll, last_update, say_everything, tab_to
from tests.unit.sandbox.client import Client

pytestmark = pytest.mark.browser

FAINT = """() => {
  const pen = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const parts = (colour) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = (top, below) => [0, 1, 2].map((at) => top[at] * top[3] + below[at] * (1 - top[3])).concat(1);
  const ground = (node) => {
    if (!node) return parts(getComputedStyle(document.body).backgroundColor);
    const own = parts(getComputedStyle(node).backgroundColor);
    return own[3] >= 0.999 ? own : over(own, ground(node.parentElement));
  };
  const light = ([red, green, blue]) => [red, green, blue]
    .map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const told = [];
  for (const node of document.querySelectorAll("body *")) {
    const texts = [...node.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE);
    const words = texts.map((text) => text.data.trim()).join("");
    if (!words || !node.checkVisibility({visibilityProperty: true})) continue;
    if (node.closest(":disabled, .unseen, script, noscript")) continue;
    const back = ground(node);
    const found = contrast(over(parts(getComputedStyle(node).color), back), back);
    if (found < 4.5) told.push(`${words.slice(0, 30)}: ${found.toFixed(2)} (${node.className || node.tagName})`);
  }
  return told;
}"""
"""Every text that is seen, against what lies behind it; WCAG 2 asks for 4.5 : 1."""

TOO_WIDE = """() => [...document.querySelectorAll("button, a, textarea")]
  .filter((node) => node.checkVisibility({visibilityProperty: true}) && node.getBoundingClientRect().right > 361)
  .map((node) => node.outerHTML.slice(0, 90))"""

ACTING = frozenset({
    "button", "link", "textbox", "searchbox", "combobox", "tab", "checkbox", "radio", "menuitem", "menuitemradio",
    "menuitemcheckbox", "option", "slider", "switch", "dialog", "alertdialog", "img", "log", "menu", "listbox",
})  # fmt: skip


async def nameless(page: Page) -> list[str]:
    """Roles of the elements without a name, as Chromium tells them to a screen reader."""
    session = await page.context.new_cdp_session(page)
    tree: dict[str, Any] = await session.send("Accessibility.getFullAXTree")
    seen = [node for node in tree["nodes"] if not node.get("ignored") and node.get("role", {}).get("value") in ACTING]
    assert seen
    return [
        node["role"]["value"]
        for node in seen
        if not str(node.get("name", {}).get("value", "")).strip()
        and not any(prop["name"] == "labelledby" for prop in node.get("properties", []))
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_text_can_be_read(open_page: Opener, http: Client, scheme: Literal["light", "dark"]) -> None:
    await say_everything(http, 501)
    page = await open_page(scheme=scheme)
    await expect(page.get_by_test_id("text").last).to_have_text("Выберите")
    assert await page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") == (scheme == "dark")
    assert await page.evaluate(FAINT) == []
    await page.get_by_test_id("chat-menu").click()
    assert await page.evaluate(FAINT) == []


async def test_the_theme_that_was_chosen_beats_the_system(open_page: Opener) -> None:
    page = await open_page(scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = await page.evaluate(ground)
    await page.get_by_test_id("settings").click()
    await expect(page.get_by_test_id("theme-system")).to_have_attribute("aria-checked", "true")
    await page.get_by_test_id("theme-light").click()
    light = await page.evaluate(ground)
    assert light != dark
    await page.emulate_media(color_scheme="light")
    assert await page.evaluate(ground) == light


@pytest.mark.parametrize("locale", ["ru-RU", "en-GB"])
async def test_everything_that_acts_has_a_name(open_page: Opener, http: Client, locale: str) -> None:
    await http.ok("setMyCommands", commands=[{"command": "menu", "description": "Меню"}])
    await say_everything(http, 501)
    page = await open_page(locale=locale, beside=502)
    await expect(page.get_by_test_id("column-501").get_by_test_id("text").last).to_have_text("Выберите")
    assert await nameless(page) == []
    await page.get_by_test_id("chat-menu").first.click()
    assert await nameless(page) == []
    await page.get_by_test_id("start-code-menu").click()
    assert await nameless(page) == []
    await page.keyboard.press("Escape")
    await page.get_by_test_id("album").get_by_test_id("photo").first.click()
    assert await nameless(page) == []


async def test_start_and_a_press_need_no_mouse(open_page: Opener, http: Client) -> None:
    page = await open_page()
    await tab_to(page, "start")
    await page.keyboard.press("Enter")
    assert (await last_update(http))["message"]["text"] == "/start"
    await http.ok("sendMessage", chat_id=501, text="Здравствуйте", reply_markup=TAPS)
    await expect(page.get_by_test_id("button")).to_be_visible()
    await page.get_by_test_id("log").focus()
    await tab_to(page, "button")
    await page.keyboard.press("Enter")
    await answer_press(http, text="Мест больше нет", show_alert=True)
    await expect(page.get_by_test_id("alert-ok")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_test_id("button")).to_be_focused()
    await page.keyboard.type("Salve")
    await expect(page.get_by_test_id("composer")).to_have_value("Salve")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("omnes")
    await page.keyboard.press("Enter")
    assert (await last_update(http))["message"]["text"] == "Salve\nomnes"


async def test_new_messages_are_told_to_those_who_listen(open_page: Opener, http: Client) -> None:
    page = await open_page()
    await http.ok("sendMessage", chat_id=501, text="Здравствуйте")
    log = page.get_by_role("log", name="Переписка")
    await expect(log.get_by_role("article", name="Бот, 10:00")).to_contain_text("Здравствуйте")
    await expect(log).to_have_attribute("aria-busy", "false")


@pytest.mark.parametrize("large", [False, True])
async def test_a_phone_of_360_pixels_scrolls_only_down(open_page: Opener, http: Client, large: bool) -> None:
    await say_everything(http, 501)
    page = await open_page(width=360, height=740)
    if large:
        await page.evaluate("localStorage.setItem('sandbox-text', 'large')")
        await page.reload()
    await expect(page.get_by_test_id("text").last).to_have_text("Выберите")
    await expect_no_sideways_scroll(page)
    assert await page.evaluate(TOO_WIDE) == []
    await page.get_by_test_id("people-open").click()
    await expect(page.get_by_test_id("person-502")).to_be_in_viewport()
    await page.get_by_test_id("person-502").click()
    await expect(page.get_by_test_id("chat-name")).to_have_text("Илья Воронов")
    await expect(page.get_by_test_id("person-502")).not_to_be_in_viewport()
