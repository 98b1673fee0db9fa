"""The chart of a result, as the window shows it."""

import asyncio
from functools import partial

from dialogs.common.picture import Picture
from dialogs.common.render.chart import ChartRow, area_chart
from dialogs.common.render.result import chart_rows
from dialogs.diagnostics.amounts import area_amount
from locales import Words
from services.diagnostics.rules import shareable
from services.diagnostics.views import ResultView


async def own_picture(words: Words, view: ResultView) -> Picture:
    key = "diagnostics-picture-private" if shareable(view.questionnaire) else "diagnostics-picture-own"
    return await _picture(words, view, words.plain(key))


async def shared_picture(words: Words, view: ResultView) -> Picture:
    return await _picture(words, view, "")


async def _picture(words: Words, view: ResultView, footnote: str) -> Picture:
    """Drawn in a thread: it takes tens of milliseconds."""
    return Picture(await asyncio.to_thread(chart, words, view, footnote))


def chart(words: Words, view: ResultView, footnote: str) -> bytes:
    earlier = view.earlier
    need = view.result.direction == "higher_is_need"
    notes = [words.plain("diagnostics-picture-need")] if need else []
    return area_chart(
        view.questionnaire.short_title,
        rows_of(words, view),
        now_label=words.plain("diagnostics-picture-date", at=view.at),
        earlier_label=words.plain("diagnostics-picture-date", at=earlier.at) if earlier else "",
        footnote=" ".join([*notes, footnote]).strip(),
        direction=view.result.direction,
        shape=not view.is_test,
    )


def rows_of(words: Words, view: ResultView) -> list[ChartRow]:
    return chart_rows(
        view.questionnaire,
        view.result,
        view.earlier.result if view.earlier else None,
        too_few=words.plain("diagnostics-picture-few"),
        unasked=words.plain("diagnostics-picture-unasked"),
        amount=partial(area_amount, words),
    )
