"""One call of a Bot API method, and what most methods ask of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.errors import Refusal, bad_request, forbidden
from sandbox.telegram.http.polling import Polling
from sandbox.telegram.http.request import Upload
from sandbox.telegram.text import utf16
from sandbox.telegram.text.entities import read_text
from sandbox.world import Chat, Message, World
from sandbox.world.links import asked_lately

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


@dataclass(slots=True)
class Call:
    """Checked parameters, uploads by part name, and the world that the method acts upon."""

    world: World
    polling: Polling
    params: Json
    uploads: dict[str, Upload] = field(default_factory=dict)
    lint: list[str] = field(default_factory=list)
    plain_webhooks: bool = False

    def get(self, name: str, default: Any = None) -> Any:
        """A parameter, or `default`."""
        return self.params.get(name, default)

    def chat(self, name: str = "chat_id") -> Chat:
        """The chat of this parameter, by id or @name; "chat not found" when the bot cannot know it.

        It knows people who once started it or have just asked to join a chat of its, public groups and channels,
        and others that it is or was in.
        """
        if name not in self.params:
            raise bad_request(errors.CHAT_EMPTY)
        chat = find_chat(self.world, self.params[name])
        if chat is None:
            raise bad_request(errors.CHAT_NOT_FOUND)
        if chat.group and chat.group.migrated_to:
            raise Refusal(400, f"Bad Request: {errors.MIGRATED}", {"migrate_to_chat_id": chat.group.migrated_to})
        return chat

    def recipient(self) -> Chat:
        """A chat that the bot may write to now."""
        chat = self.chat()
        if chat.person:
            if chat.person.deactivated:
                raise forbidden(errors.DEACTIVATED)
            if chat.person.blocked:
                raise forbidden(errors.BLOCKED)
        else:
            self.own_member(chat)
        return chat

    def own_member(self, chat: Chat) -> Json:
        """The bot's own membership of a group; refused (403) when it is not there."""
        member = chat.member(self.world.profile.id)
        if member is not None and chat.holds(self.world.profile.id):
            return member
        reason = errors.KICKED if member is not None and member["status"] == "kicked" else errors.NOT_A_MEMBER
        raise forbidden(reason.format(chat.type))

    def message(self, chat: Chat, *, gone: str, name: str = "message_id") -> Message:
        """The message named by this parameter; refused with `gone` when it is not in the chat."""
        if not self.params.get(name):
            raise bad_request(errors.ID_EMPTY)
        message = chat.messages.get(self.params[name])
        if message is None:
            raise bad_request(gone)
        return message

    def text(self) -> Json:
        """`text` and `entities` as they are kept."""
        source = self.params.get("text")
        if not source:
            raise bad_request(errors.TEXT_EMPTY)
        text, entities = read_text(source, self.get("parse_mode"), self.get("entities"))
        entities = with_known_people(self.world, entities)
        if not text:
            raise bad_request(errors.TEXT_BLANK)
        if utf16.length(text) > LONGEST_TEXT:
            raise bad_request(errors.TEXT_LONG)
        return {"text": text, "entities": entities} if entities else {"text": text}

    def caption(self) -> Json:
        """`caption` and `caption_entities` as they are kept; empty without a caption."""
        return caption_of(self.world, self.params)


def find_chat(world: World, wanted: int | str) -> Chat | None:
    """A chat that the bot can know, by id or by @name."""
    chat = world.chat_called(wanted) if isinstance(wanted, str) else world.chats.get(wanted)
    if chat is None:
        return None
    if chat.person:
        return chat if chat.person.started or asked_lately(world, chat.person.id) else None
    public = chat.group is not None and chat.group.username
    return chat if public or chat.member(world.profile.id) else None


def with_known_people(world: World, entities: list[Json]) -> list[Json]:
    """Mentions by id name the person in full; a mention of a stranger to the bot is plain text."""
    kept: list[Json] = []
    for entity in entities:
        if entity["type"] != "text_mention":
            kept.append(entity)
        elif entity["user"]["id"] in world.people:
            kept.append({**entity, "user": world.people[entity["user"]["id"]].user()})
    return kept


def caption_of(world: World, params: Json) -> Json:
    """The caption in these parameters (of a method or of one item of an album)."""
    source = params.get("caption")
    if not source:
        return {}
    text, entities = read_text(source, params.get("parse_mode"), params.get("caption_entities"))
    entities = with_known_people(world, entities)
    if utf16.length(text) > LONGEST_CAPTION:
        raise bad_request(errors.CAPTION_LONG)
    kept: Json = {"caption": text} if text else {}
    if entities:
        kept["caption_entities"] = entities
    if text and params.get("show_caption_above_media"):
        kept["show_caption_above_media"] = True
    return kept
