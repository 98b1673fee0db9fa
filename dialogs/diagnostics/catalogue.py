from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Multi

from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import read, save
from dialogs.common.nav import leave
from dialogs.common.pager import PAGE, page_of, pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Label, Raw, Say
from dialogs.diagnostics.amounts import scored_as, whole_amount
from dialogs.diagnostics.data import CataloguePage, HistoryPage, Place
from dialogs.states import Diagnostics
from locales import Safe, Words
from services.diagnostics.listing import standings
from services.diagnostics.views import Standing


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    async with ctx.reading() as session:
        found = await standings(session, ctx.person, ctx.content, ctx.locale, ctx.now())
    shown, turning = page_of(found, read(dialog_manager, CataloguePage).page)
    return {
        "rows": Safe("\n\n".join(_row(ctx.words, one) for one in shown)),
        "some": bool(found),
        "none": not found,
        "questionnaires": [{"id": one.questionnaire.id, "name": one.questionnaire.short_title} for one in shown],
        "has_results": any(one.last_id for one in found),
        **turning,
    }


def _row(words: Words, one: Standing) -> Safe:
    state: str = "new"
    if one.outdated:
        state = "outdated"
    elif one.resume_at is not None:
        state = "running"
    elif one.last_at is not None:
        state = scored_as(one.questionnaire, one.last)
    return words.html(
        "diagnostics-row",
        title=one.questionnaire.short_title,
        minutes=one.questionnaire.minutes,
        state=state,
        number=one.resume_at or 0,
        at=one.last_at,
        amount=whole_amount(words, one.last) if one.last else "",
    )


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, questionnaire_id: str) -> None:
    save(manager, Place(questionnaire_id))
    await manager.switch_to(Diagnostics.intro)


async def to_history(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    save(manager, HistoryPage())
    await manager.switch_to(Diagnostics.history)


window = Window(
    Multi(
        Say("diagnostics-list", when="some"),
        Say("diagnostics-list-empty", when="none"),
        Raw("rows", when="some"),
        sep="\n\n",
    ),
    choices("questionnaires", on_chosen, str, most=PAGE),
    pager(CataloguePage),
    Button(Label("diagnostics-btn-history"), id="history", on_click=to_history, when="has_results"),
    leave(),
    state=Diagnostics.list,
    getter=getter,
    preview_data={
        "rows": "Экспресс-самодиагностика, 10 минут",
        "some": True,
        "none": False,
        "questionnaires": [{"id": "express_self_diagnostics", "name": "Экспресс-самодиагностика"}],
        "has_results": True,
        **pages(0, 1),
    },
)
