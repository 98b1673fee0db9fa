"""Locations, live locations, venues, contacts and dice."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.messages.dice import EMOJI_STYLE, VALUES, throw
from sandbox.telegram.messages.editing import edit_target, rewrite
from sandbox.telegram.messages.places import FOREVER, check_direction, contact, location, point, venue
from sandbox.telegram.messages.sending import send
from sandbox.world import Message

DAY = 24 * 60 * 60
_NOTHING_TO_EDIT = frozenset({"contact", "dice", "poll", "sticker", "venue", "video_note"})


def send_location(call: Call) -> Json:
    chat = call.recipient()
    return send(call, chat, {"location": location(call.params)})


def edit_message_live_location(call: Call) -> Json | bool:
    """`live_period` counts from the sending and may grow by at most a day; without it the period stays."""
    target = edit_target(call)
    old: Json = _live(call, target.message)
    fresh = point(call.params, refusal="Invalid live location specified")
    check_direction(call.params)
    for name in ("heading", "proximity_alert_radius"):
        if call.get(name):
            fresh[name] = call.params[name]
    period = call.get("live_period") or old["live_period"]
    if period != FOREVER and (old["live_period"] == FOREVER or not 0 < period <= old["live_period"] + DAY):
        raise bad_request("Wrong live location period specified")
    return rewrite(call, target, ("location",), {"location": {**fresh, "live_period": period}})


def stop_message_live_location(call: Call) -> Json | bool:
    """Afterwards it is a point like any other."""
    target = edit_target(call)
    old = _live(call, target.message)
    stopped = {name: old[name] for name in ("latitude", "longitude", "horizontal_accuracy") if name in old}
    return rewrite(call, target, ("location",), {"location": stopped})


def send_venue(call: Call) -> Json:
    """The location of a venue stands beside it, as in every message with one."""
    chat = call.recipient()
    place = venue(call.params)
    return send(call, chat, {"venue": place, "location": place["location"]})


def send_contact(call: Call) -> Json:
    chat = call.recipient()
    return send(call, chat, {"contact": contact(call.params)})


def send_dice(call: Call) -> Json:
    chat = call.recipient()
    emoji = call.get("emoji", "🎲").replace(EMOJI_STYLE, "")
    if emoji not in VALUES:
        raise bad_request(errors.DICE_EMOJI)
    return send(call, chat, {"dice": throw(emoji)})


def _live(call: Call, message: Message) -> Json:
    """The live location to change: still live, else the message can't be edited any more."""
    place: Json = message.body.get("location") or {}
    if not place and not message.body.keys() & _NOTHING_TO_EDIT:
        raise bad_request("There is no live location in the message to edit")
    period = place.get("live_period", 0)
    if period != FOREVER and message.body["date"] + period <= call.world.unix():
        raise bad_request(errors.EDIT_DENIED)
    return place
