"""Reactions of the bot and of people."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.sandbox.client import Client
from tests.unit.sandbox.places import ANNA, BAD, BOT, ILYA, VIKTOR, people, place, told, updates

WANTED = ["message", "message_reaction", "message_reaction_count"]
HEART = {"type": "emoji", "emoji": "❤"}
CUSTOM = {"type": "custom_emoji", "custom_emoji_id": "5434144690511290129"}


@pytest.fixture(autouse=True)
async def cast(http: Client) -> None:
    await people(http)
    await http.post(f"people/{ANNA}/start")


async def message(http: Client, chat_id: int) -> dict[str, Any]:
    sent = await http.ok("sendMessage", chat_id=chat_id, text="Как вам?")
    return {"chat_id": chat_id, "message_id": sent["message_id"]}


@pytest.mark.parametrize(
    ("reaction", "words"),
    [
        ([{"type": "emoji", "emoji": "🧀"}], "REACTION_INVALID"),
        ([CUSTOM], "REACTION_INVALID"),
        ([{"type": "paid"}], "invalid reaction specified"),
        ([HEART, {"type": "emoji", "emoji": "🔥"}], "REACTIONS_TOO_MANY"),
        ([{"type": "moon"}], 'can\'t parse ReactionType: type "moon" is unsupported'),
        ([{"type": "emoji"}], "can't parse ReactionType: Can't find field \"emoji\""),
    ],
)
async def test_refusals(http: Client, reaction: list[dict[str, str]], words: str) -> None:
    where = await message(http, ANNA)
    assert await http.refused("setMessageReaction", **where, reaction=reaction) == BAD + words


async def test_to_what_one_cannot_react(http: Client) -> None:
    assert await http.refused("setMessageReaction", chat_id=ANNA, message_id=999, reaction=[HEART]) == (
        f"{BAD}message to react not found"
    )
    where = await message(http, ANNA)
    await http.ok("pinChatMessage", **where)
    notice = (await http.get(f"people/{ANNA}/chat"))["messages"][-1]["message_id"]
    assert await http.refused("setMessageReaction", chat_id=ANNA, message_id=notice, reaction=[HEART]) == (
        f"{BAD}REACTION_INVALID"
    )
    chat_id = await place(http, bot="member")
    where = await message(http, chat_id)
    await http.post(f"people/{ANNA}/react", {**where, "reaction": ["👍"]})
    who = {"chat_id": chat_id, "user_id": BOT, "status": "restricted", "can_send_messages": True}
    await http.post(f"people/{ANNA}/member", who)
    assert await http.refused("setMessageReaction", **where, reaction=[HEART]) == f"{BAD}REACTION_INVALID"


async def test_the_reaction_of_the_bot(http: Client) -> None:
    where = await message(http, ANNA)
    await updates(http, *WANTED)
    await http.ok("setMessageReaction", **where, reaction=[{"type": "emoji", "emoji": "❤️"}])  # with a mark of colour
    await http.ok("setMessageReaction", **where, reaction=[HEART])  # the same again is fine
    shown = (await http.get(f"people/{ANNA}/chat"))["reactions"]
    assert shown == {str(where["message_id"]): [{"user_id": BOT, "reaction": [HEART]}]}
    await http.ok("setMessageReaction", **where)
    assert (await http.get(f"people/{ANNA}/chat"))["reactions"] == {}
    assert await told(http) == []  # it never hears of itself


async def test_a_custom_emoji_that_somebody_has_used(http: Client) -> None:
    where = await message(http, ANNA)
    await http.post(f"people/{ANNA}/react", {**where, "reaction": [CUSTOM["custom_emoji_id"]]}, 404)
    mine = {"message_id": where["message_id"], "reaction": [CUSTOM["custom_emoji_id"]]}
    await http.post(f"people/{ANNA}/react", mine)
    assert await http.ok("setMessageReaction", **where, reaction=[CUSTOM])


async def test_what_the_bot_hears_of_people(http: Client) -> None:
    where = await message(http, ANNA)
    act = {"message_id": where["message_id"]}
    assert (await http.post(f"people/{ANNA}/react", {**act, "reaction": ["👍"]}))["update_id"] is None  # not asked for
    await updates(http, *WANTED)
    await http.post(f"people/{ANNA}/react", {**act, "reaction": ["❤"]})
    await http.post(f"people/{ANNA}/react", {**act, "reaction": ["❤"]})
    await http.post(f"people/{ANNA}/react", {**act, "reaction": []})
    await http.post(f"people/{ANNA}/react", {**act, "reaction": ["сыр"]}, 400)
    news = await told(http)
    assert [(kind, body["old_reaction"], body["new_reaction"]) for kind, body in news] == [
        ("message_reaction", [{"type": "emoji", "emoji": "👍"}], [HEART]),
        ("message_reaction", [HEART], []),
    ]
    assert news[0][1]["user"]["id"] == ANNA


async def test_in_a_group_only_an_administrator_hears(http: Client) -> None:
    await updates(http, *WANTED)
    for bot in ("member", "administrator"):
        where = await message(http, await place(http, bot=bot))
        await http.post(f"people/{ILYA}/react", {**where, "reaction": ["👍"]})
        await http.post(f"people/{VIKTOR}/react", {**where, "reaction": ["👍"]}, 409)
    assert [kind for kind, _ in await told(http)] == ["message_reaction"]


async def test_a_channel_counts(http: Client) -> None:
    where = await message(http, await place(http, "channel"))
    await updates(http, *WANTED)
    await http.post(f"people/{ANNA}/react", {**where, "reaction": ["👍"]})
    await http.post(f"people/{ILYA}/react", {**where, "reaction": ["❤", "👍"]})
    news = await told(http)
    assert [kind for kind, _ in news] == ["message_reaction_count"] * 2
    assert news[1][1]["reactions"] == [
        {"type": {"type": "emoji", "emoji": "👍"}, "total_count": 2},
        {"type": HEART, "total_count": 1},
    ]


async def test_taking_reactions_of_others_away(http: Client) -> None:
    chat_id = await place(http)
    first, second = await message(http, chat_id), await message(http, chat_id)
    for where in (first, second):
        for person in (ANNA, ILYA):
            await http.post(f"people/{person}/react", {**where, "reaction": ["👍"]})
    await http.ok("deleteMessageReaction", **first, user_id=ILYA)
    await http.ok("deleteAllMessageReactions", chat_id=chat_id, user_id=ANNA)
    await http.ok("setMessageReaction", **first, reaction=[HEART])
    left = (await http.get(f"chats/{chat_id}"))["reactions"]
    assert left == {
        str(first["message_id"]): [{"user_id": BOT, "reaction": [HEART]}],
        str(second["message_id"]): [{"user_id": ILYA, "reaction": [{"type": "emoji", "emoji": "👍"}]}],
    }
    assert await http.refused("deleteMessageReaction", chat_id=chat_id, message_id=999, user_id=ILYA) == (
        f"{BAD}message not found"
    )
    assert await http.refused("deleteMessageReaction", **first) == f"{BAD}invalid user_id specified"
    assert await http.ok("deleteMessageReaction", **first, actor_chat_id=chat_id)
    await http.ok("deleteMessage", **second)
    assert list((await http.get(f"chats/{chat_id}"))["reactions"]) == [str(first["message_id"])]
