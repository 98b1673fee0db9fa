"""The bot itself: who it is, what it is called, leaving the server."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request, too_many
from sandbox.telegram.methods.commands import language_code
from sandbox.telegram.text import utf16

LOGGED_OUT_SECONDS = 10 * 60


def get_me(call: Call) -> Json:
    return {
        **call.world.profile.user(),
        "can_join_groups": True,
        "can_read_all_group_messages": call.world.profile.reads_groups,
        "supports_guest_queries": False,
        "supports_inline_queries": call.world.profile.inline,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
        "supports_join_request_queries": False,
    }


def set_my_name(call: Call) -> bool:
    return _set(call, call.world.profile.names, "name", 64)


def get_my_name(call: Call) -> Json:
    """In a language in which the bot has no name of its own it has the common one."""
    return {"name": _get(call, call.world.profile.names) or call.world.profile.name}


def set_my_description(call: Call) -> bool:
    return _set(call, call.world.profile.descriptions, "description", 512)


def get_my_description(call: Call) -> Json:
    return {"description": _get(call, call.world.profile.descriptions)}


def set_my_short_description(call: Call) -> bool:
    return _set(call, call.world.profile.short_descriptions, "short_description", 120)


def get_my_short_description(call: Call) -> Json:
    return {"short_description": _get(call, call.world.profile.short_descriptions)}


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
    language = language_code(call)
    texts[language] = text
    if not text:
        del texts[language]
    call.world.touch("profile", "")
    return True


def _get(call: Call, texts: dict[str, str]) -> str:
    return texts.get(language_code(call)) or texts.get("", "")
