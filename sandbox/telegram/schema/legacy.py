"""Parameters that the documentation has dropped and the server still reads; libraries go on sending them.

Source: the open Bot API server, `Client.cpp` (link preview options, reply parameters, thumbnail).
"""

from __future__ import annotations

from collections.abc import Container

from sandbox.shapes import Json
from sandbox.telegram.schema.scalars import truth, whole

LEGACY = {
    "disable_web_page_preview": "link_preview_options",
    "reply_to_message_id": "reply_parameters",
    "allow_sending_without_reply": "reply_parameters",
    "thumb": "thumbnail",
}
"""Where each has gone."""


def modern(raw: Json, known: Container[str]) -> Json:
    """The same request in today's parameters; one of today beside an old one wins. Raises Mismatch."""
    old = {name: raw[name] for name, today in LEGACY.items() if name in raw and name not in known and today in known}
    made = {name: value for name, value in raw.items() if name not in old}
    for name in [name for name, value in old.items() if value is None or value == "" or made.get(LEGACY[name])]:
        del old[name]
    if truth(old.get("disable_web_page_preview", False), "disable_web_page_preview", []):
        made["link_preview_options"] = {"is_disabled": True}
    if "reply_to_message_id" in old:
        lenient = truth(old.get("allow_sending_without_reply", False), "allow_sending_without_reply", [])
        target = whole(old["reply_to_message_id"], "reply_to_message_id", [])
        made["reply_parameters"] = {"message_id": target, "allow_sending_without_reply": lenient}
    if "thumb" in old:
        made["thumbnail"] = old["thumb"]
    return made
