"""Opening a result to somebody, and taking that back: the owner alone decides."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import ResultShare
from db.queries import attempts as queries
from db.queries import roles as role_queries
from db.vocabulary import AttemptState, Audience, Role
from services.audit.service import record
from services.content import Content
from services.diagnostics.errors import NotShareable
from services.diagnostics.rules import shareable
from services.errors import ConsentNeeded, NotAllowed, NotFound
from services.people import service as people
from services.people.days import today
from services.people.views import PersonView


async def readers(session: AsyncSession, owner: PersonView, now: datetime) -> list[PersonView]:
    """The methodists who would see the owner's result today, in order of surname."""
    if not owner.unit_path:
        return []
    ids = await role_queries.person_ids_holding(session, Role.METHODIST, owner.unit_path, today(session, now))
    found = await people.people(session, [one for one in ids if one != owner.id], now)
    return sorted(found.values(), key=lambda one: one.full_name)


async def share(
    session: AsyncSession, owner: PersonView, attempt_id: int, audience: Audience, content: Content, now: datetime
) -> None:
    """Twice is once. Raises NotFound, NotAllowed, NotShareable, ConsentNeeded (nobody can be shown nameless)."""
    if owner.anonymous or not owner.consented:
        raise ConsentNeeded()
    questionnaire_id = await _own_finished(session, owner.id, attempt_id)
    if audience not in shareable(content.questionnaires.get(questionnaire_id)):
        raise NotShareable()
    before = await queries.share_ever(session, attempt_id, audience)
    if before is not None and before.revoked_at is None:
        return
    if before is None:
        session.add(ResultShare(attempt_id=attempt_id, audience=audience, shared_at=now))
    else:
        before.shared_at, before.revoked_at = now, None
    record(session, owner.id, "result_shared", f"attempt:{attempt_id}", now, audience=audience)


async def take_back(
    session: AsyncSession, owner: PersonView, attempt_id: int, audience: Audience, now: datetime
) -> None:
    """From now on nobody of the audience can open it. Raises NotFound, NotAllowed."""
    await _own_finished(session, owner.id, attempt_id)
    standing = await queries.share_ever(session, attempt_id, audience)
    if standing is None or standing.revoked_at is not None:
        return
    standing.revoked_at = now
    record(session, owner.id, "result_share_taken_back", f"attempt:{attempt_id}", now, audience=audience)


async def _own_finished(session: AsyncSession, owner_id: int, attempt_id: int) -> str:
    attempt = await queries.attempt(session, attempt_id, lock=True)
    if attempt is None or attempt.state != AttemptState.FINISHED:
        raise NotFound()
    if attempt.person_id != owner_id:
        raise NotAllowed()
    return attempt.questionnaire_id
