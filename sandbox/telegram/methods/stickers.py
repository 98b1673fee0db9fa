"""Stickers one by one: upload, place in the set, emoji, keywords, mask; custom emoji and the icons of topics."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call
from sandbox.telegram.errors import Refusal, bad_request
from sandbox.telegram.media.describing import describe
from sandbox.telegram.media.keeping import keep
from sandbox.telegram.media.sources import known, upload
from sandbox.telegram.media.sticker_input import check_emoji, check_mask, check_upload
from sandbox.world import File
from sandbox.world.stickers import MASK, custom_emoji, keep_set, leave, set_of, topic_icons

MOST_ASKED = 200


def upload_sticker_file(call: Call) -> Json:
    """The file can then be used in sets, several times."""
    if call.params["user_id"] not in call.world.people:
        raise bad_request(errors.USER_GONE)
    if call.params["sticker_format"] not in errors.FORMATS:
        raise bad_request(errors.FORMAT_WRONG)
    given = upload(call, call.params["sticker"], absent=errors.STICKER_ABSENT)
    check_upload(given, call.params["sticker_format"])
    file = keep(call.world, "sticker", given, {})
    return {"file_id": file.file_id, "file_unique_id": file.unique_id, "file_size": file.size}


def set_sticker_position_in_set(call: Call) -> bool:
    """Beyond the end is the end."""
    _, kept, place = _in_a_set(call)
    if call.params["position"] < 0:
        raise bad_request("Wrong sticker position specified")
    kept["stickers"].insert(call.params["position"], kept["stickers"].pop(place))
    keep_set(call.world, kept)
    return True


def delete_sticker_from_set(call: Call) -> bool:
    """The set goes with its last sticker."""
    file, kept, place = _in_a_set(call)
    del kept["stickers"][place]
    leave(call.world, file)
    keep_set(call.world, kept)
    return True


def set_sticker_emoji_list(call: Call) -> bool:
    """The first one is the emoji that the sticker shows."""
    emoji: list[str] = call.params["emoji_list"]
    wrong = check_emoji(emoji)
    if wrong:
        raise Refusal(400, f"Bad Request: can't parse emoji list: {wrong}")
    file, kept, place = _in_a_set(call)
    call.world.files.redescribe(file, {**file.about, "emoji": emoji[0]})
    kept["stickers"][place]["emoji_list"] = emoji
    keep_set(call.world, kept)
    return True


def set_sticker_keywords(call: Call) -> bool:
    """Nobody can read them back. Telegram names 20 keywords and 64 characters as the most."""
    words: list[str] = call.get("keywords", [])
    _, kept, place = _in_a_set(call)
    if len(words) > 20 or sum(map(len, words)) > 64:
        call.lint.append("keywords: more than 20, or longer than 64 characters together")
    kept["stickers"][place]["keywords"] = words
    keep_set(call.world, kept)
    return True


def set_sticker_mask_position(call: Call) -> bool:
    """Without a position it is taken away."""
    position = call.get("mask_position")
    wrong = check_mask(position)
    if wrong:
        raise Refusal(400, f"Bad Request: can't parse mask position: {wrong}")
    file, kept, _ = _in_a_set(call)
    if kept["sticker_type"] != MASK:
        raise bad_request("STICKER_MASK_COORDS_NOT_SUPPORTED")
    about = {name: value for name, value in file.about.items() if name != "mask_position"}
    call.world.files.redescribe(file, {**about, "mask_position": position} if position else about)
    return True


def get_custom_emoji_stickers(call: Call) -> list[Json]:
    """Those that are known; an unknown id is passed over."""
    ids: list[str] = call.params["custom_emoji_ids"]
    if len(ids) > MOST_ASKED:
        raise bad_request("Too many custom emoji identifiers specified")
    if not all(one.isascii() and one.isdigit() for one in ids):
        raise bad_request("Invalid custom emoji identifier specified")
    found = (custom_emoji(call.world, one) for one in dict.fromkeys(ids))
    return [describe(file) for file in found if file]


def get_forum_topic_icon_stickers(call: Call) -> list[Json]:
    return [describe(file) for file in topic_icons(call.world)]


def _in_a_set(call: Call) -> tuple[File, Json, int]:
    """The sticker of this call, the bot's own set that holds it, and its place there."""
    file = known(call.world, call.params["sticker"])
    where = set_of(call.world, file)
    if where is None or not where[0]["owner"]:
        raise bad_request(errors.STICKER_INVALID)
    return file, *where
