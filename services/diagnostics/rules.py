"""Who is asked what, what may be begun, and what of the kept answers still counts."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from db.vocabulary import Audience, Role
from services.diagnostics.views import Verdict
from services.people.rules import experience_years, is_young_teacher
from services.people.views import PersonView
from services.questionnaires.answers import Answer, checked, from_stored
from services.questionnaires.errors import AnswerError
from services.questionnaires.model import Questionnaire
from services.questionnaires.schedule import OnDemand

KINDS: Final = ("self_diagnostics", "knowledge_test")
_TEACHING = (Role.TEACHER, Role.TUTOR, Role.MENTOR, Role.MENTEE)
_CONSENT: Final = {Audience.METHODIST: "methodist_by_consent"}


def is_for(questionnaire: Questionnaire, person: PersonView, now: datetime) -> bool:
    """Whether the person is in the questionnaire's audience. Somebody anonymous is taken for a teacher."""
    audience = questionnaire.audience
    if not roles_of(person, now) & set(audience.roles):
        return False
    if audience.subjects != "all" and not set(audience.subjects) & set(person.subjects):
        return False
    years = experience_years(person.experience_from, now)
    return audience.experience_years_max is None or (years is not None and years <= audience.experience_years_max)


def roles_of(person: PersonView, now: datetime) -> set[str]:
    """Roles as content names them: `young_teacher` is a teacher in the first years, not a role of its own.

    Whoever has a subject teaches, whatever else she is: in a small school the deputy head does.
    """
    roles = {str(held.role) for held in person.roles}
    if not roles or person.has(*_TEACHING) or person.subjects:
        roles.add("teacher")
    if "teacher" in roles and is_young_teacher(person.experience_from, now):
        roles.add("young_teacher")
    return roles


def may_begin(questionnaire: Questionnaire, finished: Sequence[datetime], now: datetime) -> Verdict:
    """`finished`: when earlier attempts ended. Only tests and other things on demand are limited."""
    limits = questionnaire.periodicity
    if not isinstance(limits, OnDemand) or not finished:
        return Verdict(allowed=True)
    if limits.max_attempts is not None and len(finished) >= limits.max_attempts:
        return Verdict(allowed=False, most=limits.max_attempts)
    again = max(finished) + timedelta(days=limits.retake_after_days or 0)
    return Verdict(allowed=True) if again <= now else Verdict(allowed=False, on=again)


def usable(questionnaire: Questionnaire, stored: Mapping[str, Any]) -> dict[str, Answer]:
    """The kept answers that still fit: items and options that a minor version took away are ignored."""
    fitting: dict[str, Answer] = {}
    for item in questionnaire.items:
        if item.id in stored:
            try:
                fitting[item.id] = checked(questionnaire, item, from_stored(stored[item.id]))
            except AnswerError:
                continue
    return fitting


def same_major(questionnaire: Questionnaire, version: str) -> bool:
    return version.partition(".")[0] == questionnaire.major_version


def shareable(questionnaire: Questionnaire) -> tuple[Audience, ...]:
    """To whom the owner may open her result; nobody where its text promises that only she sees it."""
    return tuple(to for to, code in _CONSENT.items() if code in questionnaire.confidentiality.personal_result)
