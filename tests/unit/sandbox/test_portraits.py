"""Photos of people, of groups and of the bot."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from sandbox import Sandbox
from sandbox.world import Person
from tests.unit.sandbox import samples
from tests.unit.sandbox.client import Client

FACE = ("лицо.png", samples.picture(800, 600))


async def new_group(http: Client, **given: object) -> int:
    made = await http.post("chats", {"type": "supergroup", "title": "Наставники", **given})
    return int(made["id"])


async def test_a_person_shows_photos_the_newest_first(http: Client, anna: Person) -> None:
    older = (await http.form("people/501/photo", [FACE]))["photo"]
    newer = (await http.form("people/501/photo", [("x.jpg", samples.picture(200, 200, "JPEG"))]))["photo"]
    assert await http.ok("getUserProfilePhotos", user_id=501) == {"total_count": 2, "photos": [newer, older]}
    assert await http.ok("getUserProfilePhotos", user_id=501, offset=1, limit=1) == {
        "total_count": 2,
        "photos": [older],
    }
    assert [(size["width"], size["height"]) for size in older] == [(160, 160), (320, 320), (640, 640)]
    chat = await http.ok("getChat", chat_id=501)
    assert chat["photo"]["big_file_id"] == newer[-1]["file_id"]
    with Image.open(BytesIO(await http.fetched(chat["photo"]["small_file_id"]))) as small:
        assert small.size == (160, 160)


async def test_a_person_without_photos(http: Client, anna: Person) -> None:
    assert await http.ok("getUserProfilePhotos", user_id=501) == {"total_count": 0, "photos": []}
    assert "photo" not in await http.ok("getChat", chat_id=501)
    assert await http.refused("getUserProfilePhotos", user_id=77) == "Bad Request: user not found"
    await http.form("people/77/photo", [FACE], status=404)


async def test_profile_audios(http: Client, anna: Person) -> None:
    audio = (await http.form("people/501/audio", [("хор.mp3", samples.mp3(title="Тишина"))]))["audio"]
    assert audio["title"] == "Тишина"
    assert await http.ok("getUserProfileAudios", user_id=501) == {"total_count": 1, "audios": [audio]}


async def test_the_bot_changes_its_photo(http: Client, sandbox: Sandbox) -> None:
    async def count() -> int:
        return int((await http.ok("getUserProfilePhotos", user_id=sandbox.world.profile.id))["total_count"])

    assert await http.ok("removeMyProfilePhoto")
    static = {"type": "static", "photo": "attach://x"}
    assert await http.sent("setMyProfilePhoto", {"x": FACE}, photo=static)
    moving = {"type": "animated", "animation": "attach://x"}
    assert await http.sent("setMyProfilePhoto", {"x": ("x.mp4", samples.mp4())}, photo=moving)
    assert await count() == 2
    await http.ok("removeMyProfilePhoto")
    assert await count() == 1
    by_id = await http.refused("setMyProfilePhoto", photo={"type": "static", "photo": "AgAC"})
    assert by_id == "Bad Request: photo must be uploaded as a file"
    assert await http.not_sent("setMyProfilePhoto", {"x": FACE}, photo=moving) == "VIDEO_FILE_INVALID"


async def test_the_photo_of_a_group(http: Client, sandbox: Sandbox) -> None:
    chat_id = await new_group(http)
    assert await http.sent("setChatPhoto", {"photo": FACE}, chat_id=chat_id)
    [update] = await http.ok("getUpdates")
    sizes = update["message"]["new_chat_photo"]
    assert update["message"]["from"]["id"] == sandbox.world.profile.id
    photo = (await http.ok("getChat", chat_id=chat_id))["photo"]
    assert (photo["small_file_id"], photo["big_file_unique_id"]) == (
        sizes[0]["file_id"],
        sizes[-1]["file_unique_id"],
    )
    assert await http.ok("deleteChatPhoto", chat_id=chat_id)
    assert "photo" not in await http.ok("getChat", chat_id=chat_id)
    assert (await http.ok("getUpdates", offset=-1))[0]["message"]["delete_chat_photo"] is True
    assert await http.refused("deleteChatPhoto", chat_id=chat_id) == "Bad Request: CHAT_NOT_MODIFIED"


async def test_the_control_api_gives_a_group_a_photo_without_a_word(http: Client) -> None:
    chat_id = await new_group(http)
    await http.form(f"chats/{chat_id}/photo", [FACE])
    assert "photo" in await http.ok("getChat", chat_id=chat_id)
    assert await http.ok("getUpdates") == []
    await http.form("chats/-5/photo", [FACE], status=404)


async def test_who_may_not_change_a_photo(http: Client, anna: Person) -> None:
    async def refused(chat_id: int, file: tuple[str, bytes] = FACE) -> str:
        return await http.not_sent("setChatPhoto", {"photo": file}, chat_id=chat_id)

    assert await refused(501) == "can't change private chat photo"
    for status in ("restricted", "member"):
        assert await refused(await new_group(http, bot=status)) == "not enough rights to change chat photo"
    own = await new_group(http)
    assert await http.refused("setChatPhoto", chat_id=own, photo="AgAC") == (
        "Bad Request: photo must be uploaded as an InputFile"
    )
    assert await refused(own, ("x.png", b"no picture")) == "IMAGE_PROCESS_FAILED"
    assert await refused(own, ("x.png", samples.picture(159, 400))) == "PHOTO_CROP_SIZE_SMALL"


async def test_a_channel_tells_of_its_photo_as_a_post(http: Client) -> None:
    chat_id = await new_group(http, type="channel")
    await http.sent("setChatPhoto", {"photo": FACE}, chat_id=chat_id)
    assert "new_chat_photo" in (await http.ok("getUpdates"))[0]["channel_post"]
