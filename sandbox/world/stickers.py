"""Sets of stickers: their names, what is in them, and the custom emoji by their ids."""

from __future__ import annotations

import gzip
import json

from sandbox.shapes import Json
from sandbox.world.files import File
from sandbox.world.pictures import badge
from sandbox.world.world import World

REGULAR, MASK, CUSTOM_EMOJI = "regular", "mask", "custom_emoji"
TYPES = (REGULAR, MASK, CUSTOM_EMOJI)
TOPICS = "Topics"
"""The set of Telegram's own that holds the icons of topics."""
ICONS = {
    "📰": "5434144690511290129", "💡": "5312536423851630001", "⚡️": "5312016608254762256",
    "🎙": "5377544228505134960", "🔝": "5418085807791545980", "🗣": "5370870893004203704",
    "🆒": "5420216386448270341", "❗️": "5379748062124056162", "📝": "5373251851074415873",
    "📆": "5433614043006903194", "📁": "5357315181649076022", "🔎": "5309965701241379366",
    "📣": "5309984423003823246", "🔥": "5312241539987020022", "❤️": "5312138559556164615",
    "❓": "5377316857231450742", "📈": "5350305691942788490", "💎": "5309958691854754293",
}  # fmt: skip
_SETS, _EMOJI = "sticker_set", "custom_emoji"


def find_set(world: World, name: str) -> Json | None:
    """The set of this name, however it is spelled: {name, title, sticker_type, owner, stickers, thumbnail?}.

    `stickers`: [{file_id, emoji_list, keywords}] in their order; `owner` 0 is Telegram itself.
    """
    if name.lower() == TOPICS.lower():
        topic_icons(world)
    return world.shelf(_SETS).get(name.lower())


def keep_set(world: World, kept: Json) -> None:
    """Save a new or changed set; one without stickers is gone."""
    if kept["stickers"]:
        world.shelf(_SETS).put(kept["name"].lower(), kept)
    else:
        drop_set(world, kept)


def drop_set(world: World, kept: Json) -> None:
    """Forget a set; its stickers stay where they were sent."""
    for place in kept["stickers"]:
        leave(world, world.files.by_id[place["file_id"]])
    world.shelf(_SETS).drop(kept["name"].lower())


def set_of(world: World, file: File) -> tuple[Json, int] | None:
    """The set in which this sticker is, and where; None when it is in none."""
    kept = find_set(world, file.about.get("set_name", ""))
    places = [place["file_id"] for place in kept["stickers"]] if kept else []
    return (kept, places.index(file.file_id)) if kept and file.file_id in places else None


def enter(world: World, file: File, kept: Json, *, emoji_id: str | None = None) -> File:
    """Make the file a sticker of this set."""
    about: Json = {**file.about, "type": kept["sticker_type"], "set_name": kept["name"]}
    if kept["sticker_type"] == CUSTOM_EMOJI:
        about["custom_emoji_id"] = emoji_id or str(6_000_000_000_000_000_000 + file.number * 1_000_003)
        world.shelf(_EMOJI).put(about["custom_emoji_id"], {"file_id": file.file_id})
    if kept.get("needs_repainting"):
        about["needs_repainting"] = True
    return world.files.redescribe(file, about)


def leave(world: World, file: File) -> None:
    """The file is a sticker of no set any more, and no emoji."""
    world.shelf(_EMOJI).drop(file.about.get("custom_emoji_id", ""))
    gone = ("set_name", "custom_emoji_id", "needs_repainting")
    world.files.redescribe(file, {name: value for name, value in file.about.items() if name not in gone})


def custom_emoji(world: World, emoji_id: str) -> File | None:
    """The sticker of this custom emoji."""
    if emoji_id in ICONS.values():
        topic_icons(world)
    place = world.shelf(_EMOJI).get(emoji_id)
    return world.files.by_id.get(place["file_id"]) if place else None


def topic_icons(world: World) -> list[File]:
    """The icons that a topic may have; drawn when somebody first asks for them."""
    kept = world.shelf(_SETS).get(TOPICS.lower())
    if kept is None:
        kept = {"name": TOPICS, "title": "Topic Icons", "sticker_type": CUSTOM_EMOJI, "owner": 0, "stickers": []}
        for emoji, emoji_id in ICONS.items():
            file = enter(world, _icon(world, emoji), kept, emoji_id=emoji_id)
            kept["stickers"].append({"file_id": file.file_id, "emoji_list": [emoji], "keywords": []})
        keep_set(world, kept)
    return [world.files.by_id[place["file_id"]] for place in kept["stickers"]]


def _icon(world: World, emoji: str) -> File:
    """An animation in which nothing moves."""
    drawing = {"tgs": 1, "v": "5.5.2", "fr": 60, "ip": 0, "op": 60, "w": 512, "h": 512, "nm": emoji, "layers": []}
    small = world.files.keep(
        "thumbnail",
        badge(f"hsl({sum(emoji.encode()) * 37 % 360}, 70%, 45%)"),
        name="thumbnail.jpg",
        mime_type="image/jpeg",
        shape=(128, 128),
    )
    thumbnail = {"file_id": small.file_id, "file_unique_id": small.unique_id, "file_size": small.size,
                 "width": 128, "height": 128}  # fmt: skip
    about: Json = {"type": CUSTOM_EMOJI, "width": 512, "height": 512, "is_animated": True, "is_video": False,
                   "emoji": emoji, "thumbnail": thumbnail}  # fmt: skip
    data = gzip.compress(json.dumps(drawing, ensure_ascii=False).encode(), mtime=0)
    return world.files.keep(
        "sticker", data, name="sticker.tgs", mime_type="application/x-tgsticker", shape=(512, 512), about=about
    )
