from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row
from aiogram_dialog.widgets.text import Multi

from db.vocabulary import CheckInSide, PairStatus
from dialogs.common.context import Context, context
from dialogs.common.data import change, read, save
from dialogs.common.longest import LONG_NAME, LONGEST
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.pairs.data import NewPair, PairsDesk
from dialogs.states import Pairs
from locales import Safe
from services.mentoring.desk import pair_card
from services.mentoring.views import PairCard, Week
from services.people.views import PersonView


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, PairsDesk)
    async with ctx.reading() as session:
        card = await pair_card(session, ctx.person, data.pair_id, ctx.now(), ctx.zone)
    return {
        "number": card.order_number,
        "order_date": card.order_date,
        "starts_on": card.starts_on,
        "ends_on": card.ends_on,
        "mentor": _person(ctx, card.mentor, CheckInSide.MENTOR, card),
        "mentee": _person(ctx, card.mentee, CheckInSide.MENTEE, card),
        "status": "over" if card.over else card.status,
        "active": card.status is PairStatus.ACTIVE and not card.over,
        "again": card.over and card.mentor is not None and card.mentee is not None,
        "weeks": Safe("\n".join(_week(ctx, week) for week in reversed(card.weeks))),
        "any_weeks": bool(card.weeks),
    }


def _person(ctx: Context, person: PersonView | None, side: CheckInSide, card: PairCard) -> Safe:
    return ctx.words.html(
        "pairs-person",
        known=person is not None,
        name=person.full_name if person else "",
        school=(person.unit_name if person else None) or "",
        contact=card.contacts[side],
    )


def _week(ctx: Context, week: Week) -> Safe:
    """The marks first, so that they stand in two columns."""
    marks = " ".join(ctx.words.plain("pairs-mark", mark=mark) for mark in (week.mentor, week.mentee))
    return ctx.words.html("pairs-week", marks=marks, week=week.monday)


async def on_finish(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    change(manager, PairsDesk, ending=PairStatus.FINISHED)
    await manager.switch_to(Pairs.end)


async def on_stop(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    change(manager, PairsDesk, ending=PairStatus.STOPPED)
    await manager.switch_to(Pairs.end)


async def on_again(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The same two by another order: the bot prolongs nothing by itself."""
    ctx, data = context(manager), read(manager, PairsDesk)
    async with ctx.reading() as session:
        card = await pair_card(session, ctx.person, data.pair_id, ctx.now(), ctx.zone)
    if card.mentor is not None and card.mentee is not None:
        save(manager, NewPair(mentor_id=card.mentor.id, mentee_id=card.mentee.id))
        await manager.switch_to(Pairs.new_order)


window = Window(
    Multi(
        Say("pairs-card"),
        Say("pairs-weeks", when="any_weeks"),
        Say("pairs-weeks-none", when=lambda data, *_: not data["any_weeks"]),
        sep="\n\n",
    ),
    Row(
        Button(Label("pairs-btn-finish"), id="finish", on_click=on_finish),
        Button(Label("pairs-btn-stop"), id="stop", on_click=on_stop),
        when="active",
    ),
    Button(Label("pairs-btn-again"), id="again", on_click=on_again, when="again"),
    back_to(Pairs.list),
    state=Pairs.card,
    getter=getter,
    preview_data={
        "number": "№ 47",
        "order_date": date(2026, 9, 2),
        "starts_on": date(2026, 9, 2),
        "ends_on": date(2027, 5, 31),
        "mentor": "Орлова Татьяна Сергеевна, СОШ № 1",
        "mentee": "Воронов Илья Сергеевич, СОШ № 1",
        "status": "active",
        "active": True,
        "again": False,
        "weeks": "● ○ 5–11 октября\n● ● 28 сентября — 4 октября",
        "any_weeks": True,
    },
    preview_faces={
        "over": {"status": "over", "active": False, "again": True},
        "new": {"weeks": "", "any_weeks": False},
        "longest": {"mentor": f"{LONG_NAME}, {LONGEST['school']}", "mentee": f"{LONG_NAME}, {LONGEST['school']}"}
        | {"weeks": "\n".join(["● ○ 28 сентября — 4 октября"] * 40)},
    },
)
