"""What a request may be about: the teacher's own deficits first, then the areas of what she could be asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncSession

from services.content import Content
from services.diagnostics.deficits import top_deficits
from services.questionnaires.errors import UnknownQuestionnaireError
from services.questionnaires.model import Area, Questionnaire


class AboutTopic(Protocol):
    """A draft, or a request."""

    @property
    def topic(self) -> str: ...
    @property
    def questionnaire_id(self) -> str | None: ...
    @property
    def area_id(self) -> str | None: ...


KINDS = ("self_diagnostics", "knowledge_test")


@dataclass(frozen=True)
class Topic:
    title: str
    questionnaire_id: str
    area_id: str
    subject: str | None
    button: str
    """The title, or a shorter one where that is too long for a button."""
    percent: int | None = None
    """Of a measured deficit; None for an area that was not measured."""


async def topics_for(
    session: AsyncSession, person_id: int, subject: str, content: Content, locale: str, result_of: str = ""
) -> list[Topic]:
    """Her deficits in this subject (or in any), those of the questionnaire `result_of` ahead, then the other areas of
    questionnaires for the subject."""
    deficits = [
        Topic(one.title, one.questionnaire_id, one.area_id, one.subject, one.button, one.percent)
        for one in await top_deficits(session, person_id, content, locale, result_of)
        if one.subject in (None, subject)
    ]
    known = {(topic.questionnaire_id, topic.area_id) for topic in deficits} | {topic.title for topic in deficits}
    for topic in areas_for(content, locale, subject):
        if (topic.questionnaire_id, topic.area_id) not in known and topic.title not in known:
            deficits.append(topic)
            known.add(topic.title)
    return deficits


def topic_of(content: Content, locale: str, questionnaire_id: str | None, area_id: str | None) -> Topic | None:
    """An area as a topic; None when there is none (any more)."""
    if questionnaire_id is None or area_id is None:
        return None
    try:
        questionnaire = content.questionnaires.get(questionnaire_id, locale)
        area = questionnaire.area(area_id)
    except (UnknownQuestionnaireError, KeyError):
        return None
    return _topic(questionnaire, area)


def title(about: AboutTopic, content: Content, locale: str) -> str:
    """In the language of whoever reads; the words in which it was asked where she typed them or the area is gone."""
    topic = topic_of(content, locale, about.questionnaire_id, about.area_id)
    return topic.title if topic else about.topic


def areas_for(content: Content, locale: str, subject: str) -> Iterator[Topic]:
    """Questionnaires of the subject itself come before those for everyone."""
    fitting = [
        one
        for one in content.questionnaires.all(locale)
        if one.kind in KINDS and "teacher" in one.audience.roles and _is_for(one, subject)
    ]
    for questionnaire in sorted(fitting, key=lambda one: one.audience.subjects == "all"):
        for area in questionnaire.scored_areas:
            yield _topic(questionnaire, area)


def _topic(questionnaire: Questionnaire, area: Area) -> Topic:
    return Topic(area.title, questionnaire.id, area.id, _own_subject(questionnaire), area.button)


def _is_for(questionnaire: Questionnaire, subject: str) -> bool:
    return questionnaire.audience.subjects == "all" or subject in questionnaire.audience.subjects


def _own_subject(questionnaire: Questionnaire) -> str | None:
    subjects = questionnaire.audience.subjects
    return subjects[0] if subjects != "all" and len(subjects) == 1 else None
