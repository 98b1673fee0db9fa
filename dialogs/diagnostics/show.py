"""Showing a result: the picture as a message of its own, the words and buttons below it."""

import asyncio
from functools import partial

from aiogram import Bot
from aiogram.types import BufferedInputFile
from aiogram_dialog import DialogManager, ShowMode

from dialogs.common.context import context
from dialogs.common.data import save
from dialogs.common.render.chart import area_chart
from dialogs.common.render.result import chart_rows
from dialogs.diagnostics.amounts import area_amount
from dialogs.diagnostics.data import Opened
from dialogs.states import Diagnostics
from locales import Words
from services.diagnostics.results import open_shared, own_result, shared_result
from services.diagnostics.rules import shareable
from services.diagnostics.views import ResultView


async def show_result(manager: DialogManager, attempt_id: int, *, past: bool = False) -> None:
    """The person's own result: the question gives way to the picture and the window below it."""
    ctx = context(manager)
    async with ctx.reading() as session:
        view = await own_result(session, ctx.person, attempt_id, ctx.content, ctx.locale)
    key = "diagnostics-picture-private" if shareable(view.questionnaire) else "diagnostics-picture-own"
    await _show(manager, view, ctx.words.plain(key))
    save(manager, Opened(attempt_id, past))
    await manager.switch_to(Diagnostics.result)


async def show_shared(manager: DialogManager, attempt_id: int) -> None:
    """Somebody else's result: first it is checked that she may, then it is kept that she did, then it is shown."""
    ctx = context(manager)
    async with ctx.transaction() as session:
        view = await shared_result(session, ctx.person, attempt_id, ctx.content, ctx.locale, ctx.now())
        await open_shared(session, ctx.person, attempt_id, ctx.now())
    await _show(manager, view, "", protect=True)
    save(manager, Opened(attempt_id))
    await manager.switch_to(Diagnostics.shared_result)


async def _show(manager: DialogManager, view: ResultView, footnote: str, *, protect: bool = False) -> None:
    """`protect`: the messenger lets nobody forward or save the picture."""
    ctx = context(manager)
    png = await asyncio.to_thread(picture, ctx.words, view, footnote)
    bot: Bot = manager.middleware_data["bot"]
    title = view.questionnaire.short_title
    await bot.send_photo(
        ctx.user_id,
        BufferedInputFile(png, f"{view.questionnaire.id}.png"),
        caption=ctx.words.html("diagnostics-picture", title=title, at=view.at),
        protect_content=protect,
    )
    manager.show_mode = ShowMode.DELETE_AND_SEND


def picture(words: Words, view: ResultView, footnote: str) -> bytes:
    """Runs in a thread: drawing takes tens of milliseconds."""
    earlier = view.earlier
    need = view.result.direction == "higher_is_need"
    notes = [words.plain("diagnostics-picture-need")] if need else []
    return area_chart(
        view.questionnaire.short_title,
        chart_rows(
            view.questionnaire,
            view.result,
            earlier.result if earlier else None,
            too_few=words.plain("diagnostics-picture-few"),
            amount=partial(area_amount, words),
        ),
        now_label=words.plain("diagnostics-picture-date", at=view.at),
        earlier_label=words.plain("diagnostics-picture-date", at=earlier.at) if earlier else "",
        footnote=" ".join([*notes, footnote]).strip(),
        direction=view.result.direction,
    )
