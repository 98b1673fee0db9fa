"""Files in and out: uploads, sizes of photos, ids, downloads, albums."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from aiogram import Bot
from aiogram.types import BufferedInputFile, InputMediaDocument, InputMediaPhoto
from PIL import Image

from sandbox import Sandbox, TurnableClock
from sandbox.world import Person
from tests.unit.sandbox.client import Client


def png(width: int = 1000, height: int = 500, colour: str = "navy") -> bytes:
    kept = BytesIO()
    Image.new("RGB", (width, height), colour).save(kept, "PNG")
    return kept.getvalue()


async def test_a_photo_has_sizes_and_comes_back(bot: Bot, anna: Person) -> None:
    chart = png()
    sent = await bot.send_photo(
        501, BufferedInputFile(chart, "chart.png"), caption="<i>Ваш результат</i>", parse_mode="HTML"
    )
    assert sent.photo
    assert [(size.width, size.height) for size in sent.photo] == [(90, 45), (320, 160), (800, 400), (1000, 500)]
    assert sent.caption == "Ваш результат"
    largest = await bot.get_file(sent.photo[-1].file_id)
    assert largest.file_path
    kept = BytesIO()
    await bot.download_file(largest.file_path, kept)
    with Image.open(BytesIO(kept.getvalue())) as kept_photo:
        assert (kept_photo.format, kept_photo.size) == ("JPEG", (1000, 500))
    assert largest.file_size == len(kept.getvalue()) == sent.photo[-1].file_size
    smallest = BytesIO()
    await bot.download(sent.photo[0], smallest)
    assert Image.open(smallest).size == (90, 45)


async def test_a_tiny_picture_has_two_sizes(bot: Bot, anna: Person) -> None:
    sent = await bot.send_photo(501, BufferedInputFile(png(20, 10), "dot.png"))
    assert len(sent.photo or []) == 2


async def test_a_document_keeps_name_and_type(bot: Bot, anna: Person, http: Client) -> None:
    sent = await bot.send_document(501, BufferedInputFile("день".encode(), "Мероприятие 18 октября.ics"))
    assert sent.document
    assert (sent.document.file_name, sent.document.mime_type) == ("Мероприятие 18 октября.ics", "text/calendar")
    async with http.session.get(f"/sandbox/files/{sent.document.file_id}") as response:
        assert await response.read() == "день".encode()
        assert response.content_type == "text/calendar"
    again = await bot.send_document(501, sent.document.file_id)
    assert again.document == sent.document


async def test_an_id_of_another_kind_is_refused(bot: Bot, anna: Person, http: Client) -> None:
    sent = await bot.send_document(501, BufferedInputFile(b"x", "x.txt"))
    assert sent.document
    refused = await http.refused("sendPhoto", chat_id=501, photo=sent.document.file_id)
    assert refused == "Bad Request: can't use file of type Document as Photo"


async def test_bad_uploads(http: Client, anna: Person) -> None:
    async def refused(method: str, data: bytes, kind: str) -> str:
        answer = await http.upload(method, {kind: ("x.png", data)}, chat_id=501)
        return str(answer.get("description"))

    assert await refused("sendPhoto", b"no picture", "photo") == "Bad Request: IMAGE_PROCESS_FAILED"
    assert await refused("sendPhoto", b"", "photo") == "Bad Request: file must be non-empty"
    assert await refused("sendPhoto", png(2100, 100), "photo") == "Bad Request: PHOTO_INVALID_DIMENSIONS"
    assert await refused("sendPhoto", png(5001, 5000), "photo") == "Bad Request: PHOTO_INVALID_DIMENSIONS"
    big = png() + bytes(10 * 1024 * 1024)
    assert await refused("sendPhoto", big, "photo") == (
        f"Bad Request: file of size {len(big)} bytes is too big for a photo; the maximum size is 10485760 bytes"
    )
    huge = bytes(50 * 1024 * 1024 + 1)
    assert await refused("sendDocument", huge, "document") == "Request Entity Too Large"


async def test_a_large_file_can_be_sent_but_not_fetched(http: Client, anna: Person) -> None:
    answer = await http.upload("sendDocument", {"document": ("film.bin", bytes(21 * 1024 * 1024))}, chat_id=501)
    file_id = answer["result"]["document"]["file_id"]
    assert await http.refused("getFile", file_id=file_id) == "Bad Request: file is too big"


async def test_an_album(bot: Bot, anna: Person) -> None:
    sent = await bot.send_media_group(501, [
        InputMediaPhoto(media=BufferedInputFile(png(colour="red"), "a.png"), caption="Практикум"),
        InputMediaPhoto(media=BufferedInputFile(png(colour="blue"), "b.png")),
    ])  # fmt: skip
    assert len({message.media_group_id for message in sent}) == 1
    assert [message.caption for message in sent] == ["Практикум", None]


async def test_edit_media(bot: Bot, anna: Person, http: Client) -> None:
    text = await bot.send_message(501, "Готовлю график")
    photo = InputMediaPhoto(media=BufferedInputFile(png(), "chart.png"), caption="График")
    edited = await bot.edit_message_media(photo, chat_id=501, message_id=text.message_id)
    assert not isinstance(edited, bool)
    assert (edited.text, edited.caption, len(edited.photo or [])) == (None, "График", 4)
    document = InputMediaDocument(media=BufferedInputFile(b"x", "x.txt"))
    edited = await bot.edit_message_media(document, chat_id=501, message_id=text.message_id)
    assert not isinstance(edited, bool)
    assert (edited.photo, edited.caption) == (None, None)
    same = {"type": "document", "media": edited.document.file_id if edited.document else ""}
    refused = await http.refused("editMessageMedia", chat_id=501, message_id=text.message_id, media=same)
    assert refused.startswith("Bad Request: message is not modified")
    recaptioned = await bot.edit_message_caption(chat_id=501, message_id=text.message_id, caption="Отчёт")
    assert not isinstance(recaptioned, bool)
    assert recaptioned.caption == "Отчёт"


async def test_a_person_sends_files(http: Client, anna: Person, bot: Bot) -> None:
    import aiohttp

    form = aiohttp.FormData()
    form.add_field("file", png(), filename="доска.png", content_type="image/png")
    form.add_field("kind", "photo")
    form.add_field("caption", "Моя доска")
    async with http.session.post("/sandbox/people/501/file", data=form) as response:
        assert response.status == 200
    update = (await bot.get_updates())[0]
    assert update.message
    assert update.message.photo
    assert update.message.caption == "Моя доска"
    assert await bot.download(update.message.photo[-1])


async def test_a_person_sends_no_file_larger_than_a_bot_may(http: Client, anna: Person) -> None:
    import aiohttp

    for size in (50 * 1024 * 1024 + 1, 60 * 1024 * 1024):
        form = aiohttp.FormData()
        form.add_field("file", BytesIO(bytes(size)), filename="film.bin")
        async with http.session.post("/sandbox/people/501/file", data=form) as response:
            assert (response.status, await response.json()) == (413, {"error": "Request Entity Too Large"})


async def test_other_kinds_of_messages_parse(bot: Bot, anna: Person) -> None:
    await bot.send_voice(501, BufferedInputFile(b"ogg", "voice.ogg"), duration=3)
    await bot.send_video(501, BufferedInputFile(b"mp4", "lesson.mp4"), caption="Урок")
    await bot.send_sticker(501, BufferedInputFile(b"webp", "hi.webp"))
    await bot.send_location(501, 55.75, 37.62)
    contact = await bot.send_contact(501, "+79000000000", "Марина")
    assert (await bot.copy_message(501, 501, contact.message_id)).message_id > contact.message_id
    forwarded = await bot.forward_message(501, 501, contact.message_id)
    assert forwarded.forward_origin
    chat = await bot.get_chat(501)
    assert (chat.first_name, chat.type) == ("Анна Петровна", "private")


async def test_a_photo_sent_again_keeps_its_ids(bot: Bot, anna: Person) -> None:
    first = await bot.send_photo(501, BufferedInputFile(png(), "a.png"))
    assert first.photo
    again = await bot.send_photo(501, first.photo[-1].file_id)
    assert again.photo == first.photo


async def test_copy_with_another_caption(bot: Bot, anna: Person, sandbox: Sandbox) -> None:
    sent = await bot.send_photo(501, BufferedInputFile(png(), "a.png"), caption="Старая")
    copy = await bot.copy_message(501, 501, sent.message_id, caption="Новая")
    assert sandbox.world.chats[501].messages[copy.message_id].body["caption"] == "Новая"


async def test_files_survive_a_restart(tmp_path: Path, clock: TurnableClock) -> None:
    first = Sandbox(clock=clock, directory=tmp_path)
    first.world.add_person("Анна", id=501, started=True)
    file = first.world.files.keep("document", b"bytes", name="x.txt", mime_type="text/plain")
    await first.start()
    await first.stop()
    second = Sandbox(clock=clock, directory=tmp_path)
    kept = second.world.files.by_id[file.file_id]
    assert (kept, second.world.files.read(kept)) == (file, b"bytes")
    assert second.world.files.keep("document", b"", name="", mime_type="").number == file.number + 1
    await second.stop()
