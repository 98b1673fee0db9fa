"""Polls that the bot sends and stops."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.messages.poll_content import poll_body, ways
from sandbox.telegram.messages.sending import edited_markup, send


def send_poll(call: Call) -> Json:
    chat = call.recipient()
    body = poll_body(call, chat)
    if body["type"] == "regular" and {"correct_option_ids", "explanation"} & call.params.keys():
        call.lint.append("sendPoll: only a quiz has correct options and an explanation, they are left out")
    return send(call, chat, {"poll": call.world.polls.create(body, mine=True, ways=ways(call.params))})


def stop_poll(call: Call) -> Json:
    """Without `reply_markup` the keyboard goes away. A poll sent with a reply keyboard can't be stopped."""
    chat = call.recipient()
    message = call.message(chat, gone="message with poll to stop not found")
    poll = message.body.get("poll")
    if poll is None:
        raise bad_request("Message is not a poll")
    if not message.out or message.sealed or "forward_origin" in message.body:
        raise bad_request("Poll can't be stopped")
    keyboard = edited_markup(call, chat)
    if poll["is_closed"]:
        raise bad_request(errors.POLL_CLOSED)
    body = {key: value for key, value in message.body.items() if key != "reply_markup"}
    call.world.refresh(chat, message, {**body, **keyboard})
    return call.world.polls.close(poll["id"])
