"""What somebody's last results show as missing: topics for a tutor, a seminar, a route."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from db.queries import attempts as queries
from services.content import Content
from services.diagnostics.rules import KINDS, same_major, usable
from services.questionnaires import rules as scoring
from services.questionnaires.model import Questionnaire

MOST = 6
"""More would not fit a screen of buttons."""


@dataclass(frozen=True)
class Deficit:
    questionnaire_id: str
    area_id: str
    title: str
    subject: str | None
    """Code of the subject when the questionnaire is about one alone."""
    percent: int
    button: str
    """The title, or a shorter one where that is too long for a button."""


async def top_deficits(
    session: AsyncSession, person_id: int, content: Content, locale: str, ahead: str = ""
) -> list[Deficit]:
    """Of the newest finished attempt of each questionnaire, the weakest first (of needs the most wanted first, after
    the deficits); those of the questionnaire `ahead` before all others.

    A topic of a test and the area it links to are one. Two statements.
    """
    newest = await queries.newest_finished(session, person_id)
    found: list[tuple[tuple[bool, int], Deficit]] = []
    known = {one.id: one for one in content.questionnaires.all(locale) if one.kind in KINDS}
    fitting = [one for one in newest if one.questionnaire_id in known]
    fitting = [one for one in fitting if same_major(known[one.questionnaire_id], one.version)]
    answers = await queries.answers_of(session, [one.id for one in fitting])
    for attempt in fitting:
        questionnaire = known[attempt.questionnaire_id]
        need = questionnaire.scale.direction == "higher_is_need"
        result = scoring.score(questionnaire, usable(questionnaire, answers.get(attempt.id, {})))
        for deficit in result.deficits:
            area = questionnaire.area(deficit.area_id)
            order = (questionnaire.id != ahead, 1000 - deficit.percent if need else deficit.percent)
            subject = _subject(questionnaire)
            found.append((order, Deficit(questionnaire.id, area.id, area.title, subject, deficit.percent, area.button)))
    return _once(known, [deficit for _, deficit in sorted(found, key=lambda pair: pair[0])])[:MOST]


def _subject(questionnaire: Questionnaire) -> str | None:
    subjects = questionnaire.audience.subjects
    return subjects[0] if subjects != "all" and len(subjects) == 1 else None


def _once(known: dict[str, Questionnaire], deficits: list[Deficit]) -> list[Deficit]:
    seen: set[str] = set()
    kept: list[Deficit] = []
    for deficit in deficits:
        link = known[deficit.questionnaire_id].area(deficit.area_id).link
        topic = link or f"{deficit.questionnaire_id}.{deficit.area_id}"
        if topic not in seen:
            seen.add(topic)
            kept.append(deficit)
    return kept
