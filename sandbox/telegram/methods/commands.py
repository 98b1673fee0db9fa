"""The list of commands and the menu button."""

from __future__ import annotations

import re

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call, find_chat
from sandbox.telegram.errors import bad_request
from sandbox.telegram.text import utf16
from sandbox.world.profile import COMMANDS_BUTTON

_COMMAND = re.compile(r"/?[a-z0-9_]+")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")


def set_my_commands(call: Call) -> bool:
    commands: list[Json] = call.params["commands"]
    if len(commands) > 100:
        raise bad_request(errors.COMMANDS_MANY)
    kept = [_command(command) for command in commands]
    place = _place(call)
    if kept:
        call.world.profile.commands[place] = kept
    else:
        call.world.profile.commands.pop(place, None)
    call.world.touch("profile", "")
    return True


def get_my_commands(call: Call) -> list[Json]:
    return call.world.profile.commands.get(_place(call), [])


def delete_my_commands(call: Call) -> bool:
    call.world.profile.commands.pop(_place(call), None)
    call.world.touch("profile", "")
    return True


def set_chat_menu_button(call: Call) -> bool:
    button: Json = call.get("menu_button") or {"type": "default"}
    if button["type"] == "web_app" and not button["text"].strip():
        raise bad_request("Menu button text must be non-empty")
    if button["type"] == "web_app" and not button["web_app"]["url"].startswith("https://"):
        address = button["web_app"]["url"]
        raise bad_request(f"Menu button Web App URL '{address}' is invalid: Only HTTPS links are allowed")
    if "chat_id" in call.params:
        call.world.profile.menus[str(_private(call))] = button
    else:
        call.world.profile.menu = dict(COMMANDS_BUTTON) if button["type"] == "default" else button
    call.world.touch("profile", "")
    return True


def get_chat_menu_button(call: Call) -> Json:
    if "chat_id" in call.params:
        return call.world.profile.menus.get(str(_private(call)), {"type": "default"})
    return call.world.profile.menu


def _private(call: Call) -> int:
    """Only private chats have a menu button."""
    chat = call.chat()
    if chat.person is None:
        raise bad_request("private chat not found")
    return chat.id


def _command(command: Json) -> Json:
    name: str = command["command"].removeprefix("/")
    if not name:
        raise bad_request(errors.COMMAND_EMPTY)
    if len(name) > 32:
        raise bad_request(errors.COMMAND_LONG)
    if not _COMMAND.fullmatch(name):
        raise bad_request(errors.COMMAND_INVALID)
    description = command["description"].strip()
    if not description:
        raise bad_request(errors.COMMAND_NO_DESCRIPTION)
    if utf16.length(description) > 256:
        raise bad_request(errors.COMMAND_DESCRIPTION_LONG)
    return {"command": name, "description": description}


def language_code(call: Call) -> str:
    """A two-letter code, or "" for everybody."""
    code: str = call.get("language_code", "")
    if not _LANGUAGE.fullmatch(code):
        raise bad_request("Invalid language code specified")
    return code


def _place(call: Call) -> str:
    """Scope and language as one key; a chat's scope names a chat that the bot knows."""
    scope: Json = call.get("scope") or {"type": "default"}
    name: str = scope["type"]
    if "chat_id" in scope:
        chat = find_chat(call.world, scope["chat_id"])
        if chat is None:
            raise bad_request(errors.CHAT_NOT_FOUND)
        if chat.type == "channel":
            raise bad_request("Can't change commands in channel chats")
        if chat.type == "private" and name != "chat":
            raise bad_request("Can't use specified scope in private chats")
        name = f"{name}:{chat.id}"
        if "user_id" in scope:
            if scope["user_id"] not in call.world.people:
                raise bad_request("user not found")
            name = f"{name}:{scope['user_id']}"
    return f"{name}/{language_code(call)}"
