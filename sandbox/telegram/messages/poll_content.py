"""From the parameters of sendPoll to a Bot API `Poll`.

Words of refusals: TDLib's PollManager, PollOption and MessageContent; the limits of explanations and closing times
are checked by closed servers, their words are not known and follow the manner of the others.
"""

from __future__ import annotations

import re

from sandbox.shapes import Json
from sandbox.telegram.call import LONGEST_CAPTION, Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.media.uploads import media_content
from sandbox.telegram.messages.places import point, venue
from sandbox.telegram.text import utf16
from sandbox.telegram.text.formatted import formatted, with_emoji_only
from sandbox.world import Chat

LONGEST_QUESTION = 300
LONGEST_OPTION = 100
MOST_OPTIONS = 12
LONGEST_EXPLANATION = 200
OPEN_SECONDS = range(5, 2_628_001)


def poll_body(call: Call, chat: Chat) -> Json:
    """A `Poll` without an id."""
    given = call.params
    kind = given.get("type", "regular")
    if kind not in ("regular", "quiz"):
        raise bad_request("Unsupported poll type specified")
    _check_voters(call, chat)
    question = with_emoji_only(call.world, given, "question")
    if utf16.length(question["question"]) > LONGEST_QUESTION:
        raise bad_request(f"Poll question length must not exceed {LONGEST_QUESTION}")
    options = [_option(call, number, option) for number, option in enumerate(given["options"])]
    if not options:
        raise bad_request("Poll must have at least one answer option")
    if len(options) > MOST_OPTIONS:
        raise bad_request(f"Poll can't have more than {MOST_OPTIONS} options")
    body: Json = {
        **question,
        "options": options,
        "total_voter_count": 0,
        "is_closed": bool(given.get("is_closed")),
        "is_anonymous": given.get("is_anonymous", True),
        "type": kind,
        "allows_multiple_answers": bool(given.get("allows_multiple_answers")),
        "allows_revoting": given.get("allows_revoting", kind == "regular"),
        "members_only": bool(given.get("members_only")),
    }
    if given.get("country_codes"):
        body["country_codes"] = given["country_codes"]
    if kind == "quiz":
        body |= _solution(call, len(options))
    text, entities = formatted(call.world, given, "description")
    if utf16.length(text) > LONGEST_CAPTION:
        raise bad_request("Message caption is too long")
    body |= {"description": text} if text else {}
    body |= {"description_entities": entities} if entities else {}
    body |= {"media": _media(call, given["media"])} if "media" in given else {}
    return {**body, **_closing(call)}


def ways(given: Json) -> Json:
    """What the Bot API never gives back of a poll: how it is shown to people and whether they may add options."""
    kept = {
        "shuffle": bool(given.get("shuffle_options")),
        "hidden": bool(given.get("hide_results_until_closes")),
        "open_to_options": bool(given.get("allow_adding_options")),
    }
    if kept["open_to_options"] and (given.get("is_anonymous", True) or given.get("type") == "quiz"):
        kept["open_to_options"] = False
    return kept


def _check_voters(call: Call, chat: Chat) -> None:
    codes: list[str] = call.get("country_codes", [])
    if any(not re.fullmatch("[A-Z]{2}", code) for code in codes):
        raise bad_request("Invalid country code specified")
    if len(codes) > 12:
        raise bad_request("Too many countries specified")
    if chat.type != "channel" and (codes or call.get("members_only")):
        raise bad_request("Poll voters can be restricted only in channel chats")
    if chat.type == "channel" and not call.get("is_anonymous", True):
        raise bad_request("Non-anonymous polls can't be sent to channel chats")


def _option(call: Call, number: int, given: Json) -> Json:
    text = with_emoji_only(call.world, given, "text")
    if utf16.length(text["text"]) > LONGEST_OPTION:
        raise bad_request(f"Poll options length must not exceed {LONGEST_OPTION}")
    option: Json = {"persistent_id": str(number), **text, "voter_count": 0}
    if "media" in given:
        option["media"] = _media(call, given["media"])
    return option


def _solution(call: Call, options: int) -> Json:
    correct: list[int] = call.get("correct_option_ids", [])
    if not correct:
        raise bad_request("Correct quiz option list must be non-empty")
    if sorted(set(correct)) != correct:
        raise bad_request("Correct quiz option list must be increasing")
    if correct[0] < 0 or correct[-1] >= options:
        raise bad_request("Wrong quiz correct_option_id")
    solution: Json = {"correct_option_ids": correct}
    text, entities = formatted(call.world, call.params, "explanation")
    if utf16.length(text) > LONGEST_EXPLANATION:
        raise bad_request(f"quiz explanation must have at most {LONGEST_EXPLANATION} characters")
    if text.count("\n") > 2:
        raise bad_request("quiz explanation must have at most 2 line feeds")
    solution |= {"explanation": text} if text else {}
    solution |= {"explanation_entities": entities} if entities else {}
    if "explanation_media" in call.params:
        solution["explanation_media"] = _media(call, call.params["explanation_media"])
    return solution


def _closing(call: Call) -> Json:
    """Both ways of saying when it closes, as an open poll shows them; `open_period` wins over `close_date`."""
    now = call.world.unix()
    period: int | None = call.get("open_period") or None
    date: int | None = call.get("close_date") or None
    if call.get("is_closed") or (period is None and date is None):
        return {}
    if period is None and date is not None:
        period = date - now
    assert period is not None, "one of them is there"
    if period not in OPEN_SECONDS:
        raise bad_request(f"poll must be open for {OPEN_SECONDS.start}-{OPEN_SECONDS.stop - 1} seconds")
    return {"open_period": period, "close_date": now + period}


def _media(call: Call, given: Json) -> Json:
    """A `PollMedia`."""
    match given["type"]:
        case "location":
            return {"location": point(given)}
        case "venue":
            return {"venue": venue(given)}
        case "link":
            if not given["url"]:
                raise bad_request("Poll option link must be non-empty")
            return {"link": {"url": given["url"]}}
        case kind:
            return media_content(call, kind, given["media"], given)
