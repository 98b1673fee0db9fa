"""Buttons under notices about requests; handlers/requests.py serves them. `at` is Unix time: one very meeting.

Whatever is out of these bounds never came from us.
"""

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

Id = Annotated[int, Field(ge=1, le=2**31 - 1)]
Moment = Annotated[int, Field(ge=0, le=2**32)]


class OfferTap(CallbackData, prefix="rqo"):
    request_id: Id
    answer: Literal["take", "other", "cannot", "time", "open"]


class ProposalTap(CallbackData, prefix="rqp"):
    request_id: Id
    tutor_id: Id
    at: Moment
    suits: bool


class HeldTap(CallbackData, prefix="rqh"):
    request_id: Id
    at: Moment
    held: bool


class RateTap(CallbackData, prefix="rqr"):
    request_id: Id
    rating: Annotated[int, Field(ge=0, le=3)]


class RateAgainTap(CallbackData, prefix="rqa"):
    """Ask once more; nothing is changed yet."""

    request_id: Id


class CardTap(CallbackData, prefix="rqc"):
    """Open the request: the teacher's card, or the methodist's."""

    request_id: Id
    queue: bool = False
