"""Every kind of file: what the bot is told of it, and what stays with its id."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from sandbox.world import Person
from tests.unit.sandbox import samples
from tests.unit.sandbox.client import Client, Json

COPY = samples.picture(50, 50, "JPEG")


def without_ids(body: Json) -> Json:
    """What is left of a file when its ids, size and thumbnail are taken away."""
    return {key: value for key, value in body.items() if not key.startswith("file_") or key == "file_name"}


def shape(photo_size: Json) -> tuple[int, int]:
    return photo_size["width"], photo_size["height"]


async def test_a_video_says_what_its_file_says(http: Client, anna: Person) -> None:
    sent = await http.sent("sendVideo", {"video": ("урок.mp4", samples.mp4(640, 360, seconds=7))}, chat_id=501)
    video = sent["video"]
    thumbnail = video.pop("thumbnail")
    assert without_ids(video) == {
        "width": 640, "height": 360, "duration": 7, "mime_type": "video/mp4", "file_name": "урок.mp4",
    }  # fmt: skip
    assert shape(thumbnail) == (320, 180)
    with Image.open(BytesIO(await http.fetched(thumbnail["file_id"]))) as still:
        assert still.size == (320, 180)
    assert await http.fetched(video["file_id"]) == samples.mp4(640, 360, seconds=7)


async def test_what_the_request_says_goes_first(http: Client, anna: Person) -> None:
    film = {"video": ("x.mp4", samples.mp4(640, 360, seconds=7))}
    sent = await http.sent("sendVideo", film, chat_id=501, width=100, height=50, duration=9)
    assert (sent["video"]["width"], sent["video"]["height"], sent["video"]["duration"]) == (100, 50, 9)
    absurd = await http.sent("sendVideo", film, chat_id=501, width=-5, height=10**9, duration=-1)
    assert (absurd["video"]["width"], absurd["video"]["height"], absurd["video"]["duration"]) == (640, 360, 7)


async def test_cover_and_beginning_belong_to_the_message(http: Client, anna: Person) -> None:
    files = {"video": ("x.mp4", samples.mp4()), "cover": ("c.png", samples.picture(600, 400))}
    sent = await http.sent("sendVideo", files, chat_id=501, start_timestamp=3)
    assert sent["video"]["start_timestamp"] == 3
    assert shape(sent["video"]["cover"][-1]) == (600, 400)
    again = await http.ok("sendVideo", chat_id=501, video=sent["video"]["file_id"])
    assert again["video"] == {k: v for k, v in sent["video"].items() if k not in ("cover", "start_timestamp")}


async def test_an_audio_reads_its_tag(http: Client, anna: Person) -> None:
    tune = samples.mp3(seconds=5, title="Урок тишины", performer="Хор")
    sent = await http.sent(
        "sendAudio", {"audio": ("хор.mp3", tune), "thumbnail": ("c.jpg", COPY)}, chat_id=501, title="Тишина"
    )
    assert shape(sent["audio"].pop("thumbnail")) == (50, 50)
    assert without_ids(sent["audio"]) == {
        "duration": 5, "mime_type": "audio/mpeg", "performer": "Хор", "title": "Тишина", "file_name": "хор.mp3",
    }  # fmt: skip


async def test_a_voice_message(http: Client, anna: Person) -> None:
    sent = await http.sent("sendVoice", {"voice": ("v.ogg", samples.ogg(seconds=4))}, chat_id=501, caption="Ответ")
    assert without_ids(sent["voice"]) == {"duration": 4, "mime_type": "audio/ogg"}
    assert sent["caption"] == "Ответ"
    assert (await http.ok("getFile", file_id=sent["voice"]["file_id"]))["file_path"].endswith(".oga")


async def test_a_video_note(http: Client, anna: Person) -> None:
    film = {"video_note": ("n.mp4", samples.mp4(240, 240, seconds=3))}
    sent = await http.sent("sendVideoNote", film, chat_id=501)
    assert (sent["video_note"]["length"], sent["video_note"]["duration"]) == (240, 3)
    assert "caption" not in sent
    assert await http.not_sent("sendVideoNote", film, chat_id=501, length=641) == "wrong video note length"
    refused = await http.refused("editMessageCaption", chat_id=501, message_id=sent["message_id"], caption="x")
    assert refused == "Bad Request: there is no caption in the message to edit"


async def test_a_gif_becomes_a_film_and_stands_as_a_document_too(http: Client, anna: Person) -> None:
    for method, field in (("sendAnimation", "animation"), ("sendDocument", "document")):
        sent = await http.sent(method, {field: ("game.gif", samples.gif(320, 180))}, chat_id=501, has_spoiler=True)
        animation = sent["animation"]
        assert (animation["width"], animation["height"], animation["duration"]) == (320, 180, 2)
        assert (animation["file_name"], animation["mime_type"]) == ("game.gif.mp4", "video/mp4")
        assert shape(animation["thumbnail"]) == (320, 180)
        assert sent["document"]["file_id"] == animation["file_id"]
        assert "width" not in sent["document"]
        assert sent.get("has_media_spoiler", False) == (method == "sendAnimation")


async def test_only_a_silent_film_sent_as_a_document_becomes_an_animation(http: Client, anna: Person) -> None:
    async def kinds(data: bytes, name: str = "x.mp4", **params: Any) -> set[str]:
        sent = await http.sent("sendDocument", {"document": (name, data)}, chat_id=501, **params)
        return {"animation", "document", "video"} & set(sent)

    assert await kinds(samples.mp4(sound=False)) == {"animation", "document"}
    assert await kinds(samples.mp4(sound=False), disable_content_type_detection=True) == {"document"}
    assert await kinds(samples.mp4(sound=True)) == {"document"}
    assert await kinds(samples.picture(30, 30, "GIF"), "x.gif") == {"document"}


async def test_a_picture_sent_as_a_document_has_a_thumbnail(http: Client, anna: Person) -> None:
    files = {"document": ("план.png", samples.picture(1000, 500)), "thumbnail": ("c.jpg", COPY)}
    sent = await http.sent("sendDocument", files, chat_id=501)
    assert shape(sent["document"]["thumbnail"]) == (320, 160)
    plain = await http.sent("sendDocument", {**files, "document": ("план.txt", b"x")}, chat_id=501)
    assert shape(plain["document"]["thumbnail"]) == (50, 50)


@pytest.mark.parametrize("thumbnail", [samples.picture(321, 20), b"no picture"])
async def test_a_wrong_thumbnail_is_left_out(http: Client, anna: Person, thumbnail: bytes) -> None:
    files = {"document": ("план.txt", b"x"), "thumbnail": ("c.jpg", thumbnail)}
    assert "thumbnail" not in (await http.sent("sendDocument", files, chat_id=501))["document"]
    assert any("thumbnail" in lint for lint in (await http.get("calls"))[-1]["lint"])


async def test_a_live_photo(http: Client, anna: Person) -> None:
    files = {"live_photo": ("l.mp4", samples.mp4(360, 640, seconds=5)), "photo": ("p.png", samples.picture(360, 640))}
    sent = await http.sent("sendLivePhoto", files, chat_id=501, caption="Класс")
    live = sent["live_photo"]
    assert (live["width"], live["height"], live["duration"], live["mime_type"]) == (360, 640, 5, "video/mp4")
    assert live["photo"] == sent["photo"]
    again = await http.ok("sendLivePhoto", chat_id=501, live_photo=live["file_id"], photo=sent["photo"][-1]["file_id"])
    assert again["live_photo"] == live
    lonely = {"live_photo": files["live_photo"]}
    assert await http.not_sent("sendLivePhoto", lonely, chat_id=501) == "there is no photo in the request"


async def test_a_photo_becomes_a_jpeg_of_at_most_1280(http: Client, anna: Person) -> None:
    big = await http.sent("sendPhoto", {"photo": ("x.png", samples.picture(1920, 1080))}, chat_id=501)
    assert [shape(size) for size in big["photo"]] == [(90, 51), (320, 180), (800, 450), (1280, 720)]
    for size in big["photo"]:
        data = await http.fetched(size["file_id"])
        assert len(data) == size["file_size"]
        with Image.open(BytesIO(data)) as photo:
            assert (photo.format, photo.size) == ("JPEG", shape(size))
    small = samples.picture(300, 200, "JPEG")
    sent = await http.sent("sendPhoto", {"photo": ("x.jpg", small)}, chat_id=501)
    assert await http.fetched(sent["photo"][-1]["file_id"]) == small


async def test_a_smaller_size_sends_the_whole_photo(http: Client, anna: Person) -> None:
    sent = await http.sent("sendPhoto", {"photo": ("x.png", samples.picture(1000, 500))}, chat_id=501)
    again = await http.ok("sendPhoto", chat_id=501, photo=sent["photo"][0]["file_id"])
    assert again["photo"] == sent["photo"]


async def test_equal_bytes_have_one_unique_id(http: Client, anna: Person) -> None:
    async def document(name: str, data: bytes) -> Json:
        sent = await http.sent("sendDocument", {"document": (name, data)}, chat_id=501)
        return dict(sent["document"])

    one, same, other = await document("a.txt", b"x"), await document("b.txt", b"x"), await document("a.txt", b"y")
    assert one["file_unique_id"] == same["file_unique_id"] != other["file_unique_id"]
    assert one["file_id"] != same["file_id"]


async def test_an_id_sends_what_the_file_is(http: Client, anna: Person) -> None:
    sent = await http.sent("sendVideo", {"video": ("x.mp4", samples.mp4())}, chat_id=501)
    as_document = await http.ok("sendDocument", chat_id=501, document=sent["video"]["file_id"])
    assert "document" not in as_document
    assert as_document["video"] == sent["video"]
    refused = await http.refused("sendPhoto", chat_id=501, photo=sent["video"]["file_id"])
    assert refused == "Bad Request: can't use file of type Video as Photo"
    thumbnail = sent["video"]["thumbnail"]["file_id"]
    refused = await http.refused("sendPhoto", chat_id=501, photo=thumbnail)
    assert refused == "Bad Request: can't use file of type Thumbnail as Photo"


async def test_an_id_of_another_play_is_refused(http: Client, anna: Person) -> None:
    sent = await http.sent("sendDocument", {"document": ("x", b"x")}, chat_id=501)
    file_id = str(sent["document"]["file_id"])
    stranger = file_id[:-6] + ("AAAAAA" if not file_id.endswith("AAAAAA") else "BBBBBA")
    refused = await http.refused("sendDocument", chat_id=501, document=stranger[: len(stranger) // 4 * 4])
    assert refused == "Bad Request: wrong file identifier/HTTP URL specified"


@pytest.mark.parametrize(
    ("method", "words"),
    [
        ("sendAudio", "audio"), ("sendAnimation", "animation"), ("sendVideoNote", "video note"),
        ("sendLivePhoto", "live photo"), ("sendVoice", "voice"), ("sendSticker", "sticker"),
    ],
)  # fmt: skip
async def test_a_request_without_its_file(http: Client, anna: Person, method: str, words: str) -> None:
    field = words.replace(" ", "_")
    refused = f"Bad Request: there is no {words} in the request"
    assert await http.refused(method, chat_id=501, photo="x") == refused
    assert await http.refused(method, chat_id=501, photo="x", **{field: "attach://nothing"}) == refused


async def test_an_empty_file_and_a_broken_picture(http: Client, anna: Person) -> None:
    for method, field in (("sendAudio", "audio"), ("sendSticker", "sticker"), ("sendAnimation", "animation")):
        assert await http.not_sent(method, {field: ("x", b"")}, chat_id=501) == "file must be non-empty"
    broken = samples.picture(600, 600)[:200]
    assert await http.not_sent("sendPhoto", {"photo": ("x.png", broken)}, chat_id=501) == "IMAGE_PROCESS_FAILED"
    sent = await http.sent("sendDocument", {"document": ("x.png", broken)}, chat_id=501)
    assert "thumbnail" not in sent["document"]


async def test_a_file_of_every_kind_is_copied_and_forwarded(http: Client, anna: Person) -> None:
    kinds = {
        "animation": samples.gif(), "audio": samples.mp3(), "video_note": samples.mp4(240, 240),
        "sticker": samples.picture(512, 512, "WEBP"), "voice": samples.ogg(),
    }  # fmt: skip
    for kind, data in kinds.items():
        method = "send" + "".join(part.title() for part in kind.split("_"))
        sent = await http.sent(method, {kind: (f"x.{kind}", data)}, chat_id=501)
        copy = await http.ok("copyMessage", chat_id=501, from_chat_id=501, message_id=sent["message_id"])
        shown = (await http.get("people/501/chat"))["messages"][-1]
        assert (shown["message_id"], shown[kind]) == (copy["message_id"], sent[kind])
        forwarded = await http.ok("forwardMessage", chat_id=501, from_chat_id=501, message_id=sent["message_id"])
        assert forwarded[kind] == sent[kind]
