"""Which messages the bot may delete."""

from __future__ import annotations

from sandbox.telegram import errors
from sandbox.telegram.errors import bad_request
from sandbox.telegram.groups import group_errors as words
from sandbox.world import Chat, Message, World
from sandbox.world.members import administrates, may

WITHIN_SECONDS = 48 * 60 * 60
FOR_EVER = frozenset({"supergroup_chat_created", "channel_chat_created", "migrate_from_chat_id", "forum_topic_created"})


def check_deletable(world: World, chat: Chat, message: Message) -> None:
    """Refuse what is older than 48 hours of the play, and what is not the bot's to delete.

    Source: https://core.telegram.org/bots/api#deletemessage.
    """
    late = world.unix() - int(message.body["date"]) > WITHIN_SECONDS
    if chat.type in ("private", "group"):
        own = chat.member(world.profile.id)
        if late or not (chat.person or message.out or administrates(own)):
            raise bad_request(errors.DELETE_OLD if late else words.DELETE_DENIED)
    elif late or message.service in FOR_EVER or not _may_delete(world, chat, message):
        raise bad_request(words.DELETE_DENIED)


def _may_delete(world: World, chat: Chat, message: Message) -> bool:
    """In a supergroup or channel; own posts in a channel by the right to post there."""
    own = chat.member(world.profile.id)
    if may(own, "can_delete_messages"):
        return True
    if not message.out:
        return False
    return may(own, "can_post_messages") if chat.type == "channel" or message.service else True
