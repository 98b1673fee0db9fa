"""Inline mode from the side of people: typing after the bot's name, choosing a result."""

from __future__ import annotations

from sandbox.control.acts import CannotAct, Done, place
from sandbox.shapes import Json
from sandbox.world import Chat, Person, World

LONGEST_QUERY = 256


def ask(world: World, person: Person, query: str, offset: str = "", *, chat: Chat | None = None) -> Done:
    """Type `@bot query`. An answer that the bot has given for the same words is taken from the cache."""
    if not world.profile.inline:
        raise CannotAct(409, "the bot has no inline mode")
    here = place(world, person, chat)
    if len(query) > LONGEST_QUERY:
        raise CannotAct(400, f"a query has at most {LONGEST_QUERY} characters")
    known = world.inline.cached(person.id, query, offset)
    record = world.inline.open(person.id, here.id, query, offset)
    if known is not None:
        world.inline.answer(record["id"], {**known["answer"], "cache_time": 0})
        return Done(None, told={"inline_query_id": record["id"]})
    update_id = world.updates.add("inline_query", {
        "id": record["id"],
        "from": person.user(),
        "query": query,
        "offset": offset,
        "chat_type": "sender" if here.person else here.type,
    })  # fmt: skip
    return Done(update_id, told={"inline_query_id": record["id"]})


def shown_query(world: World, query_id: str) -> Json:
    """The query with what the bot answered: {query, offset, answer: {results, button, next_offset} or null}."""
    record = world.inline.query(query_id)
    if record is None:
        raise CannotAct(404, "no such query")
    answer = record["answer"]
    shown = None
    if answer is not None:
        shown = {name: answer[name] for name in ("button", "next_offset", "is_personal", "cache_time")}
        shown["results"] = [kept["result"] for kept in answer["results"]]
    return {**{name: record[name] for name in ("id", "user_id", "chat_id", "query", "offset")}, "answer": shown}


def choose(world: World, person: Person, query_id: str, result_id: str) -> Done:
    """Send a result. The bot hears what was chosen when its owner has switched that on."""
    record = world.inline.query(query_id)
    if record is None or record["user_id"] != person.id or record["answer"] is None:
        raise CannotAct(404, "no such query, or no answer to it")
    results = record["answer"]["results"]
    kept = next((kept for kept in results if kept["result"]["id"] == result_id), None)
    if kept is None:
        raise CannotAct(404, "no such result")
    chat = world.chats[record["chat_id"]]
    update_id, name = _sent(world, person, chat, kept)
    if world.profile.inline_feedback:
        chosen = {"result_id": result_id, "from": person.user(), "query": record["query"]}
        chosen |= {"inline_message_id": name} if name else {}
        update_id = world.updates.add("chosen_inline_result", chosen)
    return Done(update_id, chat.messages[next(reversed(chat.messages))])


def send_prepared(world: World, person: Person, prepared_id: str, *, chat: Chat | None = None) -> Done:
    """Send a message that the bot has prepared for this person."""
    record = world.shelf("prepared_message").get(prepared_id)
    if record is None or record["user_id"] != person.id or record["expires"] <= world.unix():
        raise CannotAct(404, "no such message, or its time is over")
    here = place(world, person, chat)
    kind = {"private": "allow_bot_chats", "channel": "allow_channel_chats"}.get(here.type, "allow_group_chats")
    if kind not in record["chats"]:
        raise CannotAct(409, "the message is not for such a chat")
    world.shelf("prepared_message").drop(prepared_id)
    update_id, _ = _sent(world, person, here, record["kept"])
    return Done(update_id, here.messages[next(reversed(here.messages))])


def _sent(world: World, person: Person, chat: Chat, kept: Json) -> tuple[int | None, str | None]:
    place(world, person, chat if chat.group else None)
    if kept["content"] is None:
        raise CannotAct(409, "the result holds a file from the web, which the sandbox does not fetch")
    before = world.updates.last_id
    name = world.send_inline(person.id, chat.id, kept)
    return (world.updates.last_id if world.updates.last_id > before else None), name
