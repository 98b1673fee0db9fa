"""Values for Hypothesis: right by the schema, nearly right, and junk."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from sandbox.telegram.schema import load
from sandbox.telegram.schema.load import ARRAY, Field
from sandbox.telegram.schema.unions import union
from tests.unit.sandbox.fuzz.ground import GROUP

FUZZ = settings(
    deadline=None,
    derandomize=True,  # a red build names a defect of the change, not the luck of the day
    database=None,
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)
DEEPEST = 4
CHATS = st.sampled_from([501, 502, GROUP, "@mmc_math", "501", 999, 0, -1, 2**62, "@", "chat"])
NUMBERS = st.sampled_from([0, 1, 2, 3, 5, 10, 60, -1, 501, 2**31, -(2**31), 2**53, 2**62, -(2**62)])
TEXTS = st.one_of(
    st.sampled_from(["x", "", "Да", "😀" * 20, "<b>ж</b>", "<b>", "*x_", "&lt;", "a\x00b", "https://mmc.ru", "+7 900"]),
    st.text(st.characters(codec="utf-8"), max_size=12),
)
NAMED: dict[str, st.SearchStrategy[Any]] = {
    "chat_id": CHATS,
    "from_chat_id": CHATS,
    "user_id": st.sampled_from([501, 502, 42, 999, -5]),
    "message_id": st.integers(-1, 12),
    "offset": st.integers(-3, 6),
    "length": st.integers(-3, 6),
    "parse_mode": st.sampled_from(["HTML", "Markdown", "MarkdownV2", "html", "RTF"]),
    "url": st.sampled_from(["https://mmc.ru", "http://", "tg://user?id=501", "//", "http://[", "https://mmc.ru:99999"]),
    "file_id": st.sampled_from(["", "x", "https://mmc.ru/a.png"]),
    "callback_data": st.sampled_from(["yes", "", "ж" * 33]),
    "until_date": NUMBERS,
}
"""Where the name says more than the type: values that lead further in."""
JUNK = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(10**30), 10**30),
        st.floats(),
        st.text(max_size=8),  # lone surrogates, too
        st.sampled_from([10**4000, "[" * 10_000, '{"a":' * 3000, "NaN", "[NaN]", '"\\ud800"', "attach://", "1e999"]),
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


@st.composite
def right(draw: st.DrawFn, types: tuple[str, ...], name: str = "", depth: int = 0) -> Any:
    """A value that the schema allows, as far as DEEPEST reaches."""
    if name in NAMED:
        return draw(NAMED[name])
    kind = draw(st.sampled_from(types))
    if kind.startswith(ARRAY):
        inner = (kind.removeprefix(ARRAY),)
        return draw(st.lists(right(inner, "", depth + 1), max_size=0 if depth >= DEEPEST else 2))
    match kind:
        case "Integer":
            return draw(NUMBERS)
        case "Float":
            return draw(st.floats(-200, 200))
        case "Boolean" | "True":
            return draw(st.booleans())
        case "String" | "InputFile":
            return draw(TEXTS)
    kinds = load.alternatives(kind)
    if not kinds:
        return draw(_object(kind, {}, depth))
    if kind == "RichText" and (depth >= DEEPEST or draw(st.booleans())):
        return draw(TEXTS)
    told_apart = union(kinds)
    tag, candidates = draw(st.sampled_from(sorted(told_apart.by_value.items())))
    return draw(_object(draw(st.sampled_from(candidates)), {told_apart.tag: tag} if told_apart.tag else {}, depth))


@st.composite
def _object(draw: st.DrawFn, kind: str, fixed: dict[str, Any], depth: int) -> Any:
    fields = load.fields(kind)
    made = {name: draw(right(tuple(types), name, depth + 1)) for name, types, _ in chosen(draw, fields, depth)}
    return made | fixed


def chosen(draw: st.DrawFn, fields: list[Field], depth: int = 0) -> list[Field]:
    """The required fields, and at times a few others."""
    optional = [field for field in fields if not field[2]]
    more = draw(st.lists(st.sampled_from(optional), max_size=3, unique_by=lambda field: field[0])) if optional else []
    return [field for field in fields if field[2]] + ([] if depth >= DEEPEST else more)


@st.composite
def parameters(draw: st.DrawFn, method: str) -> dict[str, Any]:
    """Those of one call: mostly right, at times one is junk, missing, or unknown."""
    made: dict[str, Any] = {}
    for name, types, _ in chosen(draw, load.parameters(method)):
        made[name] = draw(right(tuple(types), name))
    spoil = draw(st.integers(0, 5))
    if spoil == 0 and made:
        made[draw(st.sampled_from(sorted(made)))] = draw(JUNK)
    elif spoil == 1 and made:
        del made[draw(st.sampled_from(sorted(made)))]
    elif spoil == 2:
        made[draw(st.text(max_size=5))] = draw(JUNK)
    if method == "getUpdates":
        made["timeout"] = 0
    return made
