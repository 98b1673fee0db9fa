"""Buttons under notices about requests.

Each press is one use case in one transaction; then the message says how things stand now, also when the press came
too late. Somebody else's button changes nothing and shows nothing.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from aiogram import Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram_dialog import DialogManager, ShowMode

from db.vocabulary import RequestStatus
from dialogs.common.context import Context
from dialogs.common.notice import Notice
from dialogs.request_queue.api import open_queued
from dialogs.requests import render
from dialogs.requests.api import open_my_request
from dialogs.requests.buttons import CardTap, HeldTap, OfferTap, ProposalTap, RateTap
from dialogs.requests.present import present
from dialogs.tutor_desk.api import open_desk_card, open_time_choice
from services.errors import NotAllowed, NotFound, ServiceError
from services.requests import offers
from services.requests.meeting import answer_held, rate
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
    person_id, request_id = _person_id(context), callback_data.request_id

    async def standing(session: AsyncSession, done: bool) -> Notice:
        view = await offer_before(session, person_id, request_id, context.now())
        return render.offer(context.words, view, context.content)

    async def use_case(session: AsyncSession) -> None:
        if callback_data.answer == "take":
            await offers.take(session, person_id, request_id, present(context))
        elif callback_data.answer == "cannot":
            await offers.refuse(session, person_id, request_id, present(context))
        else:
            await offers.may_choose_time(session, person_id, request_id)

    if callback_data.answer == "open":
        await query.answer()
        await open_desk_card(dialog_manager, request_id, ShowMode.SEND)
        return
    await _act(query, context, use_case, standing)
    if callback_data.answer != "cannot":
        await open_time_choice(dialog_manager, request_id, ShowMode.SEND)


async def on_proposal(query: CallbackQuery, callback_data: ProposalTap, context: Context) -> None:
    person_id = _person_id(context)
    tap = callback_data
    meeting_at = datetime.fromtimestamp(tap.at, UTC)

    async def use_case(session: AsyncSession) -> None:
        await offers.answer_proposal(
            session, person_id, tap.request_id, tap.tutor_id, meeting_at, tap.suits, present(context)
        )

    async def standing(session: AsyncSession, done: bool) -> Notice:
        view = await proposal_now(session, person_id, tap.request_id, tap.tutor_id, tap.at, context.now())
        answer = ("yes" if tap.suits else "no") if done else "ask"
        return render.proposal(context.words, view, context.content, answer)

    await _act(query, context, use_case, standing)


async def on_held(query: CallbackQuery, callback_data: HeldTap, context: Context) -> None:
    person_id, request_id, held = _person_id(context), callback_data.request_id, callback_data.held
    meeting_at = datetime.fromtimestamp(callback_data.at, UTC)

    async def use_case(session: AsyncSession) -> None:
        await answer_held(session, person_id, request_id, held, present(context), meeting_at)

    async def standing(session: AsyncSession, done: bool) -> Notice:
        view = await my_request(session, person_id, request_id, context.now())
        disputed = view.request.status == RequestStatus.CLARIFY
        answer = ("yes" if held else "disputed" if disputed else "no") if done else "gone"
        return render.meeting(context.words, view, context.content, answer, meeting_at)

    await _act(query, context, use_case, standing)


async def on_rating(query: CallbackQuery, callback_data: RateTap, context: Context) -> None:
    person_id, request_id = _person_id(context), callback_data.request_id

    async def use_case(session: AsyncSession) -> None:
        await rate(session, person_id, request_id, callback_data.rating, present(context))

    async def standing(session: AsyncSession, done: bool) -> Notice:
        return render.rating(
            context.words, await my_request(session, person_id, request_id, context.now()), context.content
        )

    await _act(query, context, use_case, standing)


async def on_open(
    query: CallbackQuery, callback_data: CardTap, dialog_manager: DialogManager, context: Context
) -> None:
    """The card checks for itself who may see it, before anything is opened."""
    person_id = _person_id(context)
    if not callback_data.queue:
        async with context.reading() as session:
            await my_request(session, person_id, callback_data.request_id, context.now())
        await query.answer()
        await open_my_request(dialog_manager, callback_data.request_id, ShowMode.SEND)
        return
    await open_queued(dialog_manager, callback_data.request_id, ShowMode.SEND)
    await query.answer()


async def _act(query: CallbackQuery, context: Context, use_case: UseCase, standing: Standing) -> None:
    """Raises what the use case refused with, after the message has been brought up to date."""
    refusal: ServiceError | None = None
    try:
        async with context.transaction() as session:
            await use_case(session)
    except (NotAllowed, NotFound):
        raise
    except ServiceError as caught:
        refusal = caught
    async with context.reading() as session:
        notice = await standing(session, refusal is None)
    await _rewrite(query, notice)
    if refusal is not None:
        raise refusal
    await query.answer()


async def _rewrite(query: CallbackQuery, notice: Notice) -> None:
    """The same text again, a message too old to change: both leave it in peace."""
    if not isinstance(query.message, Message):
        return
    rows = [[InlineKeyboardButton(text=one.text, callback_data=one.data) for one in row] for row in notice.buttons]
    with suppress(TelegramBadRequest):
        await query.message.edit_text(notice.text, reply_markup=InlineKeyboardMarkup(inline_keyboard=rows))


def _person_id(context: Context) -> int:
    """Raises NotAllowed for a stranger with somebody's button."""
    if context.visitor.person is None:
        raise NotAllowed()
    return context.visitor.person.id


def build() -> Router:
    router = Router(name="requests")
    router.callback_query.register(on_offer, OfferTap.filter())
    router.callback_query.register(on_proposal, ProposalTap.filter())
    router.callback_query.register(on_held, HeldTap.filter())
    router.callback_query.register(on_rating, RateTap.filter())
    router.callback_query.register(on_open, CardTap.filter())
    return router
