"""Beside plain messages: polls, reactions, pins, drafts, forced replies, edits, rich messages."""

from typing import Any

import pytest
from playwright.async_api import Page, expect

from sandbox import Sandbox
from tests.browser.conftest import Opener
from tests.browser.steps import answer_press, expect_no_sideways_scroll, last_update
from tests.unit.sandbox.client import Client, Json

pytestmark = pytest.mark.browser


async def poll(http: Client, **fields: Any) -> Json:
    options = [{"text": text} for text in ("Математика", "Физика", "История")]
    sent: Json = await http.ok("sendPoll", chat_id=501, question="Что ведёте?", options=options, **fields)
    return sent


async def menu(page: Page, message: Json) -> None:
    await (
        page.get_by_test_id(f"message-{message['message_id']}")
        .locator(".bubble")
        .click(button="right", position={"x": 20, "y": 6})
    )


async def test_a_tap_votes_and_the_vote_can_be_taken_back(open_page: Opener, http: Client) -> None:
    page = await open_page()
    sent = await poll(http, is_anonymous=False)
    await expect(page.get_by_test_id("poll-result")).to_have_count(0)
    await page.get_by_test_id("poll-option").nth(1).click()
    answers = [update["poll_answer"] for update in await http.ok("getUpdates", timeout=5) if "poll_answer" in update]
    assert answers[-1]["option_ids"] == [1]
    await expect(page.get_by_test_id("poll-result").nth(1)).to_contain_text("100%")
    await expect(page.get_by_test_id("poll-result").nth(1)).to_contain_text("ваш ответ")
    await expect(page.get_by_test_id("edited")).to_have_count(0)
    await page.reload()
    await expect(page.get_by_test_id("poll-result").nth(1)).to_contain_text("ваш ответ")
    await menu(page, sent)
    await page.get_by_test_id("vote-back").click()
    await expect(page.get_by_test_id("poll-option")).to_have_count(3)
    await http.ok("stopPoll", chat_id=501, message_id=sent["message_id"])
    await expect(page.get_by_test_id("poll-result")).to_have_count(3)
    await expect(page.get_by_test_id("poll")).to_contain_text("завершён")


async def test_of_many_options_the_choice_is_made_first(open_page: Opener, http: Client) -> None:
    page = await open_page()
    sent = await poll(http, allows_multiple_answers=True)
    vote = page.get_by_test_id("poll-vote")
    await expect(vote).to_be_disabled()
    for index in (0, 2, 2):
        await page.get_by_test_id("poll-option").nth(index).click()
    thumb = [{"type": "emoji", "emoji": "👍"}]
    await http.ok("setMessageReaction", chat_id=501, message_id=sent["message_id"], reaction=thumb)
    await expect(page.get_by_test_id("reaction")).to_be_visible()
    await page.get_by_test_id("poll-option").nth(1).click()
    await vote.click()
    own = page.get_by_test_id("poll-result").filter(has_text="ваш ответ")
    await expect(own).to_have_count(2)
    await expect(page.get_by_test_id("poll-total")).to_contain_text("1 голос")


async def test_a_quiz_tells_what_is_right_only_after_the_answer(open_page: Opener, http: Client) -> None:
    page = await open_page()
    await poll(http, type="quiz", correct_option_ids=[2], explanation="Так в расписании")
    shown = page.get_by_test_id("poll")
    await expect(shown).not_to_contain_text("✓")
    await expect(shown).not_to_contain_text("Так в расписании")
    await page.get_by_test_id("poll-option").first.click()
    await expect(page.get_by_test_id("poll-result").first).to_contain_text("✗")
    await expect(page.get_by_test_id("poll-result").nth(2)).to_contain_text("✓")
    await expect(shown).to_contain_text("Так в расписании")


async def test_hidden_results_are_seen_when_it_is_over(open_page: Opener, http: Client) -> None:
    page = await open_page()
    sent = await poll(http, hide_results_until_closes=True, open_period=600)
    await expect(page.get_by_test_id("poll-total")).to_contain_text("до ")
    await page.get_by_test_id("poll-option").first.click()
    await expect(page.get_by_test_id("poll-total")).to_contain_text("итоги после завершения")
    await expect(page.get_by_test_id("poll")).not_to_contain_text("%")
    await http.ok("stopPoll", chat_id=501, message_id=sent["message_id"])
    await expect(page.get_by_test_id("poll-result").first).to_contain_text("100%")


async def test_an_option_is_added_where_the_poll_lets_one(open_page: Opener, http: Client) -> None:
    page = await open_page()
    await poll(http, is_anonymous=False, allow_adding_options=True)
    await page.get_by_test_id("poll-add").click()
    await page.get_by_test_id("poll-add-text").fill("Химия")
    await page.keyboard.press("Enter")
    await expect(page.get_by_test_id("poll-option")).to_have_count(4)
    await expect(page.get_by_text("Добавлен вариант: Химия")).to_be_visible()


async def test_reactions_of_both_sides_stand_under_the_message(open_page: Opener, http: Client) -> None:
    page = await open_page()
    sent = await http.ok("sendMessage", chat_id=501, text="Спасибо!")
    thumb: list[Json] = [{"type": "emoji", "emoji": "👍"}]
    await http.ok("getUpdates", allowed_updates=["message", "message_reaction"])
    await http.ok("setMessageReaction", chat_id=501, message_id=sent["message_id"], reaction=thumb)
    await expect(page.get_by_test_id("reaction")).to_have_text("👍")
    await expect(page.get_by_test_id("reaction")).to_have_attribute("aria-pressed", "false")
    await page.get_by_test_id("reaction").click()
    assert (await last_update(http))["message_reaction"]["new_reaction"] == thumb
    await expect(page.get_by_test_id("reaction")).to_have_text("👍2")
    await page.reload()
    await expect(page.get_by_test_id("reaction")).to_have_attribute("aria-pressed", "true")
    await menu(page, sent)
    await page.get_by_test_id("react-❤").click()
    assert (await last_update(http))["message_reaction"]["new_reaction"] == [{"type": "emoji", "emoji": "❤"}]
    await expect(page.get_by_test_id("reaction")).to_have_count(2)


async def test_pins_come_and_go_with_the_server(open_page: Opener, http: Client) -> None:
    page = await open_page()
    first = await http.ok("sendMessage", chat_id=501, text="Расписание")
    second = await http.ok("sendMessage", chat_id=501, text="Адрес")
    for sent in (second, first):
        await http.ok("pinChatMessage", chat_id=501, message_id=sent["message_id"])
    await expect(page.get_by_test_id("pinned")).to_contain_text("Адрес")
    await http.ok("unpinChatMessage", chat_id=501, message_id=second["message_id"])
    await expect(page.get_by_test_id("pinned")).to_contain_text("Расписание")
    await menu(page, first)
    await page.get_by_test_id("menu-pin").click()
    await expect(page.get_by_test_id("pinned")).to_be_hidden()


async def test_a_draft_of_the_bot_grows_and_becomes_the_message(open_page: Opener, http: Client) -> None:
    page = await open_page()
    await http.ok("sendMessageDraft", chat_id=501, draft_id=1, text="", can_stop=True)
    draft = page.get_by_test_id("bot-draft")
    await expect(draft).to_contain_text("Думает…")
    await http.ok("sendMessageDraft", chat_id=501, draft_id=1, text="План <b>урока</b>", parse_mode="HTML")
    await expect(draft.locator("b")).to_have_text("урока")
    await page.reload()
    await expect(draft).to_contain_text("План урока")
    await http.ok("sendMessage", chat_id=501, text="План урока: дроби")
    await expect(draft).to_have_count(0)
    await expect(page.get_by_test_id("text")).to_have_text("План урока: дроби")


async def test_what_the_bot_writes_is_stopped(open_page: Opener, http: Client) -> None:
    page = await open_page()
    await http.ok("sendMessageDraft", chat_id=501, draft_id=7, text="Долго пишу", can_stop=True)
    await page.get_by_test_id("stop-draft").click()
    await expect(page.get_by_test_id("bot-draft")).to_have_count(0)
    assert (await last_update(http))["stopped_message_generation"]["draft_id"] == 7


async def test_a_draft_ends_after_half_a_minute_of_the_play(open_page: Opener, http: Client, sandbox: Sandbox) -> None:
    page = await open_page()
    await http.ok("sendMessageDraft", chat_id=501, draft_id=1, text="Пишу")
    await expect(page.get_by_test_id("bot-draft")).to_be_visible()
    await page.get_by_test_id("clock-hour").click()
    await expect(page.get_by_test_id("bot-draft")).to_have_count(0)


async def test_a_forced_reply_opens_by_itself_and_can_be_left(open_page: Opener, http: Client) -> None:
    page = await open_page()
    force = {"force_reply": True, "input_field_placeholder": "Имя и отчество"}
    asked = await http.ok("sendMessage", chat_id=501, text="Как вас зовут?", reply_markup=force)
    field = page.get_by_test_id("composer")
    await expect(page.get_by_test_id("reply-line")).to_contain_text("Как вас зовут?")
    await expect(field).to_have_attribute("placeholder", "Имя и отчество")
    await page.reload()
    await expect(page.get_by_test_id("reply-line")).to_contain_text("Как вас зовут?")
    await page.get_by_test_id("reply-cancel").click()
    await expect(field).to_have_attribute("placeholder", "Сообщение")
    asked = await http.ok("sendMessage", chat_id=501, text="А отчество?", reply_markup=force)
    await expect(page.get_by_test_id("reply-line")).to_contain_text("А отчество?")
    await field.fill("Петровна")
    await page.keyboard.press("Enter")
    assert (await last_update(http))["message"]["reply_to_message"]["message_id"] == asked["message_id"]
    await expect(page.get_by_test_id("reply-line")).to_be_hidden()


async def test_her_own_message_is_changed_and_deleted(open_page: Opener, http: Client) -> None:
    page = await open_page()
    await http.ok("sendMessage", chat_id=501, text="Здравствуйте")
    field = page.get_by_test_id("composer")
    await field.fill("Првиет")
    await field.press("Enter")
    sent = (await last_update(http))["message"]
    await field.press("ArrowUp")
    await page.get_by_test_id("edit-text").fill("Привет\nвсем")
    await page.keyboard.press("Enter")
    assert (await last_update(http))["edited_message"]["text"] == "Привет\nвсем"
    await expect(page.get_by_test_id("edited")).to_be_visible()
    await menu(page, sent)
    await page.get_by_test_id("menu-delete").click()
    await page.get_by_test_id("confirm-yes").click()
    await expect(page.get_by_test_id("text")).to_have_text(["Здравствуйте"])


async def test_a_rich_message_has_buttons_that_turn(open_page: Opener, http: Client) -> None:
    page = await open_page(width=360, height=740)
    blocks = [
        {"type": "heading", "size": 2, "text": "Отчёт"},
        {"type": "buttons", "buttons": [{"text": "Подробнее", "callback_data": "more"}]},
    ]
    sent = await http.ok("sendRichMessage", chat_id=501, rich_message={"blocks": blocks})
    button = page.get_by_role("button", name="Подробнее")
    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    await answer_press(http, text="Сейчас")
    await expect(button).to_have_attribute("aria-busy", "false")
    await expect(page.get_by_test_id("toast")).to_have_text("Сейчас")
    await menu(page, sent)
    await page.get_by_test_id("menu-reply").click()
    await expect(page.get_by_test_id("reply-line")).to_contain_text("Отчёт")
    await expect_no_sideways_scroll(page)
