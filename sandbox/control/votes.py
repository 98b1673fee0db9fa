"""Polls from the side of people: voting, adding an option, sending an own poll."""

from __future__ import annotations

from sandbox.control.acts import CannotAct, Done, place, put
from sandbox.shapes import Json
from sandbox.telegram.call import Call
from sandbox.telegram.messages.poll_content import LONGEST_OPTION, MOST_OPTIONS, poll_body, ways
from sandbox.world import Chat, Person, World


def vote(world: World, person: Person, message_id: int, options: list[int], *, chat: Chat | None = None) -> Done:
    """Choose options by their numbers; none takes the vote back. The same choice again changes nothing."""
    poll = _poll(world, place(world, person, chat), message_id)
    if poll["is_closed"]:
        raise CannotAct(409, "the poll is closed")
    wanted = sorted(set(options))
    if len(wanted) > 1 and not poll["allows_multiple_answers"]:
        raise CannotAct(400, "one option can be chosen")
    if not wanted and not poll["allows_revoting"]:
        raise CannotAct(409, "the vote can't be taken back")
    if wanted and not 0 <= wanted[0] <= wanted[-1] < len(poll["options"]):
        raise CannotAct(400, "no such option")
    chosen = [str(poll["options"][number]["persistent_id"]) for number in wanted]
    before = world.polls.chosen_by(person.id).get(poll["id"], [])
    if before == chosen:
        return Done(None)
    if before and not poll["allows_revoting"]:
        raise CannotAct(409, "the vote can't be changed")
    return Done(world.polls.vote(poll["id"], person.user(), chosen))


def add_option(world: World, person: Person, message_id: int, text: str, *, chat: Chat | None = None) -> Done:
    """Add an option to a poll that allows it; a service message says so."""
    here = place(world, person, chat)
    poll = _poll(world, here, message_id)
    record = world.polls.record(poll["id"])
    if poll["is_closed"] or record is None or not record["ways"].get("open_to_options"):
        raise CannotAct(409, "the poll takes no options")
    if not 1 <= len(text.strip()) <= LONGEST_OPTION or len(poll["options"]) >= MOST_OPTIONS:
        raise CannotAct(400, f"an option has 1–{LONGEST_OPTION} characters, a poll at most {MOST_OPTIONS} options")
    option = world.polls.add_option(poll["id"], person.user(), text.strip())
    message = here.messages[message_id].body
    added: Json = {
        "poll_message": {key: value for key, value in message.items() if key != "reply_to_message"},
        "option_persistent_id": option["persistent_id"],
        "option_text": option["text"],
    }
    return put(world, person, here, {"poll_option_added": added})


def send_poll(call: Call, person: Person, *, chat: Chat | None = None) -> Done:
    """A poll of her own, as for a key that asks for one; the bot hears of no votes in it."""
    here = place(call.world, person, chat)
    body = poll_body(call, here)
    return put(call.world, person, here, {"poll": call.world.polls.create(body, mine=False, ways=ways(call.params))})


def choices(world: World, person: Person) -> Json:
    """For the page, by poll id: what she chose, and how the poll wants to be shown."""
    found: Json = {}
    for poll_id, chosen in world.polls.chosen_by(person.id).items():
        found[poll_id] = {"chosen": chosen}
    for message in world.chats[person.id].messages.values():
        record = world.polls.record(message.body["poll"]["id"]) if "poll" in message.body else None
        if record:
            found.setdefault(record["body"]["id"], {"chosen": []}).update(record["ways"])
    return found


def _poll(world: World, chat: Chat, message_id: int) -> Json:
    message = chat.messages.get(message_id)
    poll: Json | None = message.body.get("poll") if message else None
    if poll is None or world.polls.record(poll["id"]) is None:
        raise CannotAct(404, "the message shows no poll")
    return poll
