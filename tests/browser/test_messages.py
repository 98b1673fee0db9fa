"""Messages: pressed and edited in place, albums, files, quotes, hidden words."""

import pytest
from playwright.async_api import expect

from sandbox import Sandbox
from tests.browser.conftest import Opener
from tests.browser.steps import TAPS, album, answer_press, last_update, picture
from tests.unit.sandbox.client import Client

pytestmark = pytest.mark.browser


async def test_a_press_turns_until_answered_and_the_message_changes_in_place(open_page: Opener, http: Client) -> None:
    page = await open_page()
    await http.ok("sendMessage", chat_id=501, text="Семинар", reply_markup=TAPS)
    await http.ok("sendMessage", chat_id=501, text="Ниже")
    await page.get_by_test_id("button").click()
    await expect(page.get_by_test_id("button")).to_have_attribute("aria-busy", "true")
    message = await answer_press(http, text="Готово")
    await expect(page.get_by_test_id("button")).to_have_attribute("aria-busy", "false")
    await expect(page.get_by_test_id("column-501").get_by_test_id("toast")).to_have_text("Готово")
    await http.ok(
        "editMessageText", chat_id=501, message_id=message["message_id"], text="Вы записаны", reply_markup=TAPS
    )
    edited = page.get_by_test_id(f"message-{message['message_id']}")
    await expect(edited).to_contain_text("Вы записаны")
    await expect(edited.get_by_test_id("edited")).to_have_text("изменено")
    await expect(edited.get_by_test_id("button")).to_be_focused()
    await expect(page.get_by_test_id("text")).to_have_text(["Вы записаны", "Ниже"])


async def test_an_album_is_one_bubble_and_its_pictures_are_looked_through(open_page: Opener, http: Client) -> None:
    page = await open_page()
    sent = await album(http, 501, "navy", "teal", "olive", caption="Три доски")
    grid = page.get_by_test_id("album")
    await expect(grid.get_by_test_id("photo")).to_have_count(3)
    await expect(page.locator("article")).to_have_count(1)
    await expect(page.get_by_test_id("text")).to_have_text("Три доски")
    await grid.get_by_test_id("photo").nth(1).click()
    viewer = page.get_by_test_id("enlarged")
    await expect(viewer).to_contain_text("2 из 3")
    await page.keyboard.press("ArrowRight")
    await expect(viewer).to_contain_text("3 из 3")
    await page.keyboard.press("ArrowRight")
    await expect(viewer).to_contain_text("3 из 3")
    await page.keyboard.press("Escape")
    await expect(viewer).to_have_count(0)
    await expect(grid.get_by_test_id("photo").nth(1)).to_be_focused()
    await http.ok("deleteMessage", chat_id=501, message_id=sent[2]["message_id"])
    await expect(grid.get_by_test_id("photo")).to_have_count(2)


async def test_a_sent_file_is_shown_with_name_and_size_and_comes_back(open_page: Opener, http: Client) -> None:
    page = await open_page()
    content = b"plan " * 500
    chosen = {"name": "План.txt", "mimeType": "text/plain", "buffer": content}
    await page.get_by_test_id("file").set_input_files(chosen)  # type: ignore[arg-type]
    await page.get_by_test_id("attach-form").locator("[type=submit]").click()
    assert (await last_update(http))["message"]["document"]["file_name"] == "План.txt"
    shown = page.get_by_test_id("document")
    await expect(shown).to_contain_text("План.txt")
    await expect(shown).to_contain_text("2,4 КБ")
    async with page.expect_download() as coming:
        await shown.click()
    download = await coming.value
    assert download.suggested_filename == "План.txt"
    assert (await download.path()).read_bytes() == content


async def test_a_reply_quotes_and_the_quote_leads_back(open_page: Opener, http: Client) -> None:
    first = await http.ok("sendMessage", chat_id=501, text="Первое")
    for number in range(15):
        await http.ok("sendMessage", chat_id=501, text=f"Ещё {number}\n\n")
    page = await open_page()
    bubble = page.get_by_test_id(f"message-{first['message_id']}")
    await bubble.locator(".bubble").dblclick(position={"x": 4, "y": 4})
    await expect(page.get_by_test_id("reply-line")).to_contain_text("Первое")
    await page.get_by_test_id("composer").fill("Понял")
    await page.keyboard.press("Control+Enter")
    message = (await last_update(http))["message"]
    assert message["reply_to_message"]["message_id"] == first["message_id"]
    await expect(page.get_by_test_id("reply-line")).to_be_hidden()
    await expect(bubble).not_to_be_in_viewport()
    await page.get_by_test_id("quote").click()
    await expect(bubble).to_be_in_viewport()
    await expect(bubble).to_be_focused()


async def test_a_message_has_a_menu_and_ctrl_up_answers_the_newest(open_page: Opener, http: Client) -> None:
    page = await open_page()
    await http.ok("sendMessage", chat_id=501, text="Семинар")
    await page.get_by_test_id("text").click(button="right")
    await page.get_by_test_id("menu-reply").click()
    await expect(page.get_by_test_id("reply-line")).to_contain_text("Семинар")
    await page.keyboard.press("Escape")
    await expect(page.get_by_test_id("reply-line")).to_be_hidden()
    await page.get_by_test_id("composer").press("Control+ArrowUp")
    await expect(page.get_by_test_id("reply-line")).to_contain_text("Семинар")


async def test_hidden_words_and_long_quotations_open_when_asked(open_page: Opener, http: Client) -> None:
    page = await open_page()
    lines = "\n".join(f"Строка {number}" for number in range(9))
    text = f"Ответ <tg-spoiler>сорок два</tg-spoiler><blockquote expandable>{lines}</blockquote>"
    await http.ok("sendMessage", chat_id=501, text=text, parse_mode="HTML")
    spoiler = page.get_by_role("button", name="Скрыто, нажмите, чтобы показать")
    await expect(page.locator(".spoiler-words")).to_be_hidden()
    await spoiler.press("Enter")
    await expect(page.locator(".spoiler-words")).to_be_visible()
    quotation = page.locator("blockquote")
    folded = await quotation.evaluate("node => node.clientHeight")
    await page.get_by_test_id("unfold").click()
    await expect(page.get_by_test_id("unfold")).to_have_attribute("aria-expanded", "true")
    assert await quotation.evaluate("node => node.clientHeight") > folded


async def test_one_who_reads_above_is_told_how_many_came(open_page: Opener, http: Client) -> None:
    for number in range(25):
        await http.ok("sendMessage", chat_id=501, text=f"Сообщение {number}")
    page = await open_page()
    log = page.get_by_test_id("log")
    await log.evaluate("node => { node.scrollTop = 0; }")
    await expect(page.get_by_test_id("down")).to_be_visible()
    for _ in range(2):
        await http.ok("sendMessage", chat_id=501, text="Новое")
    await expect(page.get_by_test_id("down")).to_contain_text("2")
    assert await log.evaluate("node => node.scrollTop") == 0
    await page.get_by_test_id("down").click()
    await expect(page.get_by_test_id("text").last).to_be_in_viewport()


async def test_the_newest_message_stays_in_view_while_the_field_grows(open_page: Opener, http: Client) -> None:
    for number in range(25):
        await http.ok("sendMessage", chat_id=501, text=f"Сообщение {number}")
    page = await open_page()
    at_end = "Math.abs(log.scrollHeight - log.scrollTop - log.clientHeight) <= 1"
    at_end = f"(() => {{ const log = document.querySelector('.log'); return {at_end}; }})()"
    await page.wait_for_function(at_end)
    await page.get_by_test_id("composer").fill("Первая\nвторая\nтретья")
    await page.wait_for_function(at_end)
    await page.get_by_test_id("composer").press_sequentially("!")
    assert await page.evaluate(at_end)
    await http.ok("sendMessage", chat_id=501, text="Новое")
    await expect(page.get_by_test_id("text").last).to_have_text("Новое")
    await page.wait_for_function(at_end)


async def test_unread_messages_are_marked_where_they_begin(open_page: Opener, http: Client, sandbox: Sandbox) -> None:
    for text in ("Старое", "Новое"):
        await http.ok("sendMessage", chat_id=502, text=text)
        if text == "Старое":
            await http.post("people/502/read")
    page = await open_page()
    await expect(page.get_by_test_id("unread-502")).to_have_text("1")
    await page.get_by_test_id("person-502").click()
    await expect(page.get_by_test_id("unread-line")).to_have_text("Непрочитанные сообщения")
    before = await page.get_by_test_id("unread-line").evaluate("node => node.previousElementSibling.innerText")
    assert "Старое" in before
    await expect(page.get_by_test_id("unread-502")).to_have_count(0)
    assert sandbox.world.people[502].unread == 0


async def test_a_veiled_photo_opens_at_the_second_tap(open_page: Opener, http: Client) -> None:
    page = await open_page()
    await http.upload("sendPhoto", {"photo": ("a.png", picture("navy"))}, chat_id=501, has_spoiler=True)
    await page.get_by_test_id("photo").click()
    await expect(page.get_by_test_id("enlarged")).to_have_count(0)
    await page.get_by_test_id("photo").click()
    await expect(page.get_by_test_id("enlarged")).to_be_visible()


async def test_the_pinned_message_leads_to_its_place(open_page: Opener, http: Client, sandbox: Sandbox) -> None:
    first = await http.ok("sendMessage", chat_id=501, text="Главное: сбор в среду")
    for number in range(20):
        await http.ok("sendMessage", chat_id=501, text=f"Ещё {number}")
    chat = sandbox.world.chats[501]
    chat.pinned.append(first["message_id"])
    page = await open_page()
    await expect(page.get_by_test_id("pinned")).to_have_text("ЗакрепленоГлавное: сбор в среду")
    await page.get_by_test_id("pinned").click()
    await expect(page.get_by_test_id(f"message-{first['message_id']}")).to_be_in_viewport()
    sandbox.world.post(chat, {"pinned_message": first}, by=None)
    await expect(page.locator(".service")).to_have_text("Закреплено сообщение: Главное: сбор в среду")
    await http.ok("deleteMessage", chat_id=501, message_id=first["message_id"])
    await expect(page.get_by_test_id("pinned")).to_be_hidden()


async def test_the_menu_key_opens_the_menu_of_a_message(open_page: Opener, http: Client) -> None:
    page = await open_page()
    await http.ok("sendMessage", chat_id=501, text="Семинар")
    await page.get_by_test_id("reply").focus()
    await page.keyboard.press("ContextMenu")
    await expect(page.get_by_test_id("menu-reply")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.get_by_test_id("reply")).to_be_focused()
