from datetime import UTC, date, datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Multi

from db.vocabulary import CheckInSide
from dialogs.common.context import Context, context
from dialogs.common.data import change, read, save
from dialogs.common.longest import LONG_NAME, LONGEST
from dialogs.common.nav import leave
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.mentoring.api import ask
from dialogs.mentoring.data import CheckInData, MyPairs
from dialogs.states import CheckIns
from locales import Safe
from locales.names import gender
from services.errors import NotFound
from services.mentoring.answer import worrying_check_in
from services.mentoring.mine import journal, my_pairs, open_questions
from services.mentoring.rules import QUESTIONNAIRES
from services.mentoring.views import JournalEntry, MyPair, OpenQuestion
from services.questionnaires.items import ChoiceItem

NOTE_LENGTH = 200


def _this(mine: list[MyPair], pair_id: int) -> MyPair:
    for pair in mine:
        if pair.id == pair_id:
            return pair
    raise NotFound()


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    async with ctx.reading() as session:
        mine = await my_pairs(session, ctx.person, ctx.now(), ctx.zone, ctx.content)
        pair = _this(mine, read(dialog_manager, MyPairs).pair_id)
        entries = await journal(session, ctx.person, pair.id)
        asks_here = pair.side is CheckInSide.MENTOR and not pair.over
        questions = await open_questions(session, ctx.person, pair.id, ctx.zone) if asks_here else []
        worrying = await worrying_check_in(session, ctx.person, pair.id, ctx.content) if asks_here else None
    return {
        "side": pair.side,
        "partner": f"{pair.partner.surname} {pair.partner.given} {pair.partner.patronymic}".strip(),
        "gender": gender(pair.partner.patronymic),
        "school": pair.partner_school,
        "over": pair.over,
        "questions": Safe("\n".join(_question(ctx, one) for one in questions)),
        "any_questions": bool(questions),
        "pass_on": worrying is not None,
        "can_ask": pair.side is CheckInSide.MENTEE and not pair.over,
        "sent": read(dialog_manager, MyPairs).sent,
        "number": pair.order_number,
        "order_date": pair.order_date,
        "ends_on": pair.ends_on,
        "planned": pair.due_at is not None and pair.due_at > ctx.now(),
        "waiting": pair.due_at is not None and pair.due_at <= ctx.now(),
        "due_at": pair.due_at,
        "week": pair.week,
        "journal": Safe("\n".join(_line(ctx, pair.side, entry) for entry in entries)),
        "any_journal": bool(entries),
    }


def _short(note: str) -> str:
    """One phrase: eight notes must fit one message."""
    return note if len(note) <= NOTE_LENGTH else note[: NOTE_LENGTH - 1].rstrip() + "…"


def _line(ctx: Context, side: CheckInSide, entry: JournalEntry) -> Safe:
    """One meeting; what the mentor keeps for herself is there only in her own journal."""
    questionnaire = ctx.content.questionnaires.get(QUESTIONNAIRES[CheckInSide.MENTOR], ctx.locale)
    topic = questionnaire.item("topic")
    names = {option.id: option.words for option in topic.options} if isinstance(topic, ChoiceItem) else {}
    label = questionnaire.scale.labels.get(entry.state) if entry.state is not None else None
    return ctx.words.html(
        "mentoring-journal-line",
        week=entry.week,
        topic=names.get(entry.topic or "", ""),
        has_topic=entry.topic in names,
        state=label.button if label else "",
        next=_short(entry.next or ""),
        has_state=label is not None,
        has_next=bool(entry.next),
    )


def _question(ctx: Context, question: OpenQuestion) -> Safe:
    return ctx.words.html("mentoring-open-question", week=question.week, text=question.text)


async def on_answer(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx = context(manager)
    async with ctx.reading() as session:
        mine = await my_pairs(session, ctx.person, ctx.now(), ctx.zone, ctx.content)
    pair = _this(mine, read(manager, MyPairs).pair_id)
    if pair.check_in_id is not None:
        await ask(manager, pair.check_in_id)


async def on_pass_on(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx = context(manager)
    async with ctx.reading() as session:
        worrying = await worrying_check_in(session, ctx.person, read(manager, MyPairs).pair_id, ctx.content)
    if worrying is not None:
        save(manager, CheckInData(worrying))
        await manager.switch_to(CheckIns.contact)


async def on_ask(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    change(manager, MyPairs, sent=False)
    await manager.switch_to(CheckIns.ask_write)


window = Window(
    Multi(
        Say("mentoring-ask-sent", when="sent"),
        Say("mentoring-pair"),
        Say("mentoring-pair-planned", when="planned"),
        Say("mentoring-pair-waiting", when="waiting"),
        Say("mentoring-open-questions", when="any_questions"),
        Say("mentoring-journal", when="any_journal"),
        Say("mentoring-journal-empty", when=lambda data, *_: not data["any_journal"]),
        sep="\n\n",
    ),
    Button(Label("mentoring-btn-answer-now"), id="answer", on_click=on_answer, when="waiting"),
    Button(Label("mentoring-btn-pass-on"), id="pass_on", on_click=on_pass_on, when="pass_on"),
    Button(Label("mentoring-btn-ask"), id="ask", on_click=on_ask, when="can_ask"),
    leave(),
    state=CheckIns.pair,
    getter=getter,
    preview_data={
        "side": "mentee",
        "partner": "Орлова Татьяна Сергеевна",
        "school": "СОШ № 1",
        "gender": "woman",
        "over": False,
        "questions": "Неделя с 5 октября 2026: «Как быть с шумом?»",
        "any_questions": False,
        "pass_on": False,
        "can_ask": True,
        "sent": False,
        "number": "№ 47",
        "order_date": date(2026, 9, 2),
        "ends_on": date(2027, 5, 31),
        "planned": False,
        "waiting": True,
        "due_at": datetime(2026, 10, 9, 12, tzinfo=UTC),
        "week": date(2026, 10, 5),
        "journal": "9 октября — Разбор урока",
        "any_journal": True,
    },
    preview_faces={
        "mentor": {"side": "mentor", "partner": "Воронов Илья Сергеевич", "gender": "man", "any_questions": True}
        | {"pass_on": True, "can_ask": False},
        "sent": {"sent": True, "waiting": False, "planned": True},
        "over": {"over": True, "waiting": False, "can_ask": False, "any_journal": False},
        "longest": {"partner": LONG_NAME, "school": LONGEST["school"]},
    },
)
