"""What a person sends that is no text: a file, or several as an album."""

from __future__ import annotations

from sandbox.control.acts import CannotAct, Done, place, put, reply_place
from sandbox.shapes import Json
from sandbox.telegram.call import LONGEST_CAPTION
from sandbox.telegram.http.request import Upload
from sandbox.telegram.media.albums import check_together, media_group_id
from sandbox.telegram.media.describing import content_of
from sandbox.telegram.media.keeping import keep
from sandbox.telegram.text.entities import tidy
from sandbox.telegram.text.utf16 import length
from sandbox.world import Chat, Person, World

KINDS = frozenset({"photo", "document", "sticker", "voice", "video", "animation", "audio", "video_note"})
WITHOUT_CAPTION = frozenset({"sticker", "video_note"})
MOST = 10


def send_files(
    world: World,
    person: Person,
    files: list[tuple[str, Upload]],
    caption: str = "",
    *,
    chat: Chat | None = None,
    thread_id: int | None = None,
) -> Done:
    """Send files, each of its kind; several are an album, with the caption under the first.

    Every message is an update of its own; the last one is returned. Raises Refusal for a bad picture and for what
    can't stand in an album together.
    """
    chat = place(world, person, chat)
    if not files or any(kind not in KINDS for kind, _ in files):
        raise CannotAct(400, f"a file and its kind are needed: {', '.join(sorted(KINDS))}")
    if len(files) > MOST:
        raise CannotAct(400, f"an album is at most {MOST} files")
    words = _caption(caption)
    if words and files[0][0] in WITHOUT_CAPTION:
        raise CannotAct(400, f"a {files[0][0]} has no caption")
    contents = [content_of(world, keep(world, kind, upload, {})) for kind, upload in files]
    contents[0] |= words
    if len(contents) > 1:
        check_together(contents)
        group = media_group_id(world)
        contents = [{"media_group_id": group, **content} for content in contents]
    where = reply_place(chat, None, thread_id)
    return [put(world, person, chat, {**where, **content}) for content in contents][-1]


def _caption(source: str) -> Json:
    text, entities = tidy(source, [])
    if length(text) > LONGEST_CAPTION:
        raise CannotAct(400, "a caption is at most 1024 characters")
    words: Json = {"caption": text} if text else {}
    return {**words, "caption_entities": entities} if entities else words
