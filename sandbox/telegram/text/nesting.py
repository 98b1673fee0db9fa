"""Which entities may stand in which: those that may not are cut apart or left out, as Telegram does without a word.

Rules: core.telegram.org/bots/api#formatting-options and TDLib's `fix_entities`. Quotations don't nest; links, code and
the like don't contain each other; bold and its kin go into and around anything but code, and are cut where they cross.
"""

from __future__ import annotations

from itertools import pairwise

from sandbox.shapes import Json

QUOTES = frozenset({"blockquote", "expandable_blockquote"})
LOOSE = ("bold", "italic", "underline", "strikethrough", "spoiler")
CODE = frozenset({"pre", "code"})
MOST = 100
"""Further entities are left out."""
_RANK = {"blockquote": 0, "expandable_blockquote": 0, "pre": 10, "code": 20, "text_link": 49, "text_mention": 49,
         **{kind: 90 + place for place, kind in enumerate(LOOSE)}, "custom_emoji": 99}  # fmt: skip
Span = tuple[int, int]


def settled(entities: list[Json]) -> list[Json]:
    """Entities that nest properly, in their order."""
    ordered = sorted(entities, key=_place)
    quotes = _apart([entity for entity in ordered if entity["type"] in QUOTES])
    walls = [_span(quote) for quote in quotes]
    whole = [entity for entity in ordered if entity["type"] not in QUOTES and entity["type"] not in LOOSE]
    whole = _apart([entity for entity in whole if not any(_crosses(_span(entity), wall) for wall in walls)])
    loose = [entity for entity in ordered if entity["type"] in LOOSE]
    if loose:
        loose = _cut(loose, walls + [_span(entity) for entity in whole], [_span(one) for one in whole if _is_code(one)])
    return sorted(quotes + whole + loose, key=_place)[:MOST]


def _apart(ordered: list[Json]) -> list[Json]:
    """Those that overlap an earlier one are left out."""
    kept: list[Json] = []
    end = 0
    for entity in ordered:
        if entity["offset"] >= end:
            kept.append(entity)
            end = _span(entity)[1]
    return kept


def _cut(loose: list[Json], walls: list[Span], code: list[Span]) -> list[Json]:
    """Neighbours of one kind become one; nothing stays in code; what crosses is cut."""
    spans: list[tuple[Span, str]] = []
    for kind in LOOSE:
        joined = _joined([_span(entity) for entity in loose if entity["type"] == kind])
        spans += [(span, kind) for span in _outside(joined, code)]
    placed: list[tuple[Span, str]] = []
    for span, kind in sorted(spans, key=lambda one: (one[0][0], -one[0][1], _RANK[one[1]])):
        others = walls + [other for other, _ in placed]
        crossed = {edge for other in others if _crosses(span, other) for edge in other}
        inner = sorted(edge for edge in crossed if span[0] < edge < span[1])
        placed += [(piece, kind) for piece in pairwise([span[0], *inner, span[1]])]
    return [{"type": kind, "offset": begin, "length": end - begin} for (begin, end), kind in placed]


def _joined(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for begin, end in sorted(spans):
        if joined and begin <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((begin, end))
    return joined


def _outside(spans: list[Span], code: list[Span]) -> list[Span]:
    left = spans
    for begin, end in code:
        pieces = [((first, min(last, begin)), (max(first, end), last)) for first, last in left]
        left = [piece for pair in pieces for piece in pair if piece[0] < piece[1]]
    return left


def _crosses(one: Span, other: Span) -> bool:
    """They share something, and neither holds the other."""
    return one[0] < other[0] < one[1] < other[1] or other[0] < one[0] < other[1] < one[1]


def _is_code(entity: Json) -> bool:
    return entity["type"] in CODE


def _span(entity: Json) -> Span:
    return entity["offset"], entity["offset"] + entity["length"]


def _place(entity: Json) -> tuple[int, int, int]:
    return entity["offset"], -entity["length"], _RANK.get(entity["type"], 50)
