"""Photos of people, of chats and of the bot itself."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.media.portraits import moving_portrait, portrait
from sandbox.telegram.media.sources import ATTACHED, upload
from sandbox.world import Chat
from sandbox.world.notices import announce
from sandbox.world.permissions import permits
from sandbox.world.portraits import add_photo, chat_photo, portraits, remove_photo

MOST = 100


def get_user_profile_photos(call: Call) -> Json:
    shown = _shown(call)["photos"]
    return {"total_count": len(shown), "photos": _page(call, shown)}


def get_user_profile_audios(call: Call) -> Json:
    shown = _shown(call)["audios"]
    return {"total_count": len(shown), "audios": _page(call, shown)}


def set_my_profile_photo(call: Call) -> bool:
    """A photo, or a film whose main frame is shown."""
    given: Json = call.params["photo"]
    moving = given["type"] == "animated"
    value: str = given["animation" if moving else "photo"]
    if not value.startswith(ATTACHED):
        raise bad_request("Photo must be uploaded as a file")
    new = upload(call, value, absent="Photo must be uploaded as a file")
    photo = moving_portrait(call.world, new) if moving else portrait(call.world, new)
    add_photo(call.world, call.world.profile.id, photo)
    return True


def remove_my_profile_photo(call: Call) -> bool:
    remove_photo(call.world, call.world.profile.id)
    return True


def set_chat_photo(call: Call) -> bool:
    """The photo stands in the chat as a service message, too."""
    chat = _changeable(call)
    if not call.params["photo"].startswith(ATTACHED):
        raise bad_request("Photo must be uploaded as an InputFile")
    photo = portrait(call.world, upload(call, call.params["photo"], absent=errors.MISSING["photo"]))
    assert chat.group is not None
    chat.group.about["photo"] = chat_photo(photo)
    call.world.touch("chat", str(chat.id))
    announce(call.world, chat, {"new_chat_photo": photo}, by=None)
    return True


def delete_chat_photo(call: Call) -> bool:
    chat = _changeable(call)
    assert chat.group is not None
    if "photo" not in chat.group.about:
        raise bad_request("CHAT_NOT_MODIFIED")
    del chat.group.about["photo"]
    call.world.touch("chat", str(chat.id))
    announce(call.world, chat, {"delete_chat_photo": True}, by=None)
    return True


def _shown(call: Call) -> Json:
    user_id = call.params["user_id"]
    if user_id not in call.world.people and user_id != call.world.profile.id:
        raise bad_request(errors.USER_GONE)
    return portraits(call.world, user_id)


def _page(call: Call, shown: list[Json]) -> list[Json]:
    """Offset and limit are brought into their bounds, not refused."""
    offset = max(call.get("offset", 0), 0)
    limit = call.get("limit", MOST)
    return shown[offset : offset + (limit if 0 < limit <= MOST else MOST)]


def _changeable(call: Call) -> Chat:
    """A group or channel whose photo the bot may change."""
    chat = call.chat()
    if chat.group is None:
        raise bad_request("Can't change private chat photo")
    if not permits(chat, call.own_member(chat), "can_change_info"):
        raise bad_request("Not enough rights to change chat photo")
    return chat
