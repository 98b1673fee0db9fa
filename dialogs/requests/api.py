"""The door: ask for a tutor, and see what became of it."""

from aiogram_dialog import DialogManager, ShowMode

from dialogs.common.context import context
from dialogs.common.data import start_data
from dialogs.requests.data import AskData, RequestPlace
from dialogs.requests.facts import SAMPLE, facts, held_buttons, history_lines, said, shorten
from dialogs.requests.present import present
from dialogs.states import AskTutor, MyRequests
from services.errors import ConsentNeeded
from services.requests.errors import NoSchoolKnown
from services.requests.topics import topic_of

__all__ = [
    "SAMPLE",
    "ask_tutor",
    "facts",
    "held_buttons",
    "history_lines",
    "open_my_request",
    "open_my_requests",
    "present",
    "said",
    "shorten",
]


async def ask_tutor(manager: DialogManager, questionnaire_id: str | None = None, area_id: str | None = None) -> None:
    """Open the request; with an area of a questionnaire as its topic, the choice of a topic is skipped.

    Raises ConsentNeeded for somebody without a name, NoSchoolKnown where there is no queue to stand in.
    """
    ctx = context(manager)
    person = ctx.person
    if person.anonymous or not person.consented:
        raise ConsentNeeded()
    if person.municipality_id is None:
        raise NoSchoolKnown()
    data = AskData(subject=person.subjects[0] if len(person.subjects) == 1 else "")
    topic = topic_of(ctx.content, ctx.locale, questionnaire_id, area_id)
    if topic is not None:
        subject = topic.subject if topic.subject in person.subjects else data.subject
        data = AskData(subject or "", topic.title, topic.questionnaire_id, topic.area_id, given=True)
    place = AskTutor.subject if not data.subject else AskTutor.form if data.topic else AskTutor.topic
    await manager.start(place, data=start_data(data))


async def open_my_requests(manager: DialogManager) -> None:
    await manager.start(MyRequests.list)


async def open_my_request(manager: DialogManager, request_id: int, show_mode: ShowMode | None = None) -> None:
    await manager.start(MyRequests.card, data=start_data(RequestPlace(request_id)), show_mode=show_mode)
