from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.text import Multi

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Raw, Say
from dialogs.diagnostics.amounts import area_amount
from dialogs.diagnostics.data import Opened
from dialogs.states import Diagnostics
from locales import Safe, Words
from services.diagnostics.results import own_result
from services.diagnostics.views import ResultView
from services.questionnaires.rules import judged

MOST = 3


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    async with ctx.reading() as session:
        view = await own_result(session, ctx.person, read(dialog_manager, Opened).attempt_id, ctx.content, ctx.locale)
    blocks = _blocks(ctx.words, view)
    some = {"few": False, "none": False} if blocks else without_blocks(view)
    return {"blocks": Safe("\n\n".join(blocks)), "any": bool(blocks), **some}


def without_blocks(view: ResultView) -> dict[str, bool]:
    """Why there is nothing to advise: too little was answered, or all is well. The first is no ground for praise."""
    few = not judged(view.questionnaire, view.result)
    return {"few": few, "none": not few}


def _blocks(words: Words, view: ResultView) -> list[Safe]:
    """The three deficits; where there is none, how to go on with what is strong."""
    area_ids = [deficit.area_id for deficit in view.result.deficits] or list(view.result.strengths)
    blocks: list[Safe] = []
    for area_id in area_ids[:MOST]:
        score = view.result.area(area_id)
        advice = view.questionnaire.recommendation(area_id, score.level_id)
        if advice is None:
            continue
        level = view.questionnaire.level(score.level_id)
        head = words.html(
            "diagnostics-recommendation",
            title=view.questionnaire.area(area_id).title,
            amount=area_amount(words, score),
            level="named" if level else "none",
            label=level.label if level else "",
            text=advice.text,
        )
        actions = (words.html("diagnostics-recommendation-action", action=action) for action in advice.actions)
        blocks.append(Safe("\n".join([head, *actions])))
    return blocks


window = Window(
    Multi(
        Say("diagnostics-recommendations", when="any"),
        Say("diagnostics-recommendations-few", when="few"),
        Say("diagnostics-recommendations-none", when="none"),
        Raw("blocks", when="any"),
        sep="\n\n",
    ),
    back_to(Diagnostics.result),
    state=Diagnostics.recommendations,
    getter=getter,
    preview_data={"blocks": "Цифровые средства, 33 %", "any": True, "few": True, "none": False},
)
