from collections.abc import Sequence
from datetime import datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Row, SwitchTo
from aiogram_dialog.widgets.media import DynamicMedia

from db.vocabulary import Audience
from dialogs.common.context import context
from dialogs.common.data import read, save
from dialogs.common.nav import menu
from dialogs.common.picture import caption
from dialogs.common.window import Window
from dialogs.common.words import Label, Raw
from dialogs.diagnostics.data import AttentionPage, Opened, Task
from dialogs.diagnostics.lines import result_lines
from dialogs.diagnostics.picture import own_picture
from dialogs.entry.api import introduce
from dialogs.events.api import open_events
from dialogs.requests.api import ask_tutor
from dialogs.states import Diagnostics
from locales import Safe, Words
from services.diagnostics.results import openings_of, own_result
from services.diagnostics.rules import shareable
from services.diagnostics.sharing import take_back
from services.diagnostics.views import Opening

MOST_READERS = 2
"""Named under the result; the rest are counted."""


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    async with ctx.reading() as session:
        view = await own_result(session, ctx.person, read(dialog_manager, Opened).attempt_id, ctx.content, ctx.locale)
        openings = await openings_of(session, view.attempt_id, ctx.now())
    opened = view.shares.get(Audience.METHODIST)
    seen_by = [who_sees(ctx.words, opened), *who_has_looked(ctx.words, openings)]
    may_share = Audience.METHODIST in shareable(view.questionnaire) and not ctx.person.anonymous
    return {
        "picture": await own_picture(ctx.words, view),
        "lines": caption(result_lines(ctx.words, view), seen_by),
        "open": opened is not None,
        "can_share": may_share and opened is None,
        "is_test": view.is_test,
        "has_critical": bool(view.result.critical),
        "named": not ctx.person.anonymous,
        "nameless": ctx.person.anonymous,
    }


def who_sees(words: Words, opened: datetime | None) -> Safe:
    if opened is None:
        return words.html("diagnostics-result-private")
    return words.html("diagnostics-result-open", at=opened)


def who_has_looked(words: Words, openings: Sequence[Opening]) -> list[Safe]:
    latest = sorted(openings, key=lambda one: one.at, reverse=True)[:MOST_READERS]
    told = (words.plain("diagnostics-result-reader", name=one.name, at=one.at) for one in latest)
    more = len(openings) - len(latest)
    return [words.html("diagnostics-result-read", readers="; ".join(told), more=more)] if latest else []


async def on_help(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """With one topic only it is that one; of several she chooses herself, those of this result first."""
    ctx = context(manager)
    async with ctx.reading() as session:
        view = await own_result(session, ctx.person, read(manager, Opened).attempt_id, ctx.content, ctx.locale)
    deficits = view.result.deficits
    if len(deficits) == 1:
        await ask_tutor(manager, view.questionnaire.id, deficits[0].area_id)
    else:
        await ask_tutor(manager, view.questionnaire.id)


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


async def on_attention(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    save(manager, AttentionPage())
    await manager.switch_to(Diagnostics.attention)


async def on_explanations(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    save(manager, Task())
    await manager.switch_to(Diagnostics.explanations)


window = Window(
    DynamicMedia("picture"),
    Raw("lines"),
    Column(
        Button(Label("diagnostics-btn-explanations"), id="explanations", on_click=on_explanations, when="is_test"),
        Row(
            SwitchTo(Label("diagnostics-btn-recommendations"), id="recommendations", state=Diagnostics.recommendations),
            SwitchTo(Label("diagnostics-btn-areas"), id="areas", state=Diagnostics.areas),
        ),
        Button(Label("diagnostics-btn-attention"), id="attention", on_click=on_attention, when="has_critical"),
        Button(Label("requests-btn-ask"), id="help", on_click=on_help, when="named"),
        Button(Label("profile-btn-introduce"), id="introduce", on_click=on_introduce, when="nameless"),
        Button(Label("diagnostics-btn-events"), id="events", on_click=on_events),
        SwitchTo(Label("diagnostics-btn-share"), id="share", state=Diagnostics.share, when="can_share"),
        Button(Label("diagnostics-btn-unshare"), id="unshare", on_click=on_unshare, when="open"),
    ),
    Row(Button(Label("common-btn-back"), id="back", on_click=on_back), menu()),
    state=Diagnostics.result,
    getter=getter,
    preview_data={
        "picture": None,
        "lines": "Сильная сторона: работа с разными учениками.",
        "open": False,
        "can_share": True,
        "is_test": True,
        "has_critical": True,
        "named": True,
        "nameless": False,
    },
    preview_faces={
        "shared": {"open": True, "can_share": False, "is_test": False, "has_critical": False},
        "anonymous": {"named": False, "nameless": True, "can_share": False, "is_test": False},
    },
)
