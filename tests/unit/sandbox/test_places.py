"""Locations, live locations, venues, contacts and dice."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from sandbox import TurnableClock
from sandbox.telegram.messages.dice import VALUES
from sandbox.world import Person
from tests.unit.sandbox.client import Client

BAD = "Bad Request: "
HERE = {"latitude": 55.75, "longitude": 37.61}
LIVE = {**HERE, "live_period": 600}


async def live(http: Client, **given: Any) -> dict[str, Any]:
    sent = await http.ok("sendLocation", chat_id=501, **{**LIVE, **given})
    return {"chat_id": 501, "message_id": sent["message_id"]}


async def test_a_live_location_moves_and_stops(http: Client, anna: Person) -> None:
    place = await live(http, heading=90, proximity_alert_radius=100, horizontal_accuracy=9_000)
    [message] = (await http.get("people/501/chat"))["messages"]
    assert message["location"] == {**LIVE, "heading": 90, "proximity_alert_radius": 100, "horizontal_accuracy": 1500}
    moved = await http.ok("editMessageLiveLocation", **place, latitude=55.8, longitude=37.7, live_period=900)
    assert moved["location"] == {"latitude": 55.8, "longitude": 37.7, "live_period": 900}
    stopped = await http.ok("stopMessageLiveLocation", **place)
    assert stopped["location"] == {"latitude": 55.8, "longitude": 37.7}
    for method in ("editMessageLiveLocation", "stopMessageLiveLocation"):
        given = HERE if method.startswith("edit") else {}
        assert await http.refused(method, **place, **given) == f"{BAD}message can't be edited"


async def test_a_live_location_ends(http: Client, anna: Person, clock: TurnableClock) -> None:
    place = await live(http)
    clock.turn_to(clock.now() + timedelta(seconds=599))
    await http.ok("editMessageLiveLocation", **place, latitude=55.8, longitude=37.7)
    clock.turn_to(clock.now() + timedelta(seconds=1))
    assert await http.refused("editMessageLiveLocation", **place, **HERE) == f"{BAD}message can't be edited"


REFUSED = [
    ("sendLocation", {"latitude": 91}, "wrong location specified"),
    ("sendLocation", {"live_period": 59}, "wrong live location period specified"),
    ("sendLocation", {"live_period": 86_401}, "wrong live location period specified"),
    ("sendLocation", {"heading": 361}, "wrong live location heading specified"),
    ("sendLocation", {"proximity_alert_radius": 100_001}, "wrong live location proximity alert radius specified"),
    ("sendVenue", {"longitude": 181, "title": "а", "address": "б"}, "wrong venue location specified"),
    ("sendVenue", {"title": "а"}, 'parameter "address" is required'),
    ("sendDice", {"emoji": "😀"}, "EMOTICON_INVALID"),
    ("sendContact", {"phone_number": "1", "first_name": "а", "vcard": "ж" * 1025}, "contact vCard is too long"),
]


@pytest.mark.parametrize(("method", "params", "words"), REFUSED)
async def test_what_is_refused(http: Client, anna: Person, method: str, params: dict[str, Any], words: str) -> None:
    assert await http.refused(method, chat_id=501, **{**HERE, **params}) == BAD + words


async def test_edits_of_what_does_not_move(http: Client, anna: Person) -> None:
    text = await http.ok("sendMessage", chat_id=501, text="x")
    point = await http.ok("sendLocation", chat_id=501, **HERE)
    still = await live(http)
    gone = "there is no live location in the message to edit"
    for message_id, words in ((text["message_id"], gone), (point["message_id"], "message can't be edited")):
        given = {"chat_id": 501, "message_id": message_id, **HERE}
        assert await http.refused("editMessageLiveLocation", **given) == BAD + words
    far = {**still, "latitude": 91, "longitude": 0}
    assert await http.refused("editMessageLiveLocation", **far) == f"{BAD}invalid live location specified"
    long = {**still, **HERE, "live_period": 600 + 86_401}
    assert await http.refused("editMessageLiveLocation", **long) == f"{BAD}wrong live location period specified"
    assert await http.refused("editMessageLiveLocation", **still, **HERE) == (
        f"{BAD}message is not modified: specified new message content and reply markup "
        "are exactly the same as a current content and reply markup of the message"
    )


async def test_a_venue_and_a_contact(http: Client, anna: Person) -> None:
    given = {**HERE, "title": "Центр", "address": "Ленина, 1", "foursquare_id": "4"}
    sent = await http.ok("sendVenue", chat_id=501, **given)
    assert sent["venue"] == {"location": HERE, "title": "Центр", "address": "Ленина, 1", "foursquare_id": "4"}
    assert sent["location"] == HERE
    contact = {"phone_number": "+79001234567", "first_name": "Ольга", "vcard": "BEGIN:VCARD\nEND:VCARD"}
    assert (await http.ok("sendContact", chat_id=501, **contact))["contact"] == contact


@pytest.mark.parametrize("emoji", [*VALUES, "⚽\ufe0f"])
async def test_dice(http: Client, anna: Person, emoji: str) -> None:
    most = VALUES[emoji[0]]
    values = {(await http.ok("sendDice", chat_id=501, emoji=emoji))["dice"]["value"] for _ in range(40)}
    assert values <= set(range(1, most + 1))
    assert len(values) > 1
    assert (await http.ok("sendDice", chat_id=501))["dice"]["emoji"] == "🎲"


async def test_a_person_throws_a_die_and_shows_where_she_is(http: Client, anna: Person, clock: TurnableClock) -> None:
    thrown = await http.post("people/501/say", {"text": "🎲"})
    assert thrown["message"]["dice"]["emoji"] == "🎲"
    shown = await http.post("people/501/location", LIVE)
    place = {"message_id": shown["message"]["message_id"], "latitude": 55.8, "longitude": 37.7}
    await http.post("people/501/location", place)
    *_, update = await http.ok("getUpdates")
    assert update["edited_message"]["location"] == {"latitude": 55.8, "longitude": 37.7, "live_period": 600}
    clock.turn_to(clock.now() + timedelta(seconds=600))
    await http.post("people/501/location", place, status=409)
    await http.post("people/501/location", {"latitude": 1}, status=400)
    await http.post("people/501/location", {"latitude": 91, "longitude": 0}, status=400)
    await http.post("people/501/location", {**place, "message_id": thrown["message"]["message_id"]}, status=404)
