"""What a person sends: files of every kind, albums, into the private chat and into a group."""

from __future__ import annotations

import pytest

from sandbox.world import Person
from tests.unit.sandbox import samples
from tests.unit.sandbox.client import Client

PHOTO = ("доска.jpg", samples.picture(400, 300, "JPEG"))


@pytest.mark.parametrize(
    ("kind", "file"),
    [
        ("photo", PHOTO),
        ("document", ("план.txt", b"x")),
        ("sticker", ("s.webp", samples.picture(512, 512, "WEBP"))),
        ("voice", ("v.ogg", samples.ogg())),
        ("video", ("v.mp4", samples.mp4())),
        ("animation", ("g.gif", samples.gif())),
        ("audio", ("a.mp3", samples.mp3())),
        ("video_note", ("n.mp4", samples.mp4(240, 240))),
    ],
)
async def test_kinds(http: Client, anna: Person, kind: str, file: tuple[str, bytes]) -> None:
    done = await http.form("people/501/file", [file], kind=kind)
    [update] = await http.ok("getUpdates")
    assert (update["update_id"], kind in update["message"]) == (done["update_id"], True)


async def test_an_album_is_an_update_for_each_message(http: Client, anna: Person) -> None:
    done = await http.form("people/501/file", [PHOTO, PHOTO, ("v.mp4", samples.mp4())],
                           kind=["photo", "photo", "video"], caption="Мой кабинет")  # fmt: skip
    messages = [update["message"] for update in await http.ok("getUpdates")]
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["Мой кабинет", None, None]
    assert [next(kind for kind in ("photo", "video") if kind in one) for one in messages] == ["photo", "photo", "video"]
    assert done["message"]["message_id"] == messages[-1]["message_id"]


async def test_one_kind_serves_for_all(http: Client, anna: Person) -> None:
    await http.form("people/501/file", [("a.txt", b"a"), ("b.txt", b"b")])
    updates = await http.ok("getUpdates")
    assert [update["message"]["document"]["file_name"] for update in updates] == ["a.txt", "b.txt"]


async def test_a_person_sends_into_a_group(http: Client, anna: Person) -> None:
    made = await http.post("chats", {
        "type": "supergroup", "title": "Наставники", "members": [{"user_id": 501, "status": "member"}],
    })  # fmt: skip
    await http.form("people/501/file", [PHOTO], kind="photo", chat_id=made["id"])
    [update] = await http.ok("getUpdates")
    assert update["message"]["chat"]["id"] == made["id"]
    await http.form("people/501/file", [PHOTO], status=400, kind="photo", chat_id="наставники")


async def test_what_a_client_would_not_send(http: Client, anna: Person) -> None:
    async def refused(files: list[tuple[str, bytes]], **fields: object) -> str:
        return str((await http.form("people/501/file", files, status=400, **fields))["error"])

    mixed = "Bad Request: document can't be mixed with other media types"
    assert await refused([PHOTO, ("a.txt", b"a")], kind=["photo", "document"]) == mixed
    assert await refused([PHOTO] * 11, kind="photo") == "an album is at most 10 files"
    assert await refused([PHOTO] * 3, kind=["photo", "photo"]) == "kind: one for all files, or one for each"
    sticker = ("s.webp", samples.picture(512, 512, "WEBP"))
    assert await refused([sticker], kind="sticker", caption="x") == "a sticker has no caption"
    assert (await refused([PHOTO], kind="poll")).startswith("a file and its kind are needed: animation, audio")
    assert (await refused([], kind="photo")).startswith("a file and its kind are needed")
    assert await http.ok("getUpdates") == []


async def test_a_page_shows_what_cannot_run(http: Client, anna: Person) -> None:
    async def disposition(kind: str, name: str, data: bytes) -> str:
        done = await http.form("people/501/file", [(name, data)], kind=kind)
        file_id = done["message"][kind]["file_id"]
        async with http.session.get(f"/sandbox/files/{file_id}") as response:
            return f"{response.headers['Content-Disposition'].partition(';')[0]} {response.content_type}"

    assert await disposition("animation", "g.gif", samples.gif()) == "inline image/gif"
    assert await disposition("video", "v.mp4", samples.mp4()) == "inline video/mp4"
    assert await disposition("voice", "v.ogg", samples.ogg()) == "inline audio/ogg"
    assert await disposition("document", "x.png", samples.picture(9, 9)) == "attachment image/png"
    assert await disposition("sticker", "x.svg", b"<svg/>") == "attachment image/svg+xml"
