"""Buttons under notices about requests.

Each press is one use case in one transaction; then the message says how things stand now, also when the press came
too late. Somebody else's button changes nothing and shows nothing.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode

from dialogs.common.context import Context
from dialogs.common.notice import Notice
from dialogs.request_queue.api import open_queued
from dialogs.requests import render
from dialogs.requests.api import open_my_request, open_no_fit
from dialogs.requests.buttons import CardTap, HeldTap, OfferTap, ProposalTap, RateAgainTap, RateTap
from dialogs.requests.present import present
from dialogs.tutor_desk.api import open_desk_card, open_time_choice
from handlers.notices import keep_buttons, rewrite
from services.errors import NotAllowed, NotFound, ServiceError
from services.requests import offers
from services.requests.meeting import answer_held, locked_for_rating, rate
from services.requests.notices import proposal_now
from services.requests.read import my_request, offer_before

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

UseCase = Callable[["AsyncSession"], Awaitable[None]]
Standing = Callable[["AsyncSession", bool], Awaitable[Notice]]
"""How the message reads now; told whether the press was taken."""


async def on_offer(
    query: CallbackQuery, callback_data: OfferTap, dialog_manager: DialogManager, context: Context
) -> None:
    """[Возьму] goes on to the choice of a time, and so does a proposal; [Не могу] is an answer by itself."""
    person_id, request_id, answer = context.person.id, callback_data.request_id, callback_data.answer
    if answer == "open":
        await open_desk_card(dialog_manager, request_id, ShowMode.SEND)
        await keep_buttons(query)
        return
    ask_time = False

    async def use_case(session: AsyncSession) -> None:
        nonlocal ask_time
        if answer == "take":
            ask_time = await offers.take(session, person_id, request_id, present(context))
        elif answer == "cannot":
            await offers.refuse(session, person_id, request_id, present(context))
        else:
            await offers.may_choose_time(session, person_id, request_id, present(context))
            ask_time = True

    async def standing(session: AsyncSession, done: bool) -> Notice:
        view = await offer_before(session, person_id, request_id, context.now())
        return render.offer(context.words, view, context.content)

    async def go_on() -> None:
        if ask_time:
            await open_time_choice(dialog_manager, request_id, ShowMode.SEND)

    await _act(query, context, callback_data.request_id, use_case, standing, go_on)


async def on_proposal(
    query: CallbackQuery, callback_data: ProposalTap, dialog_manager: DialogManager, context: Context
) -> None:
    """What she has agreed to she is asked about once more before it is off."""
    person_id, tap = context.person.id, callback_data
    if not tap.suits and await _agreed(context, tap):
        await open_no_fit(dialog_manager, tap.request_id, ShowMode.SEND)
        await keep_buttons(query)
        return

    async def use_case(session: AsyncSession) -> None:
        moment = datetime.fromtimestamp(tap.at, UTC)
        await offers.answer_proposal(
            session, person_id, tap.request_id, tap.tutor_id, moment, tap.suits, present(context)
        )

    async def standing(session: AsyncSession, done: bool) -> Notice:
        if not done:
            return await _present_state(session, context, tap.request_id)
        view = await proposal_now(session, person_id, tap.request_id, tap.tutor_id, tap.at, context.now())
        return render.proposal(context.words, view, context.content, "yes" if tap.suits else "no")

    await _act(query, context, callback_data.request_id, use_case, standing)


async def _agreed(context: Context, tap: ProposalTap) -> bool:
    async with context.reading() as session:
        side = await my_request(session, context.person.id, tap.request_id, context.now())
    at = side.request.meeting_at
    return side.agreed and not side.for_tutor and at == datetime.fromtimestamp(tap.at, UTC) and not side.request.met


async def on_held(query: CallbackQuery, callback_data: HeldTap, context: Context) -> None:
    person_id, request_id = context.person.id, callback_data.request_id
    meeting_at = datetime.fromtimestamp(callback_data.at, UTC)

    async def use_case(session: AsyncSession) -> None:
        await answer_held(session, person_id, request_id, callback_data.held, present(context), meeting_at)

    async def standing(session: AsyncSession, done: bool) -> Notice:
        if not done:
            return await _present_state(session, context, request_id)
        view = await my_request(session, person_id, request_id, context.now())
        if view.request.meeting_at != meeting_at:
            return await _present_state(session, context, request_id)
        return render.meeting(context.words, view, context.content)

    await _act(query, context, callback_data.request_id, use_case, standing)


async def on_rating(query: CallbackQuery, callback_data: RateTap, context: Context) -> None:
    person_id, request_id = context.person.id, callback_data.request_id

    async def use_case(session: AsyncSession) -> None:
        await rate(session, person_id, request_id, callback_data.rating, present(context))

    async def standing(session: AsyncSession, done: bool) -> Notice:
        if not done:
            return await _present_state(session, context, request_id)
        view = await my_request(session, person_id, request_id, context.now())
        return render.rating(context.words, view, context.content)

    await _act(query, context, callback_data.request_id, use_case, standing)


async def on_rate_again(query: CallbackQuery, callback_data: RateAgainTap, context: Context) -> None:
    person_id, request_id = context.person.id, callback_data.request_id

    async def use_case(session: AsyncSession) -> None:
        await locked_for_rating(session, person_id, request_id, present(context))

    async def standing(session: AsyncSession, done: bool) -> Notice:
        if not done:
            return await _present_state(session, context, request_id)
        view = await my_request(session, person_id, request_id, context.now())
        return render.rating(context.words, view, context.content, again=True)

    await _act(query, context, callback_data.request_id, use_case, standing)


async def on_open(
    query: CallbackQuery, callback_data: CardTap, dialog_manager: DialogManager, context: Context
) -> None:
    """The card checks for itself who may see it, before anything is opened."""
    if callback_data.queue:
        await open_queued(dialog_manager, callback_data.request_id, ShowMode.SEND)
    else:
        async with context.reading() as session:
            await my_request(session, context.person.id, callback_data.request_id, context.now())
        await open_my_request(dialog_manager, callback_data.request_id, ShowMode.SEND)
    await keep_buttons(query)


async def _present_state(session: AsyncSession, context: Context, request_id: int) -> Notice:
    """Nothing of what the button said is believed. Whoever was her tutor once sees how it stands before her."""
    try:
        view = await my_request(session, context.person.id, request_id, context.now())
    except NotAllowed:
        offer = await offer_before(session, context.person.id, request_id, context.now())
        return render.offer(context.words, offer, context.content)
    return render.present_state(context.words, view, context.content)


async def _act(
    query: CallbackQuery,
    context: Context,
    request_id: int,
    use_case: UseCase,
    standing: Standing,
    go_on: Callable[[], Awaitable[None]] | None = None,
) -> None:
    """Raises what the use case refused with, after the message has been brought up to date."""
    refusal: ServiceError | None = None
    try:
        async with context.transaction() as session:
            await use_case(session)
    except NotFound:
        raise
    except ServiceError as caught:
        refusal = caught
    if go_on is not None and refusal is None:
        await go_on()
    async with context.reading() as session:
        notice = await standing(session, refusal is None)
    await rewrite(query, notice)
    if isinstance(refusal, NotAllowed):  # but what stands before her she may see: it was hers
        words = context.words.plain("tutor-desk-alert-not-yours", number=request_id)
        await query.answer(words, show_alert=True)
        return
    if refusal is not None:
        raise refusal
    await query.answer()


def build() -> Router:
    router = Router(name="requests")
    router.callback_query.register(on_offer, OfferTap.filter())
    router.callback_query.register(on_proposal, ProposalTap.filter())
    router.callback_query.register(on_held, HeldTap.filter())
    router.callback_query.register(on_rating, RateTap.filter())
    router.callback_query.register(on_rate_again, RateAgainTap.filter())
    router.callback_query.register(on_open, CardTap.filter())
    return router
