"""The list of people: who is chosen is seen, what is said of them is in the language of the page."""

import pytest
from playwright.async_api import Page, expect

from sandbox import Sandbox
from tests.browser.conftest import Opener
from tests.unit.sandbox.client import Client

pytestmark = pytest.mark.browser

IN_VIEW = """id => {
  const tab = document.getElementById(`person-${id}`).getBoundingClientRect();
  const room = document.querySelector(".people-scroll").getBoundingClientRect();
  return tab.top >= room.top && tab.bottom <= room.bottom;
}"""


@pytest.fixture
def crowd(sandbox: Sandbox) -> Sandbox:
    for number in range(25):
        sandbox.world.add_person("Учитель", f"№ {number}", id=600 + number, pinned=True)
    return sandbox


async def add(page: Page, first_name: str) -> None:
    await page.get_by_test_id("new-person").click()
    await page.get_by_test_id("new-person-form").locator("[name=first_name]").fill(first_name)
    await page.get_by_test_id("new-person-form").locator("[type=submit]").click()
    await expect(page.get_by_test_id("chat-name")).to_have_text(first_name)


async def test_the_chosen_person_is_seen_after_a_reload(crowd: Sandbox, open_page: Opener) -> None:
    page = await open_page(person=624)
    await expect(page.get_by_test_id("person-624")).to_have_attribute("aria-selected", "true")
    assert await page.evaluate(IN_VIEW, 624)


async def test_a_new_person_is_seen_in_the_list(crowd: Sandbox, open_page: Opener) -> None:
    page = await open_page()
    await add(page, "Светлана")
    fresh = crowd.world.last_person_id
    await expect(page.locator(f"#person-{fresh}")).to_have_attribute("aria-selected", "true")
    assert await page.evaluate(IN_VIEW, fresh)


async def test_home_and_end_walk_the_list(crowd: Sandbox, open_page: Opener) -> None:
    page = await open_page()
    await page.get_by_test_id("person-501").focus()
    await page.keyboard.press("End")
    await expect(page.get_by_test_id("person-624")).to_be_focused()
    await page.keyboard.press("ArrowDown")
    await expect(page.get_by_test_id("person-501")).to_be_focused()
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Home")
    await expect(page.get_by_test_id("person-501")).to_be_focused()


async def test_the_note_is_in_the_language_of_the_page(open_page: Opener) -> None:
    page = await open_page(locale="en-GB")
    await expect(page.get_by_test_id("note")).to_have_text("Mathematics teacher, Sosnovskaya School")
    await expect(page.get_by_test_id("person-501")).to_contain_text("Mathematics teacher")
    await page.get_by_test_id("people-search").fill("sosnov")
    await expect(page.get_by_test_id("person-501")).to_be_visible()
    await expect(page.get_by_test_id("person-502")).to_have_count(0)
    russian = await open_page()
    await expect(russian.get_by_test_id("note")).to_have_text("Учитель математики, Сосновская ООШ")


@pytest.mark.parametrize(("locale", "language"), [("en-GB", "en"), ("ru-RU", "ru")])
async def test_a_new_person_speaks_the_language_of_the_page(
    open_page: Opener, sandbox: Sandbox, locale: str, language: str
) -> None:
    page = await open_page(locale=locale)
    await add(page, "Jane")
    assert sandbox.world.people[sandbox.world.last_person_id].language_code == language


async def test_the_language_reaches_the_other_tab(open_page: Opener) -> None:
    first = await open_page()
    second = await first.context.new_page()
    await second.goto(first.url)
    await expect(second.get_by_test_id("new-person")).to_have_text("Новый человек")
    await first.get_by_test_id("language").click()
    await expect(second.get_by_test_id("new-person")).to_have_text("New person")


async def test_what_nobody_wrote_is_named_in_the_list(open_page: Opener, http: Client) -> None:
    page = await open_page()
    sent = await http.ok("sendMessage", chat_id=501, text="Расписание")
    await http.ok("pinChatMessage", chat_id=501, message_id=sent["message_id"])
    await expect(page.get_by_test_id("person-501")).to_contain_text("Закреплено сообщение")
    rich = {"html": "<h2>Отчёт</h2><p>за неделю</p>"}
    await http.ok("sendRichMessage", chat_id=501, rich_message=rich)
    await expect(page.get_by_test_id("person-501")).to_contain_text("Отчёт за неделю")


async def test_back_on_a_phone_closes_the_list_and_goes_back_to_who_was_open(open_page: Opener) -> None:
    page = await open_page(width=360, height=740)
    name, opened = page.get_by_test_id("chat-name"), page.locator("body.people-in")
    await page.get_by_test_id("people-open").click()
    await expect(opened).to_have_count(1)
    await page.go_back()
    await expect(opened).to_have_count(0)
    await expect(name).to_have_text("Анна Петрова")
    await page.get_by_test_id("people-open").click()
    await page.get_by_test_id("person-502").click()
    await expect(name).to_have_text("Илья Воронов")
    await page.get_by_test_id("people-open").click()
    await page.keyboard.press("Escape")
    await expect(opened).to_have_count(0)
    await page.go_back()
    await expect(name).to_have_text("Анна Петрова")
    await expect(opened).to_have_count(0)
