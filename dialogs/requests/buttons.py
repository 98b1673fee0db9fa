"""Buttons under notices about requests; handlers/requests.py serves them. `at` is Unix time: one very meeting."""

from typing import Literal

from aiogram.filters.callback_data import CallbackData


class OfferTap(CallbackData, prefix="rqo"):
    request_id: int
    answer: Literal["take", "other", "cannot", "time", "open"]


class ProposalTap(CallbackData, prefix="rqp"):
    request_id: int
    tutor_id: int
    at: int
    suits: bool


class HeldTap(CallbackData, prefix="rqh"):
    request_id: int
    at: int
    held: bool


class RateTap(CallbackData, prefix="rqr"):
    request_id: int
    rating: int


class CardTap(CallbackData, prefix="rqc"):
    """Open the request: the teacher's card, or the methodist's."""

    request_id: int
    queue: bool = False
