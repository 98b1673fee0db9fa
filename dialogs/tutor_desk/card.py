from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.longest import LONG_NAME, LONGEST
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.requests.api import SAMPLE, facts, held_buttons, present, shown_if_late
from dialogs.states import TutorDesk
from dialogs.tutor_desk.data import DeskPlace
from services.requests.meeting import answer_held
from services.requests.offers import may_choose_time, refuse, take
from services.requests.read import is_reachable, my_request, offer_before
from services.requests.views import SideView


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, place = context(dialog_manager), read(dialog_manager, DeskPlace)
    async with ctx.reading() as session:
        view = await offer_before(session, ctx.person.id, place.request_id, ctx.now())
        reachable = await is_reachable(session, view.request.requester_id)
        agreed = view.mine and (await my_request(session, ctx.person.id, place.request_id, ctx.now())).agreed
    request, standing = view.request, view.standing
    known = facts(request, ctx.words, ctx.content)
    if view.proposed_at is not None and not view.mine:
        known["at"] = view.proposed_at
    waits = standing in ("asked", "proposed")
    if view.mine and standing in ("set", "finished"):
        standing = request.phase
    return {
        **known,
        "teacher": known["teacher"] if view.mine else "",
        "standing": standing,
        "reachable": reachable,
        "agreed": agreed,
        "mine": "nothing",
        "theirs": "nothing",
        "may_take": waits or standing == "refused",
        "may_refuse": waits,
        "may_time": view.mine and request.phase in ("assigned", "clarify", "met"),
        "may_move": view.mine and request.phase == "scheduled",
        **(held_buttons(SideView(request, for_tutor=True)) if view.mine else {}),
        "may_hand_back": view.mine and request.phase in ("assigned", "scheduled"),
    }


async def on_take(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, place = context(manager), read(manager, DeskPlace)
    async with shown_if_late(query, ctx):
        async with ctx.transaction() as session:
            await take(session, ctx.person.id, place.request_id, present(ctx))
        await manager.switch_to(TutorDesk.propose)


async def on_time(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Asked before the choice is opened: the card may have stood here for days."""
    ctx, place = context(manager), read(manager, DeskPlace)
    async with shown_if_late(query, ctx):
        async with ctx.transaction() as session:
            await may_choose_time(session, ctx.person.id, place.request_id, present(ctx))
        await manager.switch_to(TutorDesk.propose)


async def on_cannot(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, place = context(manager), read(manager, DeskPlace)
    async with shown_if_late(query, ctx), ctx.transaction() as session:
        await refuse(session, ctx.person.id, place.request_id, present(ctx))


async def on_held(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, place = context(manager), read(manager, DeskPlace)
    async with shown_if_late(query, ctx), ctx.transaction() as session:
        await answer_held(session, ctx.person.id, place.request_id, button.widget_id == "held", present(ctx))


window = Window(
    Say("tutor-desk-card"),
    Row(
        Button(Label("requests-btn-take"), id="take", on_click=on_take, when="may_take"),
        Button(Label("requests-btn-cannot"), id="cannot", on_click=on_cannot, when="may_refuse"),
    ),
    Button(Label("requests-btn-other-time"), id="other", on_click=on_time, when="may_refuse"),
    Row(
        Button(Label("requests-btn-held"), id="held", on_click=on_held, when="ask_held"),
        Button(Label("requests-btn-not-held"), id="not_held", on_click=on_held, when="ask_not_held"),
    ),
    Button(Label("requests-btn-set-time"), id="time", on_click=on_time, when="may_time"),
    Button(Label("tutor-desk-btn-move"), id="move", on_click=on_time, when="may_move"),
    SwitchTo(Label("tutor-desk-btn-hand-back"), id="hand_back", state=TutorDesk.hand_back, when="may_hand_back"),
    back_to(TutorDesk.list),
    state=TutorDesk.card,
    getter=getter,
    preview_data={
        **SAMPLE,
        "standing": "asked",
        "reachable": True,
        "agreed": False,
        "may_take": True,
        "may_refuse": True,
        "may_time": False,
        "may_move": False,
        "ask_held": False,
        "ask_not_held": False,
        "may_hand_back": False,
    },
    preview_faces={
        "scheduled": {"standing": "scheduled", "may_take": False, "may_refuse": False, "may_move": True}
        | {"may_hand_back": True, "reachable": False},
        "met": {"standing": "met", "may_take": False, "may_refuse": False, "may_time": True}
        | {"ask_held": True, "ask_not_held": True},
        "longest": {"facts": f"{LONGEST['topic']}\n{LONGEST['note']}", "school": LONGEST["school"]}
        | {"teacher": LONG_NAME, "standing": "scheduled"},
    },
)
