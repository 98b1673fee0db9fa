"""Files that cannot be sent: said in words of the page, and what was typed stays."""

from pathlib import Path

import pytest
from PIL import Image
from playwright.async_api import Page, expect

from sandbox import Sandbox
from tests.browser.conftest import Opener
from tests.browser.steps import picture
from tests.unit.sandbox.client import Client

pytestmark = pytest.mark.browser


async def choose(page: Page, name: str, content: bytes, mime_type: str = "image/png") -> None:
    file = {"name": name, "mimeType": mime_type, "buffer": content}
    await page.get_by_test_id("file").set_input_files(file)  # type: ignore[arg-type]


async def test_an_empty_file_is_told_at_once(open_page: Opener, sandbox: Sandbox) -> None:
    page = await open_page()
    await choose(page, "план.pdf", b"", "application/pdf")
    await expect(page.get_by_test_id("toast")).to_have_text("Файл «план.pdf» пустой, отправить его нельзя.")
    await expect(page.get_by_test_id("attach-form")).to_have_count(0)


async def test_a_file_of_60_mb_is_told_at_once(open_page: Opener, tmp_path: Path) -> None:
    film = tmp_path / "урок.mp4"
    with film.open("wb") as file:
        file.truncate(60 * 1024 * 1024)
    page = await open_page(locale="en-GB")
    await page.get_by_test_id("file").set_input_files(film)
    await expect(page.get_by_test_id("toast")).to_have_text("“урок.mp4” is larger than 50 MB and cannot be sent.")


async def test_a_broken_picture_keeps_the_form_and_goes_as_a_file(open_page: Opener, sandbox: Sandbox) -> None:
    page = await open_page()
    await choose(page, "доска.png", b"no picture")
    form = page.get_by_test_id("attach-form")
    await page.get_by_test_id("caption").fill("Моя доска")
    await form.locator("[type=submit]").click()
    await expect(page.get_by_test_id("problem")).to_contain_text("Это не похоже на картинку")
    await expect(page.get_by_test_id("caption")).to_have_value("Моя доска")
    await form.get_by_label("Файлом").check()
    await form.locator("[type=submit]").click()
    await expect(form).to_have_count(0)
    await expect(page.get_by_test_id("log")).to_contain_text("Моя доска")


@pytest.mark.parametrize(
    ("size", "padding", "words"),
    [((2100, 100), 0, "слишком узкая"), ((40, 40), 10 * 1024 * 1024, "больше 10 МБ")],
)
async def test_pictures_that_are_no_photos(
    open_page: Opener, tmp_path: Path, size: tuple[int, int], padding: int, words: str
) -> None:
    board = tmp_path / "доска.png"
    Image.new("RGB", size, "navy").save(board, "PNG")
    with board.open("ab") as file:
        file.write(bytes(padding))
    page = await open_page()
    await page.get_by_test_id("file").set_input_files(board)
    await page.get_by_test_id("attach-form").locator("[type=submit]").click()
    await expect(page.get_by_test_id("problem")).to_contain_text(words)


async def test_several_pictures_go_as_one_album(open_page: Opener, http: Client) -> None:
    page = await open_page()
    chosen = [
        {"name": f"{colour}.png", "mimeType": "image/png", "buffer": picture(colour)} for colour in ("navy", "teal")
    ]
    await page.get_by_test_id("file").set_input_files(chosen)  # type: ignore[arg-type]
    await expect(page.get_by_test_id("attach-form")).to_contain_text("Отправить 2 файла")
    await expect(page.get_by_test_id("caption")).to_be_focused()
    await page.get_by_test_id("caption").fill("Две доски")
    await page.keyboard.press("Enter")
    await expect(page.get_by_test_id("album").get_by_test_id("photo")).to_have_count(2)
    messages = [update["message"] for update in await http.ok("getUpdates")]
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["Две доски", None]


async def test_twelve_files_of_different_kinds_go_in_two_turns(open_page: Opener, http: Client) -> None:
    page = await open_page()
    chosen = [{"name": f"{number}.txt", "mimeType": "text/plain", "buffer": b"plan"} for number in range(11)]
    chosen.append({"name": "board.png", "mimeType": "image/png", "buffer": picture("navy")})
    await page.get_by_test_id("file").set_input_files(chosen)  # type: ignore[arg-type]
    await page.get_by_test_id("attach-form").locator("[type=submit]").click()
    await expect(page.get_by_test_id("document")).to_have_count(12)
    groups = [update["message"]["media_group_id"] for update in await http.ok("getUpdates")]
    assert [groups.count(group) for group in dict.fromkeys(groups)] == [10, 2]


async def test_dragged_files_are_offered_and_dragged_words_are_left_alone(open_page: Opener) -> None:
    page = await open_page(beside=502)
    files = await page.evaluate_handle(
        "() => { const all = new DataTransfer(); all.items.add(new File(['a'], 'План.txt')); return all; }"
    )
    there = page.get_by_test_id("column-502")
    await there.get_by_test_id("log").dispatch_event("dragover", {"dataTransfer": files})
    await expect(page.locator(".drop-here")).to_have_attribute("data-person", "502")
    await there.get_by_test_id("log").dispatch_event("drop", {"dataTransfer": files})
    await expect(page.get_by_test_id("attach-form")).to_contain_text("План.txt")
    await expect(page.locator(".drop-here")).to_have_count(0)
    words = """() => {
        const dragged = new DataTransfer();
        dragged.setData("text/plain", "слово");
        const drop = new DragEvent("drop", {dataTransfer: dragged, bubbles: true, cancelable: true});
        return document.querySelector("textarea").dispatchEvent(drop);
    }"""
    assert await page.evaluate(words), "the browser puts them into the field itself"
