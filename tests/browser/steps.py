"""What several browser tests do: small pictures, the bot's side of a press, walking by Tab."""

from io import BytesIO
from typing import Any

from PIL import Image
from playwright.async_api import Page, expect

from tests.unit.sandbox.client import Client, Json

TAPS: Json = {"inline_keyboard": [[{"text": "Записаться", "callback_data": "go"}]]}
MOST_TABS = 40


def picture(colour: str, size: tuple[int, int] = (400, 200)) -> bytes:
    kept = BytesIO()
    Image.new("RGB", size, colour).save(kept, "PNG")
    return kept.getvalue()


async def last_update(http: Client) -> Json:
    """What the bot gets next; everything before is confirmed."""
    updates: list[Json] = await http.ok("getUpdates", timeout=5)
    await http.ok("getUpdates", offset=updates[-1]["update_id"] + 1)
    return updates[-1]


async def answer_press(http: Client, **answer: Any) -> Json:
    """The bot answers the press that comes next; the pressed message."""
    press = (await last_update(http))["callback_query"]
    await http.ok("answerCallbackQuery", callback_query_id=press["id"], **answer)
    message: Json = press["message"]
    return message


async def tab_to(page: Page, testid: str) -> None:
    """Press Tab until this stands in focus, as one without a mouse does."""
    for _ in range(MOST_TABS):
        await page.keyboard.press("Tab")
        if await page.evaluate("document.activeElement?.dataset?.testid") == testid:
            return
    raise AssertionError(f"{testid} is not reached by {MOST_TABS} Tabs")


async def album(http: Client, chat_id: int, *colours: str, caption: str = "") -> list[Json]:
    """An album of the bot; the words stand at the first picture."""
    media = [{"type": "photo", "media": f"attach://{colour}"} for colour in colours]
    media[0]["caption"] = caption
    files = {colour: (f"{colour}.png", picture(colour)) for colour in colours}
    sent: list[Json] = (await http.upload("sendMediaGroup", files, chat_id=chat_id, media=media))["result"]
    return sent


async def expect_no_sideways_scroll(page: Page) -> None:
    width = page.viewport_size["width"] if page.viewport_size else 0
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
    log = page.get_by_test_id("log").filter(visible=True)
    await expect(log).to_be_visible()
    assert await log.evaluate("node => node.scrollWidth <= node.clientWidth")


async def say_everything(http: Client, person: int) -> None:
    """One message of many kinds each, long words and long buttons among them."""
    html = (
        "<b>Семинар</b> <tg-spoiler>тайна</tg-spoiler> <code>код</code> https://example.org/"
        + "long" * 20
        + "<blockquote>Цитата</blockquote><pre>print('здравствуйте, это длинная строка программы')</pre> /menu"
    )
    rows = [
        [
            {
                "text": style.capitalize() or "Обычная",
                "callback_data": f"do {style}",
                **({"style": style} if style else {}),
            }
        ]
        for style in ("", "primary", "success", "danger")
    ]
    rows.append(
        [{"text": text, "url": "https://example.org/"} for text in ("Программа семинара", "Рассписание" * 2, "Ещё")]
    )
    await http.ok("sendMessage", chat_id=person, text=html, parse_mode="HTML", reply_markup={"inline_keyboard": rows})
    await album(http, person, "navy", "teal", "olive", "gray", "brown", caption="Пять досок")
    await http.upload("sendDocument", {"document": (f"{'Программа' * 6}.pdf", b"pdf")}, chat_id=person, caption="Файл")
    await http.ok("sendContact", chat_id=person, phone_number="+79001112233", first_name="Ольга")
    await http.ok("sendLocation", chat_id=person, latitude=55.75, longitude=37.61)
    await http.post(f"people/{person}/say", {"text": "Понятно, " * 30, "reply_to": None})
    keys = {"keyboard": [["Математика", "Физика"], ["Русский язык"]], "resize_keyboard": True}
    edited = await http.ok("sendMessage", chat_id=person, text="Предмет?")
    await http.ok("editMessageText", chat_id=person, message_id=edited["message_id"], text="Какой предмет?")
    await http.ok("sendMessage", chat_id=person, text="Выберите", reply_markup=keys)
