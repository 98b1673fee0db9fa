from datetime import UTC, datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Row, SwitchTo
from aiogram_dialog.widgets.text import Multi

from db.vocabulary import Audience
from dialogs.common.context import context
from dialogs.common.data import read, save
from dialogs.common.nav import menu
from dialogs.common.window import Window
from dialogs.common.words import Label, Raw, Say
from dialogs.diagnostics.data import Opened, Task
from dialogs.diagnostics.lines import result_lines
from dialogs.entry.api import introduce
from dialogs.events.api import open_events
from dialogs.requests.api import ask_tutor
from dialogs.states import Diagnostics
from services.diagnostics.results import openings_of, own_result
from services.diagnostics.rules import shareable
from services.diagnostics.sharing import take_back


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    async with ctx.reading() as session:
        view = await own_result(session, ctx.person, read(dialog_manager, Opened).attempt_id, ctx.content, ctx.locale)
        openings = await openings_of(session, view.attempt_id, ctx.now())
    opened = view.shares.get(Audience.METHODIST)
    may_share = Audience.METHODIST in shareable(view.questionnaire) and not ctx.person.anonymous
    return {
        "lines": result_lines(ctx.words, view),
        "private": opened is None,
        "open": opened is not None,
        "at": opened,
        "can_share": may_share and opened is None,
        "is_test": view.is_test,
        "named": not ctx.person.anonymous,
        "nameless": ctx.person.anonymous,
        "readers": "; ".join(
            ctx.words.plain("diagnostics-result-reader", name=one.name, at=one.at) for one in openings
        ),
        "read": bool(openings),
    }


async def on_help(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """With one topic only it is that one; of several, or without any, she chooses the topic herself."""
    ctx = context(manager)
    async with ctx.reading() as session:
        view = await own_result(session, ctx.person, read(manager, Opened).attempt_id, ctx.content, ctx.locale)
    deficits = view.result.deficits
    if len(deficits) == 1:
        await ask_tutor(manager, view.questionnaire.id, deficits[0].area_id)
    else:
        await ask_tutor(manager)


async def on_events(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await open_events(manager, only_mine=bool(context(manager).person.subjects))


async def on_introduce(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await introduce(manager)


async def on_unshare(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx = context(manager)
    async with ctx.transaction() as session:
        await take_back(session, ctx.person, read(manager, Opened).attempt_id, Audience.METHODIST, ctx.now())
    await query.answer(ctx.words.plain("diagnostics-unshared-done"))


async def on_back(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await manager.switch_to(Diagnostics.history if read(manager, Opened).past else Diagnostics.list)


async def on_explanations(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    save(manager, Task())
    await manager.switch_to(Diagnostics.explanations)


window = Window(
    Multi(
        Raw("lines"),
        Say("diagnostics-result-private", when="private"),
        Say("diagnostics-result-open", when="open"),
        Say("diagnostics-result-read", when="read"),
        sep="\n\n",
    ),
    Column(
        Button(Label("diagnostics-btn-explanations"), id="explanations", on_click=on_explanations, when="is_test"),
        SwitchTo(Label("diagnostics-btn-recommendations"), id="recommendations", state=Diagnostics.recommendations),
        Button(Label("diagnostics-btn-help"), id="help", on_click=on_help, when="named"),
        Button(Label("profile-btn-introduce"), id="introduce", on_click=on_introduce, when="nameless"),
        Button(Label("diagnostics-btn-events"), id="events", on_click=on_events),
        SwitchTo(Label("diagnostics-btn-share"), id="share", state=Diagnostics.share, when="can_share"),
        Button(Label("diagnostics-btn-unshare"), id="unshare", on_click=on_unshare, when="open"),
    ),
    Row(Button(Label("common-btn-back"), id="back", on_click=on_back), menu()),
    state=Diagnostics.result,
    getter=getter,
    preview_data={
        "lines": "Сильная сторона: работа с разными учениками.",
        "private": True,
        "open": False,
        "at": datetime(2026, 10, 6, 7, tzinfo=UTC),
        "can_share": True,
        "is_test": True,
        "named": True,
        "nameless": True,
        "readers": "Орлова Марина Викторовна, 6 октября 2026",
        "read": True,
    },
)
