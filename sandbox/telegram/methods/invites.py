"""Invite links: the primary one, further ones, those for a paid subscription."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.groups import group_errors as words
from sandbox.telegram.groups.rights import group_of, need
from sandbox.world import Chat, Group
from sandbox.world.links import MOST_MEMBERS, new_link, primary_link, shown_link

LONGEST_NAME = 32
SUBSCRIPTION_SECONDS = 30 * 24 * 60 * 60
LARGEST_PRICE = 10_000


def export_chat_invite_link(call: Call) -> str:
    """A new primary link; the old one is revoked."""
    chat, _ = _inviting(call)
    old = primary_link(chat)
    if old:
        old["is_revoked"] = True
    return str(new_link(call.world, chat, primary=True)["invite_link"])


def create_chat_invite_link(call: Call) -> Json:
    chat, _ = _inviting(call)
    return shown_link(call.world, chat, new_link(call.world, chat, **_terms(call)))


def edit_chat_invite_link(call: Call) -> Json:
    """What is left out is taken away: name, end and limit are set anew."""
    chat, group = _inviting(call)
    link = _own_link(call, group)
    terms = {name: value for name, value in _terms(call).items() if value}
    if link["is_primary"]:
        raise bad_request(words.LINK_PRIMARY)
    for name in ("name", "expire_date", "member_limit"):
        link.pop(name, None)
    return _changed(call, chat, link, {"creates_join_request": False, **terms})


def create_chat_subscription_invite_link(call: Call) -> Json:
    chat, _ = _inviting(call)
    period, price = call.params["subscription_period"], call.params["subscription_price"]
    if period != SUBSCRIPTION_SECONDS or not 1 <= price <= LARGEST_PRICE:
        raise bad_request(words.PRICING)
    if chat.type != "channel":
        raise bad_request(words.PRICING_CHAT)
    terms = {"name": _name(call), "subscription_period": period, "subscription_price": price}
    return shown_link(call.world, chat, new_link(call.world, chat, **terms))


def edit_chat_subscription_invite_link(call: Call) -> Json:
    chat, group = _inviting(call)
    link = _own_link(call, group)
    link.pop("name", None)
    return _changed(call, chat, link, {"name": _name(call)} if _name(call) else {})


def revoke_chat_invite_link(call: Call) -> Json:
    """When it was the primary one, a new primary one is made."""
    chat, group = _inviting(call)
    link = _changed(call, chat, _own_link(call, group), {"is_revoked": True})
    if link["is_primary"]:
        new_link(call.world, chat, primary=True)
    return link


def _inviting(call: Call) -> tuple[Chat, Group]:
    chat, group, own = group_of(call, private=words.LINK_PRIVATE)
    need(own, "can_invite_users", words.LINK_RIGHTS)
    return chat, group


def _own_link(call: Call, group: Group) -> Json:
    link = group.links.get(call.params["invite_link"])
    if link is None or link["is_revoked"]:
        raise bad_request(words.LINK_GONE)
    return link


def _terms(call: Call) -> Json:
    """Name, end, limit, and whether one must be let in; limits are brought into their bounds as Telegram does."""
    expire, limit = max(call.get("expire_date", 0), 0), min(max(call.get("member_limit", 0), 0), MOST_MEMBERS + 1)
    asks = bool(call.get("creates_join_request"))
    if asks and limit:
        raise bad_request(words.LINK_LIMITED_REQUEST)
    if 0 < expire <= call.world.unix():
        raise bad_request(words.LINK_EXPIRE)
    if limit > MOST_MEMBERS:
        raise bad_request(words.LINK_LIMIT)
    return {"name": _name(call), "expire_date": expire, "member_limit": limit, "creates_join_request": asks}


def _name(call: Call) -> str:
    return " ".join(str(call.get("name", "")).split())[:LONGEST_NAME]


def _changed(call: Call, chat: Chat, link: Json, terms: Json) -> Json:
    link |= terms
    call.world.touch("chat", str(chat.id))
    return shown_link(call.world, chat, link)
