"""Locations, venues and contacts: what Telegram refuses, and what it keeps."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram.errors import bad_request

FOREVER = 0x7FFFFFFF
LIVE_SECONDS = range(60, 86_401)
LONGEST_VCARD = 2048
_LIVE = ("live_period", "heading", "proximity_alert_radius")
_VENUE = ("title", "address", "foursquare_id", "foursquare_type", "google_place_id", "google_place_type")


def point(given: Json, *, refusal: str = "Wrong location specified") -> Json:
    """A point on the map. The accuracy is brought into its bounds, not refused."""
    place: Json = {"latitude": given["latitude"], "longitude": given["longitude"]}
    if not (-90 <= place["latitude"] <= 90 and -180 <= place["longitude"] <= 180):
        raise bad_request(refusal)
    accuracy = min(max(given.get("horizontal_accuracy") or 0, 0), 1500)
    return {**place, "horizontal_accuracy": accuracy} if accuracy else place


def location(given: Json) -> Json:
    """A point, or with `live_period` a live location."""
    place = point(given)
    period = given.get("live_period") or 0
    if period not in (0, FOREVER) and period not in LIVE_SECONDS:
        raise bad_request("Wrong live location period specified")
    check_direction(given)
    if not period:
        return place
    return {**place, **{name: given[name] for name in _LIVE if given.get(name)}}


def check_direction(given: Json) -> None:
    """Heading and alert radius of a live location."""
    if not 0 <= (given.get("heading") or 0) <= 360:
        raise bad_request("Wrong live location heading specified")
    if not 0 <= (given.get("proximity_alert_radius") or 0) <= 100_000:
        raise bad_request("Wrong live location proximity alert radius specified")


def venue(given: Json) -> Json:
    """A place with a name and an address."""
    place = point(given, refusal="Wrong venue location specified")
    return {"location": place, **{name: given[name] for name in _VENUE if given.get(name)}}


def contact(given: Json) -> Json:
    """A `Contact`."""
    if len(given.get("vcard", "").encode()) > LONGEST_VCARD:
        raise bad_request("contact vCard is too long")  # the words of the real server are not known
    names = ("phone_number", "first_name", "last_name", "vcard")
    return {name: given[name] for name in names if given.get(name)}
