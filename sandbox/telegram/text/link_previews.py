"""Link previews: the sandbox takes every address for one that has a preview, unless it is switched off."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram.text import utf16

_KEPT = ("prefer_small_media", "prefer_large_media", "show_above_text")


def with_preview(content: Json, options: Json | None) -> Json:
    """`content` with `link_preview_options` as they are given back: only beside an address."""
    options = options or {}
    url = options.get("url") or _first_url(content)
    if url is None:
        return content
    kept: Json = {"is_disabled": True} if options.get("is_disabled") else {"url": url}
    kept |= {name: True for name in _KEPT if options.get(name) and "url" in kept}
    return {**content, "link_preview_options": kept}


def _first_url(content: Json) -> str | None:
    for entity in content.get("entities", []):
        if entity["type"] == "text_link" and entity["url"].startswith("http"):
            return str(entity["url"])
        if entity["type"] == "url":
            indices = utf16.indices(content["text"])
            url: str = content["text"][indices[entity["offset"]] : indices[entity["offset"] + entity["length"]]]
            url = url if "://" in url else f"http://{url}"
            return url if "/" in url.partition("://")[2] else f"{url}/"
    return None
