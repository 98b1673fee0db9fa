from datetime import UTC, datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from db.vocabulary import OPEN_REQUEST, RequestStatus
from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.longest import LONG_NAME, LONGEST
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.requests.answer_time import answer_set_time, answer_time
from dialogs.requests.data import RequestPlace
from dialogs.requests.facts import SAMPLE, facts, held_buttons, history_lines, rating_given, ratings
from dialogs.requests.late import shown_if_late
from dialogs.requests.mine_rate import on_rated
from dialogs.requests.present import present
from dialogs.states import MyRequests
from locales import Safe
from services.requests.history import history
from services.requests.meeting import answer_held
from services.requests.offers import answer_proposal
from services.requests.read import is_asked, my_request, proposals_for
from services.requests.rules import RATINGS

PROPOSALS = 5
"""Of more the earliest; «Ничего не подходит» answers those that she sees, and then the others come."""


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, place = context(dialog_manager), read(dialog_manager, RequestPlace)
    async with ctx.reading() as session:
        side = await my_request(session, ctx.person.id, place.request_id, ctx.now())
        view = side.request
        changes = await history(session, ctx.person.id, view)
        waits = view.status == RequestStatus.ACCEPTED
        asked = view.status != RequestStatus.NEW or await is_asked(session, view.id)
        proposals = (await proposals_for(session, view.id, ctx.now()))[:PROPOSALS] if waits else []
    known = {**facts(view, ctx.words, ctx.content), **held_buttons(side)}
    known |= {"agreed": side.agreed, "asked": asked, "rating": rating_given(ctx.words, side.rating)}
    lines = [ctx.words.html("requests-proposal-line", at=one.at, tutor=one.tutor) for one in proposals]
    return {
        **known,
        "now": Safe("\n".join([ctx.words.html("requests-now", **known), *lines])),
        "status": ctx.words.plain("requests-status", status=view.phase),
        "history": history_lines(changes, ctx.words),
        "proposals": [{"id": f"{one.tutor_id}:{int(one.at.timestamp())}", "at": one.at} for one in proposals],
        "some_proposals": bool(proposals),
        "ask_fits": view.phase == "scheduled" and not side.agreed,
        "ask_suits": view.phase == "scheduled",
        "ask_rating": view.status == RequestStatus.DONE,
        "ratings": ratings(ctx.words, side.rating),
        "may_rate_again": side.may_rate and view.status == RequestStatus.CONFIRMED,
        "may_withdraw": view.status in OPEN_REQUEST,
    }


async def on_none_fits(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, place = context(manager), read(manager, RequestPlace)
    async with shown_if_late(query, ctx), ctx.transaction() as session:
        for one in (await proposals_for(session, place.request_id, ctx.now()))[:PROPOSALS]:
            await answer_proposal(
                session, ctx.person.id, place.request_id, one.tutor_id, one.at, suits=False, present=present(ctx)
            )


async def on_proposal(query: CallbackQuery, select: Any, manager: DialogManager, chosen: str) -> None:
    tutor_id, _, seconds = chosen.partition(":")
    await answer_time(query, manager, int(tutor_id), datetime.fromtimestamp(int(seconds), UTC), suits=True)


async def on_fits(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await answer_set_time(query, manager, suits=True)


async def on_no_fit(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """What she has agreed to she is asked about once more."""
    ctx, place = context(manager), read(manager, RequestPlace)
    async with ctx.reading() as session:
        agreed = (await my_request(session, ctx.person.id, place.request_id, ctx.now())).agreed
    if agreed:
        await manager.switch_to(MyRequests.no_fit)
    else:
        await answer_set_time(query, manager, suits=False)


async def on_held(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, place = context(manager), read(manager, RequestPlace)
    async with shown_if_late(query, ctx), ctx.transaction() as session:
        await answer_held(session, ctx.person.id, place.request_id, button.widget_id == "held", present(ctx))


window = Window(
    Say("requests-card"),
    choices("proposals", on_proposal, str, most=PROPOSALS, label=Label("requests-btn-accept")),
    Button(Label("requests-btn-none-fits"), id="none_fits", on_click=on_none_fits, when="some_proposals"),
    Row(
        Button(Label("requests-btn-fits"), id="fits", on_click=on_fits, when="ask_fits"),
        Button(Label("requests-btn-no-fit"), id="no_fit", on_click=on_no_fit, when="ask_suits"),
    ),
    Row(
        Button(Label("requests-btn-held"), id="held", on_click=on_held, when="ask_held"),
        Button(Label("requests-btn-not-held"), id="not_held", on_click=on_held, when="ask_not_held"),
    ),
    choices("ratings", on_rated, int, most=len(RATINGS), when="ask_rating"),
    SwitchTo(Label("requests-btn-rate-again"), id="rate_again", state=MyRequests.rate, when="may_rate_again"),
    SwitchTo(Label("requests-btn-withdraw"), id="withdraw", state=MyRequests.withdraw, when="may_withdraw"),
    back_to(MyRequests.list),
    state=MyRequests.card,
    getter=getter,
    preview_data={
        **SAMPLE,
        "now": Safe("Встреча назначена: <b>четверг, 8 октября, 14:30</b>. Тьютор: Смирнова Ирина Викторовна, СОШ № 1."),
        "history": "6 окт. — заявка отправлена\n7 окт. — тьютор взял заявку",
        "proposals": [],
        "some_proposals": False,
        "ask_held": False,
        "ask_not_held": False,
        "ask_fits": True,
        "ask_suits": True,
        "ask_rating": False,
        "ratings": [{"id": 3, "name": "3 — очень помогло"}, {"id": 2, "name": "2 — помогло"}],
        "may_rate_again": False,
        "may_withdraw": True,
    },
    preview_faces={
        "proposals": {
            "now": Safe("Тьюторы предлагают время:\n• четверг, 8 октября, 14:30, Смирнова Ирина Викторовна"),
            "proposals": [
                {"id": f"9999999{number}:1791459000", "at": datetime(2026, 10, 8 + number, 11, 30, tzinfo=UTC)}
                for number in range(3)
            ],
            "some_proposals": True,
            "ask_fits": False,
            "ask_suits": False,
        },
        "met": {
            "status": "met",
            "now": Safe("Состоялась ли встреча?"),
            "ask_held": True,
            "ask_not_held": True,
            "ask_fits": False,
            "ask_suits": False,
        },
        "done": {
            "status": "done",
            "now": Safe("Встреча состоялась. Был ли тьютор полезен?"),
            "ask_fits": False,
            "ask_suits": False,
            "ask_rating": True,
            "may_withdraw": False,
        },
        "longest": {"facts": f"{LONGEST['topic']}\n{LONGEST['note']}", "history": "\n".join([LONG_NAME] * 8)},
    },
)
