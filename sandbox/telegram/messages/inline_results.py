"""Results of inline mode: what Telegram refuses, and the message that comes of each."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram.call import LONGEST_TEXT, Call, caption_of
from sandbox.telegram.errors import TEXT_BLANK, TEXT_EMPTY, TEXT_LONG, Refusal, bad_request
from sandbox.telegram.media.uploads import media_content
from sandbox.telegram.messages.markup import inline_keyboard
from sandbox.telegram.messages.places import contact, location, venue
from sandbox.telegram.rich import rich_message
from sandbox.telegram.text.formatted import formatted
from sandbox.telegram.text.link_previews import with_preview
from sandbox.telegram.text.utf16 import length

MOST_RESULTS = 50
_CACHED = {
    "photo_file_id": "photo", "gif_file_id": "animation", "mpeg4_file_id": "animation", "sticker_file_id": "sticker",
    "document_file_id": "document", "video_file_id": "video", "voice_file_id": "voice", "audio_file_id": "audio",
}  # fmt: skip


def read_results(call: Call, results: list[Json]) -> list[Json]:
    """Every result as it is kept."""
    if len(results) > MOST_RESULTS:
        raise bad_request("Too many inline query results specified")
    ids = [result["id"] for result in results]
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    return [read_result(call, result) for result in results]


def read_result(call: Call, result: Json) -> Json:
    """{result, content, reply_markup}: what people see, and what is sent when it is chosen.

    Without a content the message would hold a file from the web, which the sandbox never fetches.
    """
    size = len(result["id"].encode())
    if not 1 <= size <= 64:
        raise bad_request("RESULT_ID_INVALID" if size else "RESULT_ID_EMPTY")
    if result["type"] == "article" and not result["title"]:
        raise bad_request("ARTICLE_TITLE_EMPTY")
    markup = result.get("reply_markup")
    keyboard = inline_keyboard(markup, call.lint) if markup else None
    return {"result": result, "content": _content(call, result), "reply_markup": keyboard}


def _content(call: Call, result: Json) -> Json | None:
    given = result.get("input_message_content")
    if given is not None:
        return _message(call, given)
    match result["type"]:
        case "location":
            return {"location": location(result)}
        case "venue":
            place = venue(result)
            return {"venue": place, "location": place["location"]}
        case "contact":
            return {"contact": contact(result)}
        case "game":
            raise Refusal(501, "Not Implemented: the sandbox plays no games")
    for name, kind in _CACHED.items():
        if name in result:
            return {**media_content(call, kind, result[name], result), **caption_of(call.world, result)}
    caption_of(call.world, result)  # its formatting is checked all the same
    return None


def _message(call: Call, given: Json) -> Json:
    """From an `InputMessageContent`."""
    if "message_text" in given:
        if not given["message_text"]:
            raise bad_request(TEXT_EMPTY)
        text, entities = formatted(call.world, given, "message_text", "")
        if not text:
            raise bad_request(TEXT_BLANK)
        if length(text) > LONGEST_TEXT:
            raise bad_request(TEXT_LONG)
        content: Json = {"text": text, "entities": entities} if entities else {"text": text}
        return with_preview(content, given.get("link_preview_options"))
    if "rich_message" in given:
        return {"rich_message": rich_message(call, given["rich_message"])}
    if "phone_number" in given:
        return {"contact": contact(given)}
    if "payload" in given:
        raise Refusal(501, "Not Implemented: the sandbox plays no payments")
    if "address" in given:
        place = venue(given)
        return {"venue": place, "location": place["location"]}
    return {"location": location(given)}
