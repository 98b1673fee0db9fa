"""Another language as an overlay: only texts, found by id. Anything else comes from the first language.

A list of entries becomes a mapping by id; an entry that has one text may be written as that text alone:

    items:
      s1: "I can solve…"                                # the item's text
      mn0: {text: "Do you have…?", options: {"yes": "Yes"}}
    levels, areas, options, next_steps: the same
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from services.questionnaires.errors import ContentProblem

_NAMES = ("title", "short_title", "button", "label", "note", "directions_note", "rule")
_PROSE = ("text", "intro", "finish", "repeat_hint", "explanation", "typical_error")
TEXT_KEYS = frozenset((*_NAMES, *_PROSE))
TEXT_LISTS = frozenset({"actions"})
LABELS_OF_ITEM = "labels"
PLACEHOLDERS = frozenset({"mentee_first_name", "months_left", "done_actions", "all_actions"})
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_KEYS_OF_ENTRY = ("id", "action")
_MAIN_TEXTS = ("title", "button", "label", "text", "rule", "note")


def placeholders(text: str) -> frozenset[str]:
    return frozenset(_PLACEHOLDER.findall(text))


def fill(text: str, values: Mapping[str, str]) -> str:
    """`text` with the named places filled; a place without a value stays as it is. Never a format string."""
    return _PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), text)


class Overlay:
    """One overlay laid on one file; collects what is wrong (`problems`) and what is missing (`missing`)."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[ContentProblem] = []
        self.missing: list[ContentProblem] = []

    def lay(self, base: Mapping[Any, Any], texts: Mapping[Any, Any]) -> dict[Any, Any]:
        if texts.get("id") != base.get("id"):
            self._problem("id", f"must be {base.get('id')!r}, the id of the questionnaire that is translated")
        return self._mapping(base, {key: value for key, value in texts.items() if key != "id"}, "")

    def _mapping(self, base: Mapping[Any, Any], texts: Mapping[Any, Any], path: str) -> dict[Any, Any]:
        for key in texts:
            if key not in base:
                self._problem(_under(path, key), "has no counterpart in the first language: check the name")
        return {key: self._value(key, value, texts.get(key), _under(path, key)) for key, value in base.items()}

    def _value(self, key: Any, base: Any, text: Any, path: str) -> Any:
        if isinstance(base, Mapping):
            return self._entry(base, text, path)
        if isinstance(base, tuple) and base and all(isinstance(entry, Mapping) for entry in base):
            return self._entries(base, text, path)
        if key in TEXT_LISTS:
            return self._list(base, text, path)
        if isinstance(base, str) and (key in TEXT_KEYS or _is_item_label(path)):
            return self._text(base, text, path)
        if text is not None:
            self._problem(path, "is not a text: only texts are translated, take it out")
        return base

    def _entry(self, base: Mapping[Any, Any], text: Any, path: str) -> dict[Any, Any]:
        if isinstance(text, str):
            main = next((name for name in _MAIN_TEXTS if name in base), "text")
            text = {main: text}
        if text is not None and not isinstance(text, Mapping):
            self._problem(path, "must be a mapping of texts")
            text = None
        return self._mapping(base, text or {}, path)

    def _entries(self, base: tuple[Any, ...], texts: Any, path: str) -> tuple[Any, ...]:
        if texts is not None and not isinstance(texts, Mapping):
            self._problem(path, "must be a mapping from id to text, not a list")
            texts = None
        texts = dict(texts or {})
        entries = tuple(self._entry(entry, texts.pop(_id(entry), None), _under(path, _id(entry))) for entry in base)
        for unknown in texts:
            self._problem(_under(path, unknown), "there is no entry with this id")
        return entries

    def _list(self, base: tuple[Any, ...], texts: Any, path: str) -> tuple[Any, ...]:
        if texts is None:
            if base:
                self._missing(path)
            return base
        if not isinstance(texts, tuple) or len(texts) != len(base):
            self._problem(path, f"must be a list of {len(base)}, as in the first language")
            return base
        return tuple(
            self._text(one, text, f"{path}[{at}]") for at, (one, text) in enumerate(zip(base, texts, strict=True))
        )

    def _text(self, base: str, text: Any, path: str) -> str:
        if text is None:
            self._missing(path)
            return base
        if not isinstance(text, str):
            self._problem(path, "must be a text: put it in quotes")
            return base
        if placeholders(text) != placeholders(base):
            wanted = ", ".join(sorted(placeholders(base))) or "none"
            self._problem(path, f"must have the same places to fill in braces: {wanted}")
        return text

    def _problem(self, path: str, hint: str) -> None:
        self.problems.append(ContentProblem(self.file, path, hint))

    def _missing(self, path: str) -> None:
        self.missing.append(ContentProblem(self.file, path, "is not translated: add this text"))


def texts_of(raw: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a file with its path."""
    if isinstance(raw, Mapping):
        for key, value in raw.items():
            below = _under(path, key)
            if isinstance(value, str) and (key in TEXT_KEYS or _is_item_label(below)):
                yield below, value
            elif key in TEXT_LISTS and isinstance(value, tuple):
                yield from ((f"{below}[{at}]", one) for at, one in enumerate(value) if isinstance(one, str))
            else:
                yield from texts_of(value, below)
    elif isinstance(raw, tuple):
        for at, entry in enumerate(raw):
            yield from texts_of(entry, _under(path, _id(entry) if isinstance(entry, Mapping) else at))


def _is_item_label(path: str) -> bool:
    parts = path.split(".")
    return len(parts) == 4 and parts[0] == "items" and parts[2] == LABELS_OF_ITEM


def _id(entry: Mapping[Any, Any]) -> Any:
    return next((entry[name] for name in _KEYS_OF_ENTRY if name in entry), None)


def _under(path: str, key: Any) -> str:
    return f"{path}.{key}" if path else str(key)
