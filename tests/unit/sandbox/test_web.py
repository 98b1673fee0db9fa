"""Sending by address: the web of the play holds what was put there, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from sandbox import Sandbox, TurnableClock
from sandbox.world import Person
from sandbox.world.web import Page, fetch, put
from tests.unit.sandbox import samples
from tests.unit.sandbox.client import Client

URL = "https://example.org/files/plan"


async def sent_by_address(http: Client, method: str, field: str, name: str, data: bytes) -> str:
    """The kind that came of it, or the refusal."""
    await http.form("web", [(name, data)], url=URL)
    answer = await http.api(method, **{"chat_id": 501, field: URL})
    return field if answer["ok"] and field in answer["result"] else str(answer["description"])


@pytest.mark.parametrize(
    ("method", "field", "name", "data"),
    [
        ("sendPhoto", "photo", "x.jpg", samples.picture(400, 300, "JPEG")),
        ("sendVideo", "video", "x.mp4", samples.mp4()),
        ("sendAnimation", "animation", "x.gif", samples.gif()),
        ("sendAudio", "audio", "x.mp3", samples.mp3()),
        ("sendVoice", "voice", "x.ogg", samples.ogg()),
        ("sendSticker", "sticker", "x.webp", samples.picture(512, 512, "WEBP")),
        ("sendDocument", "document", "x.pdf", b"%PDF-1.7"),
    ],
)
async def test_kinds(http: Client, anna: Person, method: str, field: str, name: str, data: bytes) -> None:
    assert await sent_by_address(http, method, field, name, data) == field


async def test_what_real_telegram_does_not_take_by_address(http: Client, anna: Person) -> None:
    page = "Bad Request: wrong type of the web page content"
    assert await sent_by_address(http, "sendPhoto", "photo", "x.html", b"<html>") == page
    assert await sent_by_address(http, "sendVideo", "video", "x.webm", samples.webm()) == page
    assert await sent_by_address(http, "sendVideoNote", "video_note", "x.mp4", samples.mp4()) == page
    live = {"live_photo": ("l.mp4", samples.mp4())}
    assert f"Bad Request: {await http.not_sent('sendLivePhoto', live, chat_id=501, photo=URL)}" == page
    document = await sent_by_address(http, "sendDocument", "document", "x.txt", b"x")
    assert document == "Bad Request: wrong file identifier/HTTP URL specified"
    large = samples.picture(40, 40) + bytes(5 * 2**20)
    assert await sent_by_address(http, "sendPhoto", "photo", "x.png", large) == (
        "Bad Request: failed to get HTTP URL content"
    )


async def test_an_address_that_nobody_put_there(http: Client, anna: Person) -> None:
    await http.form("web", [("x.pdf", b"%PDF-1.7")], url=URL)
    assert await http.get("web") == {"addresses": [URL]}
    for url in (f"{URL}/other", "example.org/files", "https://example.com/files/plan"):
        refused = await http.refused("sendDocument", chat_id=501, document=url)
        assert refused == "Bad Request: failed to get HTTP URL content"


async def test_an_album_takes_addresses(http: Client, anna: Person) -> None:
    await http.form("web", [("x.jpg", samples.picture(400, 300, "JPEG"))], url=URL)
    sent = await http.ok("sendMediaGroup", chat_id=501, media=[{"type": "photo", "media": URL}] * 2)
    assert ["photo" in message for message in sent] == [True, True]


async def test_spellings_of_an_address(http: Client, anna: Person) -> None:
    await http.form("web", [("x.pdf", b"%PDF-1.7")], url="http://Example.org/plan.pdf#top")
    for url in ("example.org/plan.pdf", "HTTP://EXAMPLE.ORG/plan.pdf"):
        assert (await http.ok("sendDocument", chat_id=501, document=url))["document"]["file_name"] == "x.pdf"


async def test_no_address_no_page(http: Client) -> None:
    assert await http.form("web", [("x", b"x")], status=400) == {"error": "url: an address is needed"}
    assert await http.form("web", [], status=400, url=URL) == {"error": "one file is needed"}


async def test_the_web_survives_a_restart(tmp_path: Path, clock: TurnableClock) -> None:
    first = Sandbox(clock=clock, directory=tmp_path)
    page = Page("x.pdf", "application/pdf", b"%PDF-1.7")
    put(first.world, URL, page)
    await first.start()
    await first.stop()
    second = Sandbox(clock=clock, directory=tmp_path)
    assert fetch(second.world, URL) == page
    await second.stop()
