"""The drawer beside the chat: the clock by the name of what comes, calls, ordered faults, the outbox."""

import re
from collections.abc import AsyncIterator
from typing import Literal

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, Route, expect

from sandbox import Sandbox
from tests.browser.conftest import PICTURES, Opener
from tests.browser.test_for_everybody import FAINT, nameless
from tests.kit.town import Town
from tests.unit.sandbox.client import Client

pytestmark = pytest.mark.browser

TURNED = 30_000
"""Milliseconds in which a clock is turned over some days, on a busy machine."""
TAPS = {"inline_keyboard": [[{"text": "Записаться", "callback_data": "go"}]]}


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, town: Town) -> AsyncIterator[Page]:
    """Beside our own bot; the conversation is that of a mentor."""
    context = await browser.new_context(viewport={"width": 1280, "height": 900}, locale="ru-RU")
    opened = await context.new_page()
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    await town.settle()
    await opened.goto(f"{town.sandbox.url}/#person={town.phone('Татьяна Орлова').id}")
    await opened.get_by_test_id("log").wait_for()
    yield opened
    await context.close()
    assert not problems


async def open_section(page: Page, name: str) -> None:
    if not await page.locator("#drawer").is_visible():
        await page.get_by_test_id("drawer-toggle").click()
    await page.get_by_test_id(f"drawer-tab-{name}").click()
    await expect(page.locator(f"#drawer-{name}")).to_be_visible()


async def test_to_the_next_event_by_its_name(page: Page, town: Town) -> None:
    await open_section(page, "clock")
    next_event = page.get_by_test_id("clock-next")
    await expect(next_event).to_contain_text("ср, 7 окт., 14:30: напоминание за день, 8 человек: «Итоговое сочинение")
    friday = page.get_by_test_id("due").filter(has_text="вопросы наставникам")
    await expect(friday.first).to_contain_text("пт, 9 окт., 15:00")
    await expect(friday.first).to_contain_text("8 человек")
    await expect(friday.first.get_by_role("button", name="Татьяна Орлова")).to_be_visible()
    await friday.first.get_by_test_id("due-go").click()
    await expect(page.get_by_test_id("clock-now")).to_have_text("пятница, 9 октября, 15:00", timeout=TURNED)
    await expect(page.get_by_test_id("log")).to_contain_text("По паре с Ильёй: как прошла неделя?")
    await expect(page.get_by_test_id("due").first).to_contain_text("пн, 12 окт.")


async def test_the_drawer_pictured(page: Page, town: Town) -> None:
    await page.set_viewport_size({"width": 1200, "height": 760})
    await page.get_by_test_id("start").click()
    await town.turn(days=3, hours=5)
    await open_section(page, "clock")
    await expect(page.get_by_test_id("due").first).to_contain_text("пн, 12 окт.")
    await expect(page.get_by_test_id("log")).to_contain_text("как прошла неделя?")
    await page.mouse.move(0, 0)
    await page.screenshot(path=PICTURES / "page-drawer.png")


async def test_to_a_chosen_moment_and_never_back(page: Page) -> None:
    await open_section(page, "clock")
    await page.get_by_test_id("clock-at").fill("2026-10-09T15:30")
    await page.get_by_test_id("clock-at-go").click()
    await expect(page.get_by_test_id("clock-now")).to_have_text("пятница, 9 октября, 15:30", timeout=TURNED)
    await expect(page.get_by_test_id("log")).to_contain_text("как прошла неделя?")
    await page.get_by_test_id("clock-at-go").focus()
    await page.get_by_test_id("drawer-clock-day").click()
    await expect(page.get_by_test_id("clock-at")).to_have_value(
        "2026-10-10T16:30", timeout=TURNED
    )  # goes with the clock
    past = "field => { field.form.noValidate = true; field.value = '2026-10-09T12:00'; field.form.requestSubmit(); }"
    await page.get_by_test_id("clock-at").evaluate(past)  # at once: the field goes on with the clock
    await expect(page.locator("#drawer-clock").get_by_role("alert")).to_have_text("Часы назад не идут")


async def test_a_fault_by_one_tap_makes_the_next_sending_fail(page: Page) -> None:
    await open_section(page, "faults")
    await page.get_by_test_id("fault-429").click()
    await expect(page.get_by_test_id("fault")).to_contain_text("любая отправка · 429, пауза 5 с")
    await expect(page.get_by_test_id("fault")).to_contain_text("ещё 1 раз")
    await page.get_by_test_id("start").click()
    await expect(page.get_by_test_id("fault")).to_have_count(0)
    await expect(page.get_by_test_id("calls-mark")).to_have_text("1")
    await open_section(page, "calls")
    step = page.get_by_test_id("step").first
    await expect(step).to_contain_text("Татьяна Орлова: /start")
    failed = step.locator(".call.failed")
    await expect(failed.get_by_test_id("call-error")).to_have_text("Too Many Requests: retry after 5")
    await failed.get_by_test_id("call-line").click()
    await expect(failed.get_by_test_id("call-whole")).to_contain_text('"error_code": 429')


async def test_faults_are_taken_back_one_by_one(page: Page) -> None:
    await open_section(page, "faults")
    await page.get_by_test_id("fault-person").select_option(label="Татьяна Орлова")
    for usual in ("lost", "502", "blocked"):
        await page.get_by_test_id(f"fault-{usual}").click()
    faults = page.get_by_test_id("fault")
    await expect(faults).to_have_count(3)
    await expect(faults.nth(2)).to_contain_text("человек блокирует бота · Татьяна Орлова")
    await faults.nth(1).get_by_role("button").click()
    await expect(faults).to_have_count(2)
    await expect(faults.nth(1)).to_contain_text("человек блокирует бота")
    await page.locator(".fault-more summary").click()
    await page.get_by_test_id("fault-in-method").fill("edit*")
    await page.get_by_test_id("fault-in-status").fill("500")
    await page.get_by_test_id("fault-in-times").fill("3")
    await page.get_by_test_id("fault-order").click()
    await expect(faults.nth(2)).to_contain_text("edit* · 500")
    await expect(faults.nth(2)).to_contain_text("ещё 3 раза")
    await page.get_by_test_id("fault-clear").click()
    await expect(faults).to_have_count(0)


async def test_a_fault_that_strikes_some_calls(page: Page) -> None:
    await open_section(page, "faults")
    await page.locator(".fault-more summary").click()
    await page.get_by_test_id("fault-in-which").select_option("every")
    await page.get_by_test_id("fault-in-every").fill("4")
    await expect(page.get_by_test_id("fault-in-probability")).to_be_hidden()
    await page.get_by_test_id("fault-order").click()
    faults = page.get_by_test_id("fault")
    await expect(faults.nth(0)).to_contain_text("любая отправка · каждый 4-й · 500")
    await expect(faults.nth(0)).to_contain_text("пока не уберёте")
    await page.get_by_test_id("fault-in-which").select_option("probability")
    await page.get_by_test_id("fault-in-probability").fill("25")
    await page.get_by_test_id("fault-in-times").fill("2")
    await page.get_by_test_id("fault-order").click()
    await expect(faults.nth(1)).to_contain_text("с вероятностью 25 %")
    await expect(faults.nth(1)).to_contain_text("ещё 2 раза")
    ordered = await page.evaluate("fetch('/sandbox/faults').then((answer) => answer.json())")
    told = [(one["every"], one["probability"], one["times"]) for one in ordered]
    assert told == [(4, None, None), (None, 0.25, 2)]


async def test_a_restart_by_keyboard(open_page: Opener) -> None:
    page = await open_page()
    await open_section(page, "faults")
    restart = page.get_by_test_id("restart")
    await restart.press("Enter")
    await expect(page.get_by_test_id("connection-lost")).to_be_visible()
    await expect(restart).to_be_focused()
    await open_section(page, "outbox")
    await expect(page.locator("#drawer-outbox").get_by_role("status")).to_be_visible()
    await expect(page.get_by_test_id("outbox-waiting")).to_be_hidden()  # nothing is known of it, so it has no words
    await expect(page.get_by_test_id("connection-lost")).to_be_hidden()


async def test_the_outbox_shows_what_waits_and_what_went(page: Page) -> None:
    await open_section(page, "outbox")
    await page.get_by_test_id("outbox-mine").check()
    row = page.get_by_test_id("outbox-row").first
    await expect(row).to_contain_text("пт, 9 окт., 15:00")
    await expect(row).to_contain_text("вопросы недели")
    await expect(row.get_by_test_id("outbox-state")).to_have_text("ждёт")
    await page.get_by_test_id("outbox-mine").uncheck()
    await expect(page.get_by_test_id("outbox-row")).to_have_count(30)
    await page.get_by_test_id("outbox-more").click()
    await expect(page.get_by_test_id("outbox-row")).not_to_have_count(30)
    await page.get_by_test_id("clock-next").click()
    await expect(page.get_by_test_id("outbox-finished")).to_have_text("Завершено: 8", timeout=TURNED)
    await page.get_by_test_id("outbox-finished").click()
    await expect(page.get_by_test_id("outbox-state").first).to_have_text("отправлено")


async def test_calls_of_each_step(open_page: Opener, http: Client) -> None:
    page = await open_page()
    await open_section(page, "calls")
    await http.post("people/501/say", {"text": "Здравствуйте"})
    await http.ok("sendMessage", chat_id=501, text="Семинар", reply_markup=TAPS)
    await http.refused("sendMessage", chat_id=501, text="<b>", parse_mode="HTML")
    await http.ok("sendMessage", chat_id=501, text="Ещё", colour="red")
    first = page.get_by_test_id("step").first
    await expect(first).to_contain_text("Анна Петрова: Здравствуйте")
    await expect(first.locator("summary")).to_contain_text("3 вызова · 1 ошибка · 1 замечание")
    await expect(first.get_by_test_id("call-lint")).to_contain_text("colour")
    await page.get_by_test_id("calls-bad").check()
    await expect(first.get_by_text("Семинар")).to_be_hidden()
    await expect(first.get_by_test_id("call-error")).to_be_visible()
    await page.get_by_test_id("calls-bad").uncheck()
    await page.get_by_test_id("log").get_by_test_id("button").click()
    await expect(page.get_by_test_id("step").first).to_contain_text("Анна Петрова: кнопка «Записаться»")
    await expect(page.get_by_test_id("step")).to_have_count(2)
    await page.reload()
    await expect(page.get_by_test_id("step")).to_have_count(2)
    await expect(page.locator("#drawer-calls")).to_be_visible()  # it and its section are remembered


async def test_what_happens_while_calls_are_fetched_is_not_lost(open_page: Opener, http: Client) -> None:
    page = await open_page()

    async def late(route: Route) -> None:
        answer = await route.fetch()
        await http.post("people/501/say", {"text": "пока шёл ответ"})
        await expect(page.get_by_test_id("step")).to_have_count(1)
        await route.fulfill(response=answer)

    await page.route("**/sandbox/steps", late)
    async with page.expect_response("**/sandbox/steps"):
        await open_section(page, "calls")
    await page.unroute("**/sandbox/steps")
    await http.ok("sendMessage", chat_id=501, text="x")
    await expect(page.get_by_test_id("call-line")).to_be_visible()
    await expect(page.get_by_test_id("step")).to_contain_text("Анна Петрова: пока шёл ответ")


async def test_a_cut_call_and_a_turn_tell_what_happened(open_page: Opener, http: Client) -> None:
    page = await open_page()
    await open_section(page, "calls")
    await http.post("clock", {"advance": 7200})
    await http.post("faults", [{"method": "sendMessage", "status": 0}])
    with pytest.raises(Exception, match="disconnected"):
        await http.api("sendMessage", chat_id=501, text="x")
    await expect(page.get_by_test_id("call-error")).to_have_text("соединение оборвано")
    summary = page.get_by_test_id("step").locator("summary")
    await expect(summary).to_have_text("Часы: вт, 6 окт., 12:001 вызов · 1 ошибка")  # not when the clock stood before


async def test_a_call_is_copied_as_curl(open_page: Opener, http: Client, sandbox: Sandbox) -> None:
    page = await open_page()
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await open_section(page, "calls")
    await http.post("people/501/say", {"text": "x"})
    await http.upload("sendDocument", {"document": ('план; "а, б".pdf', b"%PDF")}, chat_id=501, caption="Ваш 'план'")
    await page.get_by_test_id("call-line").click()
    await page.get_by_test_id("call-curl").click()
    await expect(page.get_by_test_id("toast")).to_have_text("Команда скопирована")
    assert await page.evaluate("navigator.clipboard.readText()") == (
        f"curl -sS '{sandbox.url}/bot{sandbox.token}/sendDocument' --form-string 'chat_id=501'"
        " --form-string 'caption=Ваш '\\''план'\\''' -F 'document=@\"план; \\\"а, б\\\".pdf\"'"
    )


async def test_beside_a_foreign_bot_nothing_is_made_up(open_page: Opener) -> None:
    page = await open_page(locale="en-GB")
    await open_section(page, "clock")
    await expect(page.get_by_test_id("due-empty")).to_have_text(re.compile("does not know"))
    await open_section(page, "outbox")
    await expect(page.locator("#drawer-outbox")).to_contain_text("runs together with the sandbox")
    await expect(page.get_by_test_id("outbox-mine")).to_be_hidden()


async def test_the_drawer_by_keyboard(open_page: Opener) -> None:
    page = await open_page()
    await page.get_by_test_id("drawer-toggle").press("Enter")
    await expect(page.get_by_test_id("drawer-tab-clock")).to_be_focused()
    await page.keyboard.press("ArrowRight")
    await expect(page.get_by_test_id("drawer-tab-calls")).to_be_focused()
    await expect(page.get_by_role("tabpanel", name="Вызовы")).to_be_visible()
    await page.keyboard.press("End")
    await expect(page.get_by_role("tabpanel", name="Очередь")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.locator("#drawer")).to_be_hidden()
    await expect(page.get_by_test_id("drawer-toggle")).to_be_focused()


async def test_the_place_of_the_keyboard_is_kept(page: Page) -> None:
    await open_section(page, "faults")
    for usual in ("429", "502", "blocked"):
        await page.get_by_test_id(f"fault-{usual}").press("Enter")
        await expect(page.get_by_test_id(f"fault-{usual}")).to_be_focused()
    faults = page.get_by_test_id("fault")
    await expect(faults).to_have_count(3)
    await faults.nth(1).get_by_role("button").press("Enter")
    await expect(faults).to_have_count(2)
    await expect(faults.nth(1).get_by_role("button")).to_be_focused()
    await page.get_by_test_id("fault-clear").press("Enter")
    await expect(page.get_by_test_id("fault-heading")).to_be_focused()
    await open_section(page, "outbox")
    person = page.get_by_test_id("outbox-row").get_by_role("button").nth(20)
    name = await person.inner_text()
    await person.focus()
    await page.evaluate("fetch('/sandbox/clock', {method: 'POST', body: JSON.stringify({to: 'next'})})")
    await expect(page.get_by_test_id("outbox-finished")).to_have_text("Завершено: 8", timeout=TURNED)
    await expect(page.locator(":focus")).to_have_text(name)


async def test_turning_by_keyboard_is_said_and_keeps_the_place(page: Page) -> None:
    for name, moment in (("clock-hour", "вторник, 6 октября, 11:00"), ("clock-next", "среда, 7 октября, 14:30")):
        await page.get_by_test_id(name).press("Enter")
        await expect(page.get_by_test_id("clock-said")).to_have_text(moment, timeout=TURNED)
        await expect(page.get_by_test_id(name)).to_be_focused()
    assert await page.get_by_test_id("clock-said").get_attribute("role") == "status"


async def test_a_call_that_is_being_read_stays_open(open_page: Opener, http: Client) -> None:
    page = await open_page()
    await open_section(page, "calls")
    await http.post("people/501/say", {"text": "один"})
    await http.ok("sendMessage", chat_id=501, text="Семинар")
    await page.get_by_test_id("call-line").press("Enter")
    await expect(page.get_by_test_id("call-whole")).to_be_visible()
    await http.post("people/501/say", {"text": "два"})
    await expect(page.get_by_test_id("step")).to_have_count(2)
    await expect(page.get_by_test_id("call-whole")).to_be_visible()
    await expect(page.get_by_test_id("call-line")).to_be_focused()
    await page.get_by_test_id("call-line").press("Enter")
    await page.get_by_test_id("drawer-tab-calls").focus()
    await http.post("people/501/say", {"text": "три"})
    await expect(page.get_by_test_id("step")).to_have_count(3)
    await expect(page.get_by_test_id("call-line")).to_be_hidden()


async def test_a_wrong_year_is_refused_in_words(page: Page) -> None:
    await open_section(page, "clock")
    assert await page.get_by_test_id("clock-at").get_attribute("max") == "2027-10-07T10:00"
    await page.get_by_test_id("clock-at").evaluate("field => { field.max = ''; field.value = '2062-10-09T12:00'; }")
    await page.get_by_test_id("clock-at-go").click()
    await expect(page.get_by_test_id("toast")).to_have_text("Часы переводятся не больше чем на год за раз")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_section_can_be_read_and_heard(page: Page, scheme: Literal["light", "dark"]) -> None:
    await page.emulate_media(color_scheme=scheme)
    await page.get_by_test_id("start").click()
    await open_section(page, "faults")
    await page.locator(".fault-more summary").click()
    for usual in ("502", "lost"):
        await page.get_by_test_id(f"fault-{usual}").click()
    await expect(page.get_by_test_id("fault")).to_have_count(2)
    await looked_at(page)
    await page.get_by_test_id("clock-next").click()
    await expect(page.get_by_test_id("fault")).to_have_count(0, timeout=TURNED)
    await open_section(page, "calls")
    await page.locator(".call.failed").get_by_test_id("call-line").first.click()
    await expect(page.get_by_test_id("call-whole").first.locator("pre").first).to_be_visible()
    await looked_at(page)
    await open_section(page, "outbox")
    await expect(page.locator(".is-again").first).to_be_visible()
    await looked_at(page)
    await page.get_by_test_id("outbox-finished").click()
    await expect(page.locator(".is-sent").first).to_be_visible()
    await looked_at(page)
    await open_section(page, "clock")
    await expect(page.get_by_test_id("due").first).to_be_visible()
    await looked_at(page)


async def looked_at(page: Page) -> None:
    assert await page.evaluate(FAINT) == []
    assert await nameless(page) == []


@pytest.mark.parametrize("text", ["usual", "large"])
async def test_on_a_small_phone_it_is_a_sheet(page: Page, text: str) -> None:
    await page.set_viewport_size({"width": 360, "height": 740})
    await page.evaluate(f"localStorage.setItem('sandbox-text', '{text}')")
    await page.reload()
    await page.get_by_test_id("drawer-toggle").click()
    for name in ("clock", "calls", "faults", "outbox"):
        await page.get_by_test_id(f"drawer-tab-{name}").click()
        box = await page.locator("#drawer").bounding_box()
        assert box
        assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 360, 740)
        panel = page.locator(f"#drawer-{name}")
        assert await panel.evaluate("node => node.scrollWidth <= node.clientWidth"), name
        assert await page.locator(".drawer-tabs").evaluate("node => node.scrollWidth <= node.clientWidth")
        if name == "clock" and text == "large":
            field = await page.get_by_test_id("clock-at").bounding_box()
            assert field
            assert field["width"] >= 300, "a day and time of twenty signs are read whole"
    assert await page.locator("#chats").evaluate("node => node.inert")
    await page.get_by_test_id("drawer-tab-clock").click()
    await page.get_by_test_id("due").filter(has_text="наставникам").first.get_by_role("button", name="Борис").click()
    await expect(page.locator("#drawer")).to_be_hidden()
    await expect(page.get_by_test_id("chat-name")).to_contain_text("Борис")
    assert not await page.locator("#chats").evaluate("node => node.inert")
