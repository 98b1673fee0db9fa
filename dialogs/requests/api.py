"""The door: ask for a tutor, and see what became of it."""

from aiogram_dialog import DialogManager, ShowMode

from dialogs.common.context import context
from dialogs.common.data import start_data
from dialogs.requests.data import AskData, RequestPlace
from dialogs.requests.facts import SAMPLE, facts, held_buttons, history_lines, said
from dialogs.requests.late import shown_if_late
from dialogs.requests.present import present
from dialogs.requests.steps import next_question, taken_up
from dialogs.states import AskTutor, MyRequests
from services.requests.access import check_may_ask
from services.requests.drafts import draft_of
from services.requests.topics import topic_of

__all__ = [
    "SAMPLE",
    "ask_tutor",
    "facts",
    "held_buttons",
    "history_lines",
    "open_my_request",
    "open_my_requests",
    "open_no_fit",
    "present",
    "said",
    "shown_if_late",
]


async def ask_tutor(manager: DialogManager, questionnaire_id: str | None = None, area_id: str | None = None) -> None:
    """Open the request; with an area of a questionnaire as its topic, the choice of a topic is skipped. With the
    questionnaire alone what its last result shows as missing stands first among the topics.

    Before one that she has not sent is pushed out she is asked. Raises ConsentNeeded, NoSchoolKnown.
    """
    ctx = context(manager)
    person = ctx.person
    check_may_ask(person)
    subject = person.subjects[0] if len(person.subjects) == 1 else ""
    data = AskData(subject=subject, result_of=questionnaire_id or "")
    topic = topic_of(ctx.content, ctx.locale, questionnaire_id, area_id)
    if topic is not None:
        subject = topic.subject if topic.subject in person.subjects else data.subject
        data = AskData(subject or "", topic.title, topic.questionnaire_id, topic.area_id, given=True)
    async with ctx.reading() as session:
        unsent = await draft_of(session, person.id)
    await manager.start(AskTutor.unsent if unsent else next_question(data), data=start_data(data))


async def continue_request(manager: DialogManager) -> None:
    """Go on with the unsent request at the question where she left it."""
    ctx = context(manager)
    async with ctx.reading() as session:
        unsent = await draft_of(session, ctx.person.id)
    if unsent is None:
        await ask_tutor(manager)
    else:
        await manager.start(next_question(unsent), data=start_data(taken_up(unsent)))


async def open_my_requests(manager: DialogManager) -> None:
    await manager.start(MyRequests.list)


async def open_no_fit(manager: DialogManager, request_id: int, show_mode: ShowMode | None = None) -> None:
    """Ask once more before an agreed meeting is off."""
    await manager.start(MyRequests.no_fit, data=start_data(RequestPlace(request_id)), show_mode=show_mode)


async def open_my_request(manager: DialogManager, request_id: int, show_mode: ShowMode | None = None) -> None:
    await manager.start(MyRequests.card, data=start_data(RequestPlace(request_id)), show_mode=show_mode)
