"""«Что требует внимания»: the questions that she has answered with the lowest value, to be read by herself alone."""

from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.text import Multi

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.pager import pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Raw, Say
from dialogs.diagnostics.data import AttentionPage, Opened
from dialogs.states import Diagnostics
from locales import Safe, Words
from services.diagnostics.results import own_result
from services.diagnostics.views import ResultView

ITEMS = 12
"""A page: whole questions, so more would be a wall of text."""


def critical_label(view: ResultView) -> str:
    """The answer that asks for attention, as its button says it."""
    rule = view.questionnaire.thresholds.critical_items
    label = view.questionnaire.scale.labels.get(rule.equals) if rule is not None else None
    return label.button if label is not None else ""


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, page = context(dialog_manager), read(dialog_manager, AttentionPage).page
    async with ctx.reading() as session:
        view = await own_result(session, ctx.person, read(dialog_manager, Opened).attempt_id, ctx.content, ctx.locale)
    return {
        "title": view.questionnaire.short_title,
        "at": view.at,
        "answer": critical_label(view),
        "items": item_lines(ctx.words, view, page),
        **pages(page, len(view.result.critical), ITEMS),
    }


def item_lines(words: Words, view: ResultView, page: int) -> Safe:
    shown = [view.questionnaire.item(item_id) for item_id in view.result.critical[page * ITEMS : (page + 1) * ITEMS]]
    parts: list[Safe] = []
    for area_id, items in groupby(shown, key=lambda item: item.area):
        area = words.html("diagnostics-attention-area", title=view.questionnaire.area(area_id).title)
        lines = (words.html("diagnostics-attention-item", text=item.text) for item in items)
        parts.append(Safe("\n".join([area, *lines])))
    return Safe("\n\n".join(parts))


window = Window(
    Multi(Say("diagnostics-attention"), Raw("items"), sep="\n\n"),
    pager(AttentionPage),
    back_to(Diagnostics.result),
    state=Diagnostics.attention,
    getter=getter,
    preview_data={
        "title": "Экспресс-самодиагностика",
        "at": datetime(2026, 10, 6, 7, tzinfo=UTC),
        "answer": "0 — пока не получается",
        "items": Safe("<b>Предметная подготовка</b>\n• Показываю, где материал темы встречается в жизни."),
        **pages(1, 30, ITEMS),
    },
)
