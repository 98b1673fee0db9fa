"""What people send by keys of the reply keyboard: their here, people, chats, data of a Web App."""

from __future__ import annotations

from typing import Any

from sandbox.control.acts import CannotAct, Done, place, put
from sandbox.shapes import Json
from sandbox.telegram.messages.places import location
from sandbox.world import Chat, Person, World


def share_location(world: World, person: Person, given: Json, *, chat: Chat | None = None) -> Done:
    """Send a point on the map, or with `live_period` a here that moves."""
    return put(world, person, place(world, person, chat), {"location": location(given)})


def move(world: World, person: Person, message_id: int, given: Json, *, chat: Chat | None = None) -> Done:
    """Her live location moves; the bot hears of it as of an edited message."""
    here = place(world, person, chat)
    message = here.messages.get(message_id)
    old: Json = message.body.get("location", {}) if message else {}
    if message is None or message.body.get("from", {}).get("id") != person.id or "live_period" not in old:
        raise CannotAct(404, "no live location of this person")
    if message.body["date"] + old["live_period"] <= world.unix():
        raise CannotAct(409, "the location is not live any more")
    fresh = location({**given, "live_period": old["live_period"]})
    moved = world.rewrite(here, message, {**message.body, "location": fresh})
    return Done(world.updates.add("edited_message", moved.body), moved)


def share_users(world: World, person: Person, request_id: int, user_ids: list[int]) -> Done:
    """Share people by the key that asked for them."""
    request = _request(world, person, "request_users", request_id)
    if not 1 <= len(user_ids) <= request.get("max_quantity", 1):
        raise CannotAct(400, f"1–{request.get('max_quantity', 1)} people can be shared")
    return _service(world, person, {"users_shared": {
        "request_id": request_id, "users": [_shared_user(world, request, user_id) for user_id in user_ids],
    }})  # fmt: skip


def share_chat(world: World, person: Person, request_id: int, chat_id: int) -> Done:
    """Share a group or a channel by the key that asked for one."""
    request = _request(world, person, "request_chat", request_id)
    chat = world.chats.get(chat_id)
    if chat is None or chat.group is None:
        raise CannotAct(404, "no such group")
    member = chat.member(person.id) or {}
    fits = [
        (chat.type == "channel") == request["chat_is_channel"],
        request.get("chat_is_forum") in (None, chat.group.is_forum),
        request.get("chat_has_username") in (None, chat.group.username is not None),
        not request.get("chat_is_created") or member.get("status") == "creator",
        not request.get("bot_is_member") or chat.holds(world.profile.id),
    ]
    if not all(fits) or not chat.holds(person.id):
        raise CannotAct(409, "the key asks for another chat")
    shared: Json = {"request_id": request_id, "chat_id": chat.id}
    shared |= {"title": chat.group.title} if request.get("request_title") else {}
    shared |= {"username": chat.group.username} if request.get("request_username") and chat.group.username else {}
    return _service(world, person, {"chat_shared": shared})


def send_web_app_data(world: World, person: Person, button_text: str, data: str) -> Done:
    """What a Web App opened by a key sends."""
    if not any(key["text"] == button_text and "web_app" in key for key in _keys(world, person)):
        raise CannotAct(404, "no such key")
    if len(data.encode()) > 4096:
        raise CannotAct(400, "data: at most 4096 bytes")
    return _service(world, person, {"web_app_data": {"data": data, "button_text": button_text}})


def open_web_app(world: World, person: Person, chat: Chat | None = None) -> Done:
    """Open a Web App from an inline button: the bot may answer its query with a message."""
    here = place(world, person, chat)
    query_id = world.callbacks.next_id()
    record = {"user_id": person.id, "chat_id": here.id, "made": world.unix()}
    world.shelf("web_app_query").put(query_id, record)
    return Done(None, told={"web_app_query_id": query_id})


def stop_draft(world: World, person: Person) -> Done:
    """Stop what the bot is writing, when its draft allows it."""
    chat = place(world, person, None)
    draft = chat.draft
    if draft is None or not draft["can_stop"] or draft["until"] <= world.unix():
        raise CannotAct(409, "there is no draft to stop")
    if not draft["keep_on_stop"]:
        chat.draft = None
        world.tell("draft", chat.id, None)
    stopped = {"chat": chat.body(), "draft_id": draft["draft_id"]}
    return Done(world.updates.add("stopped_message_generation", stopped))


def _keys(world: World, person: Person) -> list[Json]:
    keyboard = world.chats[person.id].keyboard or {}
    return [key for row in keyboard.get("keyboard", []) for key in row]


def _request(world: World, person: Person, kind: str, request_id: int) -> Json:
    for key in _keys(world, person):
        if kind in key and key[kind]["request_id"] == request_id:
            request: Json = key[kind]
            return request
    raise CannotAct(404, "no such key")


def _shared_user(world: World, request: Json, user_id: Any) -> Json:
    user = world.people.get(user_id)
    if user is None:
        raise CannotAct(404, f"no such person: {user_id}")
    if request.get("user_is_bot") or request.get("user_is_premium"):
        raise CannotAct(409, "the key asks for other people")
    shared: Json = {"user_id": user.id}
    if request.get("request_name"):
        shared |= {"first_name": user.first_name, **({"last_name": user.last_name} if user.last_name else {})}
    if request.get("request_username") and user.username:
        shared["username"] = user.username
    return shared


def _service(world: World, person: Person, content: Json) -> Done:
    chat = place(world, person, None)
    done = put(world, person, chat, content)
    if chat.keyboard and chat.keyboard.get("one_time_keyboard"):
        world.set_keyboard(chat, None)
    return done
