"""Polls: who chose what, which messages show a poll, and when it closes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.shapes import Json

if TYPE_CHECKING:
    from sandbox.world.world import World

_FIRST_ID = 5_290_000_000_000_000_000


class Polls:
    """One record a poll, on the shelf "poll":

    `body`: the Bot API `Poll` with its counts · `votes`: persistent ids of the chosen options by user id ·
    `places`: [chat id, message id] of every message that shows it (forwards show the same poll) · `mine`: the bot
    sent it and hears of it · `ways`: what the Bot API never gives back (`shuffle`, `hidden`, `open_to_options`).
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._shelf = world.shelf("poll")
        self._closing: dict[str, int] | None = None

    def create(self, body: Json, *, mine: bool, ways: Json | None = None) -> Json:
        """Keep a new poll and return its body with an id."""
        poll = {"id": str(_FIRST_ID + len(self._shelf) * 1_000_003 + 7), **body}
        self._shelf.put(poll["id"], {"body": poll, "votes": {}, "places": [], "mine": mine, "ways": ways or {}})
        if "close_date" in poll:
            self._times()[poll["id"]] = poll["close_date"]
        return poll

    def record(self, poll_id: str) -> Json | None:
        """What is known of this poll."""
        return self._shelf.get(poll_id)

    def shown_in(self, poll_id: str, chat_id: int, message_id: int) -> None:
        """A message shows this poll from now on."""
        record = self._shelf.get(poll_id)
        if record is not None:
            record["places"].append([chat_id, message_id])
            self._shelf.put(poll_id, record)

    def chosen_by(self, user_id: int) -> dict[str, list[str]]:
        """Poll id → persistent ids of the options that this user chose."""
        return {key: record["votes"][str(user_id)] for key, record in self._shelf if str(user_id) in record["votes"]}

    def vote(self, poll_id: str, user: Json, options: list[str]) -> int | None:
        """Count this user's vote (empty: taken back) and tell the bot; the id of the last update."""
        record = self._known(poll_id)
        if options:
            record["votes"][str(user["id"])] = options
        else:
            record["votes"].pop(str(user["id"]), None)
        votes = record["votes"].values()
        counted = [
            {**option, "voter_count": sum(option["persistent_id"] in chosen for chosen in votes)}
            for option in record["body"]["options"]
        ]
        self._change(record, {"options": counted, "total_voter_count": len(votes)})
        if not record["mine"]:
            return None
        if not record["body"]["is_anonymous"]:
            numbers = [number for number, option in enumerate(counted) if option["persistent_id"] in options]
            answer = {"poll_id": poll_id, "user": user, "option_ids": numbers, "option_persistent_ids": options}
            self._world.updates.add("poll_answer", answer)
        return self._world.updates.add("poll", record["body"])

    def add_option(self, poll_id: str, user: Json, text: str) -> Json:
        """A voter adds an option; returns it."""
        record = self._known(poll_id)
        options: list[Json] = record["body"]["options"]
        option: Json = {
            "persistent_id": str(1 + max(int(one["persistent_id"]) for one in options)),
            "text": text,
            "voter_count": 0,
            "added_by_user": user,
            "addition_date": self._world.unix(),
        }
        self._change(record, {"options": [*options, option]})
        return option

    def close(self, poll_id: str) -> Json:
        """Nobody votes any more; the closing time is not shown any more."""
        record = self._known(poll_id)
        ended = {key: value for key, value in record["body"].items() if key not in ("open_period", "close_date")}
        record["body"] = ended
        self._times().pop(poll_id, None)
        self._change(record, {"is_closed": True})
        if record["mine"]:
            self._world.updates.add("poll", record["body"])
        return dict(record["body"])

    def close_due(self) -> None:
        """Close every poll whose time has come."""
        times = self._times()
        if times:
            now = self._world.unix()
            for poll_id in [poll_id for poll_id, date in times.items() if date <= now]:
                self.close(poll_id)

    def _times(self) -> dict[str, int]:
        """When which open poll closes by itself; read from the shelf once, after it was filled."""
        if self._closing is None:
            bodies = [record["body"] for _, record in self._shelf]
            self._closing = {body["id"]: body["close_date"] for body in bodies if "close_date" in body}
        return self._closing

    def _known(self, poll_id: str) -> Json:
        record = self._shelf.get(poll_id)
        if record is None:
            raise LookupError(poll_id)
        return record

    def _change(self, record: Json, fields: dict[str, Any]) -> None:
        """A new body, in every message that shows the poll."""
        record["body"] = {**record["body"], **fields}
        self._shelf.put(record["body"]["id"], record)
        for chat_id, message_id in record["places"]:
            chat = self._world.chats.get(chat_id)
            message = chat.messages.get(message_id) if chat else None
            if chat and message:
                self._world.refresh(chat, message, {**message.body, "poll": record["body"]})
