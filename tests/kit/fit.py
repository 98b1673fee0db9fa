"""Whether what the bot showed is fit for a phone: the limits of the guard, on what real data made of the windows."""

import json
from collections.abc import Iterator
from typing import Any

from dialogs.common.words import LONGEST_LABEL
from sandbox import Sandbox
from sandbox.gallery.limits import CHARACTERS, DATA, ROWS
from sandbox.telegram.errors import Refusal
from sandbox.telegram.http.journal import Record
from sandbox.telegram.text import utf16
from sandbox.telegram.text.entities import read_text


def unfit(sandbox: Sandbox) -> list[str]:
    """A line for each thing that was too much, each once."""
    return list(dict.fromkeys(line for record in sandbox.api.journal.calls for line in _too_much(record)))


def _too_much(record: Record) -> Iterator[str]:
    text = _length(record.params)
    if text > CHARACTERS:
        yield f"{record.method}: a text of {text} characters: {record.params['text'][:60]!r}…"
    rows = _parsed(record.params.get("reply_markup")).get("inline_keyboard", [])
    if len(rows) > ROWS:
        yield f"{record.method}: {len(rows)} rows of buttons: {[key['text'] for row in rows for key in row]}"
    for key in (key for row in rows for key in row):
        if len(key["text"]) > LONGEST_LABEL:
            yield f"{record.method}: a label of {len(key['text'])} characters: {key['text']!r}"
        if len(key.get("callback_data", "").encode()) > DATA:
            yield f"{record.method}: {len(key['callback_data'].encode())} bytes of callback data under {key['text']!r}"


def _length(params: dict[str, Any]) -> int:
    text = params.get("text", "")
    if not isinstance(text, str):
        return 0
    try:
        return utf16.length(read_text(text, params.get("parse_mode"), None)[0])
    except Refusal:
        return 0  # it never reached anybody


def _parsed(value: Any) -> dict[str, Any]:
    found = json.loads(value) if isinstance(value, str) else value
    return found if isinstance(found, dict) else {}
