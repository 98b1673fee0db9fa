from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.text import Multi

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.pager import pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Raw, Say
from dialogs.diagnostics.data import Opened, Task
from dialogs.states import Diagnostics
from locales import Safe, Words
from services.diagnostics.results import own_result
from services.diagnostics.views import ResultView
from services.questionnaires.answers import SKIP, Answer
from services.questionnaires.items import NumericItem, SingleItem


def _tasks(view: ResultView) -> list[NumericItem | SingleItem]:
    """Those with a mistake first: they are what she came for."""
    tasks = [item for item in view.questionnaire.items if isinstance(item, NumericItem | SingleItem)]
    return sorted(tasks, key=lambda item: item.id not in view.result.wrong)


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    async with ctx.reading() as session:
        view = await own_result(session, ctx.person, read(dialog_manager, Opened).attempt_id, ctx.content, ctx.locale)
    tasks = _tasks(view)
    page = min(read(dialog_manager, Task).page, max(0, len(tasks) - 1))
    return {**_task(ctx.words, view, tasks[page]), **pages(page, len(tasks), 1)}


def _task(words: Words, view: ResultView, item: NumericItem | SingleItem) -> dict[str, Any]:
    answer = view.answers.get(item.id)
    why, error = item.explanation, item.typical_error
    return {
        "number": 1 + [one.id for one in view.questionnaire.items].index(item.id),
        "task": item.text,
        "options": Safe("\n".join(words.html("diagnostics-explanation-option", text=one) for one in _options(item))),
        "state": "skipped" if answer is None or answer is SKIP else _state(view, item),
        "answer": _said(item, answer),
        "expected": _said(item, item.answer if isinstance(item, SingleItem) else _number(words, item)),
        "why": words.html("diagnostics-explanation-why", text=why) if why else "",
        "error": words.html("diagnostics-explanation-error", text=error) if error else "",
    }


def _state(view: ResultView, item: NumericItem | SingleItem) -> str:
    return "wrong" if item.id in view.result.wrong else "right"


def _options(item: NumericItem | SingleItem) -> list[str]:
    return [option.words for option in item.options] if isinstance(item, SingleItem) else []


def _said(item: NumericItem | SingleItem, answer: Answer | None) -> str:
    if not isinstance(answer, str):
        return ""
    if isinstance(item, SingleItem):
        return next((option.words for option in item.options if option.id == answer), "")
    return answer


def _number(words: Words, item: NumericItem) -> str:
    written = f"{item.answer.normalize():f}"
    return written.replace(".", ",") if words.locale == "ru" else written


window = Window(
    Multi(
        Say("diagnostics-explanation"),
        Raw("options", when="options"),
        Say("diagnostics-explanation-answers"),
        Raw("why", when="why"),
        Raw("error", when="error"),
        sep="\n\n",
    ),
    pager(Task),
    back_to(Diagnostics.result),
    state=Diagnostics.explanations,
    getter=getter,
    preview_data={
        "task": "Сколько процентов соли в смеси?",
        "number": 6,
        "options": "• 20\n• 21",
        "state": "wrong",
        "answer": "20",
        "expected": "21",
        "why": "2,1 кг на 10 кг",
        "error": "20 %",
        **pages(2, 10, 1),
    },
)
