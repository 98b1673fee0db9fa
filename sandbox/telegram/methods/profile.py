"""The bot itself: who it is, what it is called, leaving the server; and what it may know of a chat."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import utf16
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request, too_many
from sandbox.world import Chat
from sandbox.world.portraits import chat_photo, portraits

LOGGED_OUT_SECONDS = 10 * 60


def get_me(call: Call) -> Json:
    return {
        **call.world.profile.user(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_name(call: Call) -> bool:
    return _set(call, call.world.profile.names, "name", 64)


def get_my_name(call: Call) -> Json:
    return {"name": _get(call, call.world.profile.names) or call.world.profile.name}


def set_my_description(call: Call) -> bool:
    return _set(call, call.world.profile.descriptions, "description", 512)


def get_my_description(call: Call) -> Json:
    return {"description": _get(call, call.world.profile.descriptions)}


def set_my_short_description(call: Call) -> bool:
    return _set(call, call.world.profile.short_descriptions, "short_description", 120)


def get_my_short_description(call: Call) -> Json:
    return {"short_description": _get(call, call.world.profile.short_descriptions)}


def get_chat(call: Call) -> Json:
    """Works for those who blocked the bot, too."""
    chat = call.chat()
    gifts = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"),
        False,
    )
    return {
        **chat.body(),
        **_photo(call, chat),
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": gifts,
    }


def _photo(call: Call, chat: Chat) -> Json:
    """{"photo": `ChatPhoto`} of a chat that has one."""
    if chat.group:
        return {"photo": chat.group.about["photo"]} if "photo" in chat.group.about else {}
    photos = portraits(call.world, chat.id)["photos"]
    return {"photo": chat_photo(photos[0])} if photos else {}


def log_out(call: Call) -> bool:
    """For ten minutes of the play every call is refused."""
    call.world.profile.logged_out_until = call.world.unix() + LOGGED_OUT_SECONDS
    call.world.touch("profile", "")
    return True


def close(call: Call) -> bool:
    """Refused in the first ten minutes after the start of the server, as the Bot API says."""
    left = call.polling.started + LOGGED_OUT_SECONDS - call.world.unix()
    if left > 0:
        raise too_many(left)
    return True


def _set(call: Call, texts: dict[str, str], name: str, longest: int) -> bool:
    text = call.get(name, "")
    if utf16.length(text) > longest:
        raise bad_request(f"{name.replace('_', ' ')} is too long")
    texts[call.get("language_code", "")] = text
    call.world.touch("profile", "")
    return True


def _get(call: Call, texts: dict[str, str]) -> str:
    return texts.get(call.get("language_code", "")) or texts.get("", "")
