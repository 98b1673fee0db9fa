"""`InputSticker`: what Telegram refuses of a sticker that comes into a set.

Source of the sizes: https://core.telegram.org/stickers.
"""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call
from sandbox.telegram.errors import Refusal, bad_request
from sandbox.telegram.http.request import Upload
from sandbox.telegram.media.keeping import keep
from sandbox.telegram.media.sources import source
from sandbox.telegram.text.emoji import is_emoji
from sandbox.world import File
from sandbox.world.content_type import seen_type
from sandbox.world.film import film
from sandbox.world.pictures import dimensions
from sandbox.world.stickers import CUSTOM_EMOJI, MASK

MOST_EMOJI = 20
POINTS = ("forehead", "eyes", "mouth", "chin")
_KILOBYTE = 1024


def new_sticker(call: Call, given: Json, sticker_type: str) -> tuple[File, Json]:
    """A file that is a sticker of its own, and its place in a set: {file_id, emoji_list, keywords}."""
    wrong = check_input(given)
    if wrong:
        raise Refusal(400, f"Bad Request: can't parse InputSticker: {wrong}")
    file = source(call, "sticker", given["sticker"], absent=errors.STICKER_ABSENT)
    upload = Upload(file.name, file.mime_type, call.world.files.read(file)) if isinstance(file, File) else file
    check_upload(upload, given["format"], sticker_type)
    kept = keep(call.world, "sticker", upload, {"emoji": given["emoji_list"][0]})
    if sticker_type == MASK and "mask_position" in given:
        kept = call.world.files.redescribe(kept, {**kept.about, "mask_position": given["mask_position"]})
    place = {"file_id": kept.file_id, "emoji_list": given["emoji_list"], "keywords": given.get("keywords", [])}
    return kept, place


def check_input(given: Json) -> str | None:
    """What is wrong with the fields, in Telegram's words."""
    if given["format"] not in errors.FORMATS:
        return errors.FORMAT_WRONG
    return check_emoji(given["emoji_list"]) or check_mask(given.get("mask_position"))


def check_emoji(emoji_list: list[str]) -> str | None:
    """1–20 emoji."""
    if not emoji_list:
        return "emoji list must be non-empty"
    if len(emoji_list) > MOST_EMOJI:
        return "too many emoji specified"
    return None if all(map(is_emoji, emoji_list)) else "expected a Unicode emoji"


def check_mask(position: Json | None) -> str | None:
    """Where a mask is put."""
    if position is not None and position["point"] not in POINTS:
        return "Wrong point specified in MaskPosition"
    return None


def check_upload(upload: Upload, sticker_format: str, sticker_type: str = "regular") -> None:
    """The file is of the format that was named, and of the measures of stickers of this type."""
    if not upload.data:
        raise bad_request(errors.FILE_EMPTY)
    seen = seen_type(upload.data)
    match sticker_format:
        case "static":
            _check_picture(upload.data, 100 if sticker_type == CUSTOM_EMOJI else 512)
        case "animated":
            if seen != "application/x-tgsticker":
                raise bad_request("STICKER_TGS_NOTGS")
            _check_size(upload.data, 64, "STICKER_TGS_BIG")
        case "video":
            moving = film(upload.data)
            if seen != "video/webm" or moving is None:
                raise bad_request("STICKER_VIDEO_NOWEBM")
            _check_size(upload.data, 256, "STICKER_VIDEO_BIG")


def _check_picture(data: bytes, side: int) -> None:
    shape = dimensions(data)
    if shape is None or seen_type(data) not in ("image/png", "image/webp"):
        raise bad_request("STICKER_PNG_NOPNG")
    if max(shape) != side or (side == 100 and min(shape) != side):
        raise bad_request("STICKER_PNG_DIMENSIONS")
    _check_size(data, 512, "STICKER_FILE_INVALID")


def _check_size(data: bytes, kilobytes: int, refusal: str) -> None:
    if len(data) > kilobytes * _KILOBYTE:
        raise bad_request(refusal)
