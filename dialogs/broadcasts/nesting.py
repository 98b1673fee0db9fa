"""Formatting that overlaps, cut so that every piece lies within another or beside it: HTML knows nothing else."""

from collections.abc import Iterable

from aiogram.types import MessageEntity

WHOLE = ("blockquote", "expandable_blockquote", "pre", "code", "text_link")
"""Cut in two they would be two quotations or two links; bold and the like are cut around them."""

FAMILY = {"expandable_blockquote": "blockquote", "pre": "code"}
"""What does not go into itself, as a link not into a link. Other kinds are families of their own."""

Span = tuple[int, int]


def nested(entities: Iterable[MessageEntity]) -> list[MessageEntity]:
    """The outer before the inner. Every UTF-16 unit keeps its formatting; of a family it has one."""
    kept: list[MessageEntity] = []
    for entity in sorted(entities, key=lambda one: (_rank(one), one.offset, -one.length)):
        pieces = [(entity.offset, entity.offset + entity.length)]
        for other in sorted(kept, key=lambda one: not _alike(entity, one)):  # the rest is cut to what is left
            pieces = [piece for whole in pieces for piece in _cut(whole, other, alike=_alike(entity, other))]
        kept += [entity.model_copy(update={"offset": begin, "length": end - begin}) for begin, end in pieces]
    return sorted(kept, key=lambda one: (one.offset, -one.length, _rank(one)))


def _rank(entity: MessageEntity) -> int:
    return WHOLE.index(entity.type) if entity.type in WHOLE else len(WHOLE)


def _alike(one: MessageEntity, other: MessageEntity) -> bool:
    return FAMILY.get(one.type, one.type) == FAMILY.get(other.type, other.type)


def _cut(span: Span, other: MessageEntity, *, alike: bool) -> list[Span]:
    """The parts of `span` before, in and after the other; whole if the other lies within it."""
    begin, end = span
    first, last = other.offset, other.offset + other.length
    if not alike and begin <= first and last <= end:
        return [span]
    within = [] if alike else [(max(begin, first), min(end, last))]
    parts = [(begin, min(end, first)), *within, (max(begin, last), end)]
    return [part for part in parts if part[0] < part[1]]
