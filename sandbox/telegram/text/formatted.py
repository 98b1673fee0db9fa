"""A text with its formatting under any names: captions, poll questions, explanations, option texts."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram.call import with_known_people
from sandbox.telegram.errors import TEXT_BLANK, bad_request
from sandbox.telegram.text.entities import read_text
from sandbox.world import World


def formatted(world: World, given: Json, name: str, prefix: str | None = None) -> tuple[str, list[Json]]:
    """`given[name]` read by `<prefix>_parse_mode` or with `<prefix>_entities`; the prefix is the name unless given;
    with an empty one the two are called just that."""
    begin = f"{name}_" if prefix is None else f"{prefix}_" if prefix else ""
    source = given.get(name) or ""
    text, entities = read_text(source, given.get(f"{begin}parse_mode"), given.get(f"{begin}entities"))
    return text, with_known_people(world, entities)


def with_emoji_only(world: World, given: Json, name: str) -> Json:
    """A non-empty text that keeps only its custom emoji: {name: …, name_entities?: …}."""
    text, entities = formatted(world, given, name)
    if not text:
        raise bad_request(TEXT_BLANK)
    emoji = [entity for entity in entities if entity["type"] == "custom_emoji"]
    return {name: text, f"{name}_entities": emoji} if emoji else {name: text}
