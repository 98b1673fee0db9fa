"""Stickers and their sets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sandbox import Sandbox, TurnableClock
from sandbox.telegram.text.emoji import is_emoji
from sandbox.world import Person
from sandbox.world.stickers import ICONS, find_set
from tests.unit.sandbox import samples
from tests.unit.sandbox.client import Client, Json

NAME = "letters_by_metod_sandbox_bot"
FILES = {
    "a": ("a.webp", samples.picture(512, 400, "WEBP", "red")),
    "b": ("b.png", samples.picture(400, 512, "PNG", "green")),
    "moving": ("m.tgs", samples.tgs()),
    "film": ("f.webm", samples.webm()),
    "emoji": ("e.webp", samples.picture(100, 100, "WEBP")),
    "small": ("s.png", samples.picture(300, 300)),
    "jpeg": ("j.jpg", samples.picture(512, 512, "JPEG")),
}


def given(name: str, kind: str = "static", emoji: tuple[str, ...] = ("😄",), **more: Any) -> Json:
    return {"sticker": f"attach://{name}", "format": kind, "emoji_list": list(emoji), **more}


async def make(http: Client, *stickers: Json, name: str = NAME, **more: Any) -> bool:
    given_stickers = list(stickers) or [given("a"), given("b", emoji=("🤔",))]
    params = {"user_id": 501, "name": name, "title": "Буквы", "stickers": given_stickers, **more}
    return bool(await http.sent("createNewStickerSet", FILES, **params))


async def stickers(http: Client, name: str = NAME) -> list[Json]:
    return list((await http.ok("getStickerSet", name=name))["stickers"])


async def test_a_sticker_of_each_format(http: Client, anna: Person) -> None:
    async def sent(name: str, **more: Any) -> Json:
        return dict((await http.sent("sendSticker", {"sticker": FILES[name]}, chat_id=501, **more))["sticker"])

    static = await sent("a", emoji="💪")
    assert (static["type"], static["width"], static["height"], static["emoji"]) == ("regular", 512, 400, "💪")
    assert (static["is_animated"], static["is_video"]) == (False, False)
    assert (static["thumbnail"]["width"], static["thumbnail"]["height"]) == (320, 250)
    moving, film = await sent("moving"), await sent("film")
    assert (moving["is_animated"], moving["is_video"], moving["width"]) == (True, False, 512)
    assert (film["is_animated"], film["is_video"]) == (False, True)
    again = await http.ok("sendSticker", chat_id=501, sticker=static["file_id"], emoji="😄")
    assert again["sticker"] == static


async def test_a_set_is_made_and_read(http: Client, anna: Person) -> None:
    assert await make(http, given("a"), given("moving", "animated"), given("film", "video", ("🔥", "⭐")))
    body = await http.ok("getStickerSet", name=NAME.upper())
    assert (body["name"], body["title"], body["sticker_type"]) == (NAME, "Буквы", "regular")
    assert [one["emoji"] for one in body["stickers"]] == ["😄", "😄", "🔥"]
    assert {one["set_name"] for one in body["stickers"]} == {NAME}
    assert await http.fetched(body["stickers"][0]["file_id"]) == FILES["a"][1]
    sent = await http.ok("sendSticker", chat_id=501, sticker=body["stickers"][2]["file_id"])
    assert sent["sticker"] == body["stickers"][2]


async def test_an_uploaded_file_goes_into_a_set(http: Client, anna: Person) -> None:
    upload = {"sticker": FILES["a"]}
    file = await http.sent("uploadStickerFile", upload, user_id=501, sticker_format="static")
    await make(http, {"sticker": file["file_id"], "format": "static", "emoji_list": ["😄"]})
    [sticker] = await stickers(http)
    assert sticker["file_unique_id"] == file["file_unique_id"]


async def test_the_same_sticker_again_changes_nothing(http: Client, anna: Person) -> None:
    await make(http, given("a"))
    for name, count in (("a", 1), ("b", 2), ("b", 2)):
        await http.sent("addStickerToSet", FILES, user_id=501, name=NAME, sticker=given(name))
        assert len(await stickers(http)) == count


async def test_a_set_has_an_end(http: Client, anna: Person, sandbox: Sandbox) -> None:
    await make(http, given("a"))
    kept = find_set(sandbox.world, NAME)
    assert kept
    kept["stickers"] *= 120
    refused = await http.not_sent("addStickerToSet", FILES, user_id=501, name=NAME, sticker=given("b"))
    assert refused == "STICKERS_TOO_MUCH"


async def test_stickers_change_their_places(http: Client, anna: Person) -> None:
    await make(http)
    first, second = (one["file_id"] for one in await stickers(http))
    for position in (1, 99):
        await http.ok("setStickerPositionInSet", sticker=first, position=position)
        assert [one["file_id"] for one in await stickers(http)] == [second, first]
    refused = await http.refused("setStickerPositionInSet", sticker=first, position=-1)
    assert refused == "Bad Request: wrong sticker position specified"


async def test_a_sticker_takes_the_place_of_another(http: Client, anna: Person) -> None:
    await make(http)
    first, second = (one["file_id"] for one in await stickers(http))
    params = {"user_id": 501, "name": NAME, "old_sticker": first, "sticker": given("moving", "animated")}
    await http.sent("replaceStickerInSet", FILES, **params)
    fresh = await stickers(http)
    assert (fresh[0]["is_animated"], fresh[1]["file_id"]) == (True, second)
    assert await http.not_sent("replaceStickerInSet", FILES, **params) == "STICKER_INVALID"


async def test_a_set_goes_with_its_last_sticker(http: Client, anna: Person) -> None:
    await make(http)
    for sticker in await stickers(http):
        await http.ok("deleteStickerFromSet", sticker=sticker["file_id"])
    assert await http.refused("getStickerSet", name=NAME) == "Bad Request: STICKERSET_INVALID"
    assert await http.refused("deleteStickerFromSet", sticker=sticker["file_id"]) == "Bad Request: STICKER_INVALID"


async def test_emoji_keywords_and_title(http: Client, anna: Person) -> None:
    await make(http)
    sticker = (await stickers(http))[0]["file_id"]
    assert await http.ok("setStickerEmojiList", sticker=sticker, emoji_list=["😔", "😟"])
    assert (await stickers(http))[0]["emoji"] == "😔"
    assert await http.ok("setStickerKeywords", sticker=sticker, keywords=["буква"])
    assert await http.ok("setStickerSetTitle", name=NAME, title="  Новые   буквы ")
    assert (await http.ok("getStickerSet", name=NAME))["title"] == "Новые буквы"
    assert await http.ok("deleteStickerSet", name=NAME)
    assert await http.refused("setStickerSetTitle", name=NAME, title="x") == "Bad Request: STICKERSET_INVALID"


async def test_masks(http: Client, anna: Person) -> None:
    eyes = {"point": "eyes", "x_shift": -1.0, "y_shift": 1.0, "scale": 2.0}
    await make(http, given("a", mask_position=eyes), sticker_type="mask")
    [mask] = await stickers(http)
    assert (mask["type"], mask["mask_position"]) == ("mask", eyes)
    await http.ok("setStickerMaskPosition", sticker=mask["file_id"], mask_position={**eyes, "point": "chin"})
    assert (await stickers(http))[0]["mask_position"]["point"] == "chin"
    await http.ok("setStickerMaskPosition", sticker=mask["file_id"])
    assert "mask_position" not in (await stickers(http))[0]
    nose = await http.refused(
        "setStickerMaskPosition", sticker=mask["file_id"], mask_position={**eyes, "point": "nose"}
    )
    assert nose == "Bad Request: can't parse mask position: Wrong point specified in MaskPosition"
    other = "other_by_metod_sandbox_bot"
    await make(http, given("b", mask_position=eyes), name=other)
    [regular] = await stickers(http, other)
    assert "mask_position" not in regular


async def test_custom_emoji(http: Client, anna: Person) -> None:
    await make(http, given("emoji"), sticker_type="custom_emoji", needs_repainting=True)
    [emoji] = await stickers(http)
    assert (emoji["type"], emoji["needs_repainting"]) == ("custom_emoji", True)
    emoji_id = emoji["custom_emoji_id"]
    assert await http.ok("getCustomEmojiStickers", custom_emoji_ids=[emoji_id, "1", emoji_id]) == [emoji]
    wrong = await http.refused("getCustomEmojiStickers", custom_emoji_ids=["smile"])
    assert wrong == "Bad Request: invalid custom emoji identifier specified"
    many = await http.refused("getCustomEmojiStickers", custom_emoji_ids=["1"] * 201)
    assert many == "Bad Request: too many custom emoji identifiers specified"
    assert await http.ok("setCustomEmojiStickerSetThumbnail", name=NAME, custom_emoji_id=emoji_id)
    assert (await http.ok("getStickerSet", name=NAME))["thumbnail"] == emoji["thumbnail"]
    assert await http.ok("setCustomEmojiStickerSetThumbnail", name=NAME, custom_emoji_id="")
    assert "thumbnail" not in await http.ok("getStickerSet", name=NAME)
    replaced = {"user_id": 501, "name": NAME, "old_sticker": emoji["file_id"]}
    other = {"emoji": ("x.png", samples.picture(100, 100, colour="red"))}
    await http.sent("replaceStickerInSet", other, sticker=given("emoji"), **replaced)
    assert await http.ok("getCustomEmojiStickers", custom_emoji_ids=[emoji_id]) == []
    [fresh] = await stickers(http)
    await http.ok("deleteStickerSet", name=NAME)
    assert await http.ok("getCustomEmojiStickers", custom_emoji_ids=[fresh["custom_emoji_id"]]) == []


async def test_the_icons_of_topics(http: Client) -> None:
    icons = await http.ok("getForumTopicIconStickers")
    assert [icon["emoji"] for icon in icons] == list(ICONS)
    assert {icon["set_name"] for icon in icons} == {"Topics"}
    assert icons == await stickers(http, "Topics")
    known = await http.ok("getCustomEmojiStickers", custom_emoji_ids=[icons[3]["custom_emoji_id"]])
    assert known == [icons[3]]
    refused = await http.refused("deleteStickerFromSet", sticker=icons[0]["file_id"])
    assert refused == "Bad Request: STICKER_INVALID"
    assert await http.refused("deleteStickerSet", name="Topics") == "Bad Request: STICKERSET_INVALID"


async def test_the_thumbnail_of_a_set(http: Client, anna: Person) -> None:
    await make(http)
    params = {"name": NAME, "user_id": 501}

    async def refused(data: bytes, kind: str) -> str:
        return await http.not_sent("setStickerSetThumbnail", {"thumbnail": ("x", data)}, format=kind, **params)

    square = samples.picture(100, 100)
    assert await http.sent("setStickerSetThumbnail", {"thumbnail": ("x.png", square)}, format="static", **params)
    thumbnail = (await http.ok("getStickerSet", name=NAME))["thumbnail"]
    assert await http.fetched(thumbnail["file_id"]) == square
    assert await http.sent(
        "setStickerSetThumbnail", {"thumbnail": ("x.tgs", samples.tgs())}, format="animated", **params
    )
    assert await refused(square, "animated") == "STICKER_THUMB_TGS_NOTGS"
    assert await refused(samples.tgs(), "static") == "STICKER_THUMB_PNG_NOPNG"
    assert await refused(samples.picture(99, 100), "static") == "STICKER_PNG_DIMENSIONS"
    assert await refused(square + bytes(128 * 1024), "static") == "file is too big"
    assert await refused(square, "png") == "invalid sticker format specified"
    assert await http.ok("setStickerSetThumbnail", format="static", **params)
    assert "thumbnail" not in await http.ok("getStickerSet", name=NAME)


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"name": "letters"}, "invalid sticker set name is specified"),
        ({"name": "letters_by_another_bot"}, "invalid sticker set name is specified"),
        ({"name": "let__ters_by_metod_sandbox_bot"}, "invalid sticker set name is specified"),
        ({"name": "1letters_by_metod_sandbox_bot"}, "invalid sticker set name is specified"),
        ({"name": f"{'x' * 60}_by_metod_sandbox_bot"}, "invalid sticker set name is specified"),
        ({"user_id": 77}, "user not found"),
        ({"sticker_type": "round"}, "unsupported sticker type specified"),
        ({"stickers": []}, "at least 1 sticker must be specified"),
        ({"stickers": [given("a")] * 51}, "too many stickers specified"),
        ({"stickers": [given("nothing")]}, "there is no sticker file in the request"),
        ({"stickers": [given("a", "png")]}, "can't parse InputSticker: Invalid sticker format specified"),
        ({"stickers": [given("a", emoji=())]}, "can't parse InputSticker: emoji list must be non-empty"),
        ({"stickers": [given("a", emoji=("😄",) * 21)]}, "can't parse InputSticker: too many emoji specified"),
        ({"stickers": [given("a", emoji=("x",))]}, "can't parse InputSticker: expected a Unicode emoji"),
        ({"stickers": [{"format": "static"}]}, "can't parse InputSticker: Can't find field \"sticker\""),
        ({"stickers": [given("small")]}, "STICKER_PNG_DIMENSIONS"),
        ({"stickers": [given("jpeg")]}, "STICKER_PNG_NOPNG"),
        ({"stickers": [given("a", "animated")]}, "STICKER_TGS_NOTGS"),
        ({"stickers": [given("a", "video")]}, "STICKER_VIDEO_NOWEBM"),
        ({"stickers": [given("a")], "sticker_type": "custom_emoji"}, "STICKER_PNG_DIMENSIONS"),
    ],
)
async def test_a_set_that_is_not_made(http: Client, anna: Person, changed: Json, refusal: str) -> None:
    params = {"user_id": 501, "name": NAME, "title": "Буквы", "stickers": [given("a")], **changed}
    assert await http.not_sent("createNewStickerSet", FILES, **params) == refusal
    assert await http.refused("getStickerSet", name=NAME) == "Bad Request: STICKERSET_INVALID"


async def test_a_name_is_given_once(http: Client, anna: Person) -> None:
    await make(http)
    params = {"user_id": 501, "name": NAME.title(), "title": "x", "stickers": [given("a")]}
    assert await http.not_sent("createNewStickerSet", FILES, **params) == "sticker set name is already occupied"


async def test_what_no_upload_of_a_sticker_is(http: Client, anna: Person) -> None:
    async def refused(**params: Any) -> str:
        asked = {"user_id": 501, "sticker_format": "static", "sticker": "attach://a", **params}
        return await http.not_sent("uploadStickerFile", FILES, **asked)

    assert await refused(sticker="CAACAgIA") == "there is no sticker file in the request"
    assert await refused(sticker_format="gif") == "invalid sticker format specified"
    assert await refused(user_id=77) == "user not found"
    assert await refused(sticker="attach://small") == "STICKER_PNG_DIMENSIONS"


async def test_a_sticker_of_no_set_cannot_be_changed(http: Client, anna: Person) -> None:
    sent = await http.sent("sendSticker", {"sticker": FILES["a"]}, chat_id=501)
    sticker = sent["sticker"]["file_id"]
    for method, params in (
        ("setStickerEmojiList", {"emoji_list": ["😄"]}), ("setStickerKeywords", {"keywords": []}),
        ("setStickerPositionInSet", {"position": 0}), ("setStickerMaskPosition", {}),
    ):  # fmt: skip
        assert await http.refused(method, sticker=sticker, **params) == "Bad Request: STICKER_INVALID"


async def test_sets_survive_a_restart(tmp_path: Path, clock: TurnableClock) -> None:
    first = Sandbox(clock=clock, directory=tmp_path)
    before = find_set(first.world, "Topics")
    await first.start()
    await first.stop()
    second = Sandbox(clock=clock, directory=tmp_path)
    assert find_set(second.world, "Topics") == before
    await second.stop()


@pytest.mark.parametrize("emoji", ["😄", "❤️", "👍🏽", "👩‍🏫", "🇷🇺", "1️⃣", "⚡️"])
def test_emoji(emoji: str) -> None:
    assert is_emoji(emoji)


@pytest.mark.parametrize("text", ["", "x", "😄😄", "1", "привет", "🇷", "\u200d"])
def test_no_emoji(text: str) -> None:
    assert not is_emoji(text)
