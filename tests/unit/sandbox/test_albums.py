"""Albums, and another file in the place of what stands in a message."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.world import Person
from tests.unit.sandbox import samples
from tests.unit.sandbox.client import Client, Json

FILES = {
    "photo": ("p.png", samples.picture(300, 200)),
    "video": ("v.mp4", samples.mp4()),
    "document": ("d.txt", b"x"),
    "audio": ("a.mp3", samples.mp3()),
    "animation": ("g.gif", samples.gif()),
    "voice": ("v.ogg", samples.ogg()),
    "sticker": ("s.webp", samples.picture(512, 512, "WEBP")),
    "silent": ("s.mp4", samples.mp4(sound=False)),
}


def item(kind: str, **more: Any) -> Json:
    return {"type": kind, "media": f"attach://{kind}", **more}


async def album(http: Client, *items: Json) -> list[Json]:
    return list(await http.sent("sendMediaGroup", FILES, chat_id=501, media=list(items)))


async def refused_album(http: Client, *items: Json) -> str:
    return await http.not_sent("sendMediaGroup", FILES, chat_id=501, media=list(items))


async def test_photos_and_videos_mix(http: Client, anna: Person) -> None:
    live = {"type": "live_photo", "media": "attach://video", "photo": "attach://photo"}
    sent = await album(http, item("photo", caption="Урок", has_spoiler=True), item("video"), live)
    assert len({message["media_group_id"] for message in sent}) == 1
    assert [message.get("caption") for message in sent] == ["Урок", None, None]
    assert [message.get("has_media_spoiler") for message in sent] == [True, None, None]
    assert "live_photo" in sent[2]


async def test_one_alone_is_no_album(http: Client, anna: Person) -> None:
    [sent] = await album(http, item("photo"))
    assert "media_group_id" not in sent


async def test_a_document_in_an_album_stays_one(http: Client, anna: Person) -> None:
    silent = {"type": "document", "media": "attach://silent"}
    sent = await album(http, silent, item("document"))
    assert ["animation" in message for message in sent] == [False, False]


async def test_documents_and_audios_keep_to_themselves(http: Client, anna: Person) -> None:
    mixed = "can't be mixed with other media types"
    assert await refused_album(http, item("photo"), item("document")) == f"document {mixed}"
    assert await refused_album(http, item("audio"), item("document")) == f"audio {mixed}"
    assert len(await album(http, item("audio"), item("audio"))) == 2
    assert len((await http.get("people/501/chat"))["messages"]) == 2


async def test_what_no_album_holds(http: Client, anna: Person) -> None:
    words = "can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup"
    assert await refused_album(http, item("animation"), item("photo")) == words
    assert await refused_album(http, *[item("photo")] * 11) == "too many messages to send as an album"
    assert await refused_album(http, {"type": "photo", "media": "attach://nothing"}) == "media not found"
    captions = (item("photo", caption="x", show_caption_above_media=True), item("photo"))
    assert await refused_album(http, *captions) == (
        "parameter show_caption_above_media must be the same for all messages"
    )
    sent = await http.sent("sendAnimation", {"animation": FILES["animation"]}, chat_id=501)
    by_id = {"type": "video", "media": sent["animation"]["file_id"]}
    assert await refused_album(http, by_id, item("photo")) == "message content type can't be used in an album"


async def edit(http: Client, message: Json, kind: str, **more: Any) -> Json:
    media = item(kind, **more)
    return dict(await http.sent("editMessageMedia", FILES, chat_id=501, message_id=message["message_id"], media=media))


async def test_each_kind_takes_the_place_of_another(http: Client, anna: Person) -> None:
    message = await http.ok("sendMessage", chat_id=501, text="Готовлю")
    before = {"text"}
    for kind in ("photo", "animation", "audio", "document", "video"):
        message = await edit(http, message, kind, caption=f"<b>{kind}</b>", parse_mode="HTML")
        assert (kind in message, message["caption"]) == (True, kind)
        assert not before & message.keys()
        before = {"document", kind} if kind == "animation" else {kind}
        before -= {"document"} if kind == "audio" else set()


async def test_what_is_no_message_with_a_file_keeps_its_content(http: Client, anna: Person) -> None:
    for method, kind in (("sendVoice", "voice"), ("sendSticker", "sticker")):
        sent = await http.sent(method, {kind: FILES[kind]}, chat_id=501)
        refused = await http.not_sent(
            "editMessageMedia", FILES, chat_id=501, message_id=sent["message_id"], media=item("photo")
        )
        assert refused == "message media can't be edited"


@pytest.mark.parametrize(
    ("old", "new", "refusal"),
    [
        ("photo", "video", None),
        ("video", "photo", None),
        ("document", "document", None),
        ("photo", "document", "can't change media type in the album"),
        ("audio", "photo", "can't change media type in the album"),
        ("photo", "animation", "message content type can't be used in an album"),
    ],
)
async def test_an_album_keeps_its_kinds(http: Client, anna: Person, old: str, new: str, refusal: str | None) -> None:
    message, _ = await album(http, item(old), item(old))
    given = {"chat_id": 501, "message_id": message["message_id"], "media": item(new, caption="x")}
    if refusal:
        assert await http.not_sent("editMessageMedia", FILES, **given) == refusal
    else:
        edited = await http.sent("editMessageMedia", FILES, **given)
        assert (new in edited, edited["media_group_id"]) == (True, message["media_group_id"])
