"""Sets of stickers: made, filled, renamed, taken away. A bot changes only the sets that it made."""

from __future__ import annotations

import re

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.media.describing import describe, size
from sandbox.telegram.media.sources import known, source
from sandbox.telegram.media.sticker_input import new_sticker
from sandbox.telegram.media.sticker_thumbnails import check_thumbnail, kept_thumbnail
from sandbox.world import File
from sandbox.world.stickers import CUSTOM_EMOJI, TYPES, custom_emoji, drop_set, enter, find_set, keep_set, leave, set_of

MOST_AT_FIRST = 50
MOST = 120
MOST_EMOJI = 200
LONGEST_TITLE = 64
_NAME = re.compile(r"[A-Za-z](?:_?[A-Za-z0-9])*")


def get_sticker_set(call: Call) -> Json:
    kept = find_set(call.world, call.params["name"])
    if kept is None:
        raise bad_request(errors.SET_INVALID)
    stickers = [describe(call.world.files.by_id[place["file_id"]]) for place in kept["stickers"]]
    body: Json = {name: kept[name] for name in ("name", "title", "sticker_type")}
    return {**body, "stickers": stickers, **({"thumbnail": kept["thumbnail"]} if "thumbnail" in kept else {})}


def create_new_sticker_set(call: Call) -> bool:
    """The name ends with _by_<name of the bot>; the owner is a person whom the bot knows."""
    given: list[Json] = call.params["stickers"]
    sticker_type = call.get("sticker_type", "regular")
    if sticker_type not in TYPES:
        raise bad_request("Unsupported sticker type specified")
    if len(given) > MOST_AT_FIRST:
        raise bad_request("Too many stickers specified")
    if call.params["user_id"] not in call.world.people:
        raise bad_request(errors.USER_GONE)
    if not given:
        raise bad_request("At least 1 sticker must be specified")
    name = _new_name(call)
    kept: Json = {"name": name, "title": _title(call), "sticker_type": sticker_type}
    kept |= {"owner": call.params["user_id"], "stickers": []}
    if sticker_type == CUSTOM_EMOJI and call.get("needs_repainting"):
        kept["needs_repainting"] = True
    for one in [new_sticker(call, each, sticker_type) for each in given]:
        _append(call, kept, *one)
    keep_set(call.world, kept)
    return True


def add_sticker_to_set(call: Call) -> bool:
    """The same sticker again changes nothing."""
    kept = _own_set(call)
    file, place = new_sticker(call, call.params["sticker"], kept["sticker_type"])
    if len(kept["stickers"]) >= (MOST_EMOJI if kept["sticker_type"] == CUSTOM_EMOJI else MOST):
        raise bad_request("STICKERS_TOO_MUCH")
    _append(call, kept, file, place)
    keep_set(call.world, kept)
    return True


def replace_sticker_in_set(call: Call) -> bool:
    """The new one stands where the old one stood."""
    kept = _own_set(call)
    old = known(call.world, call.params["old_sticker"])
    where = set_of(call.world, old)
    if where is None or where[0]["name"] != kept["name"]:
        raise bad_request(errors.STICKER_INVALID)
    file, place = new_sticker(call, call.params["sticker"], kept["sticker_type"])
    leave(call.world, old)
    kept["stickers"][where[1]] = {**place, "file_id": enter(call.world, file, kept).file_id}
    keep_set(call.world, kept)
    return True


def delete_sticker_set(call: Call) -> bool:
    drop_set(call.world, _own_set(call))
    return True


def set_sticker_set_title(call: Call) -> bool:
    kept = _own_set(call)
    keep_set(call.world, {**kept, "title": _title(call)})
    return True


def set_sticker_set_thumbnail(call: Call) -> bool:
    """Without a thumbnail the first sticker serves as one."""
    kept = _own_set(call)
    check_thumbnail(call.params["format"])
    value = call.get("thumbnail")
    thumbnail = None
    if value:
        given = source(call, "sticker", value, absent=errors.NO_MEDIA)
        thumbnail = size(given) if isinstance(given, File) else kept_thumbnail(call.world, given, call.params["format"])
    _put_thumbnail(call, kept, thumbnail)
    return True


def set_custom_emoji_sticker_set_thumbnail(call: Call) -> bool:
    """An emoji of the set; without one the first sticker serves."""
    kept = _own_set(call)
    if kept["sticker_type"] != CUSTOM_EMOJI:
        raise bad_request(errors.SET_INVALID)
    emoji_id = call.get("custom_emoji_id")
    if emoji_id in (None, "", "0"):
        _put_thumbnail(call, kept, None)
        return True
    file = custom_emoji(call.world, emoji_id)
    if file is None or file.about.get("set_name") != kept["name"]:
        raise bad_request(errors.STICKER_INVALID)
    _put_thumbnail(call, kept, file.about.get("thumbnail"))
    return True


def _own_set(call: Call) -> Json:
    kept = find_set(call.world, call.params["name"])
    if kept is None or not kept["owner"]:
        raise bad_request(errors.SET_INVALID)
    return kept


def _append(call: Call, kept: Json, file: File, place: Json) -> None:
    there = {call.world.files.by_id[one["file_id"]].unique_id for one in kept["stickers"]}
    if file.unique_id not in there:
        kept["stickers"].append({**place, "file_id": enter(call.world, file, kept).file_id})


def _put_thumbnail(call: Call, kept: Json, thumbnail: Json | None) -> None:
    rest = {name: value for name, value in kept.items() if name != "thumbnail"}
    keep_set(call.world, {**rest, "thumbnail": thumbnail} if thumbnail else rest)


def _new_name(call: Call) -> str:
    name: str = call.params["name"]
    ours = f"_by_{call.world.profile.username}".lower()
    if not _NAME.fullmatch(name) or len(name) > 64 or not name.lower().endswith(ours):
        raise bad_request("invalid sticker set name is specified")
    if find_set(call.world, name):
        raise bad_request("sticker set name is already occupied")
    return name


def _title(call: Call) -> str:
    """Longer ones are cut, as Telegram does."""
    title: str = " ".join(call.params["title"].split())[:LONGEST_TITLE]
    if not title:
        raise bad_request("Sticker set title must be non-empty")
    return title
