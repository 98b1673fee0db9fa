from datetime import UTC, datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column
from aiogram_dialog.widgets.text import Multi

from dialogs.common.context import context
from dialogs.common.data import read, save
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.diagnostics.data import Place
from dialogs.diagnostics.show import show_result
from dialogs.states import Diagnostics
from services.diagnostics.answering import enter
from services.diagnostics.listing import standing
from services.diagnostics.rules import shareable
from services.questionnaires.model import Questionnaire
from services.questionnaires.rules import visible_items
from services.questionnaires.schedule import OnDemand


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, place = context(dialog_manager), read(dialog_manager, Place)
    questionnaire = ctx.content.questionnaires.get(place.questionnaire_id, ctx.locale)
    async with ctx.reading() as session:
        found = await standing(session, ctx.person, questionnaire, ctx.now())
    running = found.resume_at is not None
    can_begin = found.verdict.allowed and not running
    return {
        "title": questionnaire.title,
        "minutes": questionnaire.minutes,
        "questions": len(visible_items(questionnaire, {})),
        "intro": questionnaire.intro.strip(),
        "confidentiality": questionnaire.confidentiality.text.strip(),
        "shareable": bool(shareable(questionnaire)),
        "running": running,
        "number": found.resume_at or 0,
        "outdated": found.outdated,
        "at": found.last_at,
        "again": can_begin and found.last_at is not None,
        "first": can_begin and found.last_at is None,
        "no_more": not running and found.verdict.most is not None,
        "most": found.verdict.most or 0,
        "too_early": not running and found.verdict.on is not None,
        "on": found.verdict.on,
        "has_last": found.last is not None,
        **_limits(questionnaire, open_still=running or found.verdict.allowed),
    }


def _limits(questionnaire: Questionnaire, *, open_still: bool) -> dict[str, Any]:
    """What is allowed is told before the first attempt, not after the last: then it is said what stands in the way."""
    limits = questionnaire.periodicity
    tries = (limits.max_attempts or 0) if isinstance(limits, OnDemand) else 0
    days = (limits.retake_after_days or 0) if isinstance(limits, OnDemand) else 0
    return {"limited": tries > 0 and open_still, "tries": tries, "days": days}


async def on_begin(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, place = context(manager), read(manager, Place)
    questionnaire = ctx.content.questionnaires.get(place.questionnaire_id, ctx.locale)
    async with ctx.transaction() as session:
        step = await enter(session, ctx.person, questionnaire, ctx.now())
    if step.item_id is None:
        await show_result(manager, step.attempt_id)
        return
    save(manager, Place(place.questionnaire_id, step.attempt_id, step.item_id))
    await manager.switch_to(Diagnostics.question)


async def on_last_result(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, place = context(manager), read(manager, Place)
    questionnaire = ctx.content.questionnaires.get(place.questionnaire_id, ctx.locale)
    async with ctx.reading() as session:
        found = await standing(session, ctx.person, questionnaire, ctx.now())
    if found.last_id is not None and found.last is not None:
        await show_result(manager, found.last_id)


window = Window(
    Multi(
        Say("diagnostics-intro"),
        Say("diagnostics-intro-limits", when="limited"),
        Say("diagnostics-intro-running", when="running"),
        Say("diagnostics-intro-outdated", when="outdated"),
        Say("diagnostics-intro-last", when="again"),
        Say("diagnostics-intro-no-more", when="no_more"),
        Say("diagnostics-intro-too-early", when="too_early"),
        sep="\n\n",
    ),
    Column(
        Button(Label("diagnostics-btn-begin"), id="begin", on_click=on_begin, when="first"),
        Button(Label("diagnostics-btn-resume"), id="resume", on_click=on_begin, when="running"),
        Button(Label("diagnostics-btn-again"), id="again", on_click=on_begin, when="again"),
        Button(Label("diagnostics-btn-last-result"), id="last", on_click=on_last_result, when="has_last"),
    ),
    back_to(Diagnostics.list),
    state=Diagnostics.intro,
    getter=getter,
    preview_data={
        "title": "Экспресс-самодиагностика",
        "minutes": 10,
        "questions": 36,
        "intro": "Отвечайте так, как есть сейчас.",
        "confidentiality": "Личный результат видите вы.",
        "shareable": True,
        "running": False,
        "number": 12,
        "outdated": False,
        "at": datetime(2026, 10, 6, 7, tzinfo=UTC),
        "again": False,
        "first": True,
        "no_more": False,
        "most": 2,
        "too_early": False,
        "on": datetime(2026, 10, 6, 7, tzinfo=UTC),
        "has_last": False,
        "limited": False,
        "tries": 2,
        "days": 30,
    },
    preview_faces={
        "running": {"running": True, "first": False, "has_last": True},
        "outdated": {"outdated": True, "has_last": True},
        "again": {"again": True, "first": False, "has_last": True},
        "no_more": {"first": False, "no_more": True, "limited": True, "has_last": True},
        "too_early": {"first": False, "too_early": True, "limited": True, "has_last": True},
    },
)
