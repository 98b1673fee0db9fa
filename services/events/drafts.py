"""A half-made event is kept until it is published or thrown away: one a methodist, on whatever phone she goes on."""

from pydantic import TypeAdapter
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import EventDraft
from db.queries import people as people_queries
from services.events.views import Draft
from services.people.views import PersonView
from services.visibility.rules import desk_scope

_answers = TypeAdapter(Draft)


async def draft_of(session: AsyncSession, person_id: int) -> Draft | None:
    kept = await session.get(EventDraft, person_id)
    return _answers.validate_python(kept.answers, strict=False) if kept is not None else None


async def keep_draft(session: AsyncSession, person: PersonView, draft: Draft) -> None:
    """In the place of the one before. Raises NotAllowed."""
    desk_scope(person)
    await people_queries.lock_person(session, person.id)  # two phones at once make one draft
    kept = await session.get(EventDraft, person.id)
    if kept is None:
        kept = EventDraft(person_id=person.id)
        session.add(kept)
    kept.answers = _answers.dump_python(draft, mode="json")


async def drop_draft(session: AsyncSession, person_id: int) -> None:
    kept = await session.get(EventDraft, person_id)
    if kept is not None:
        await session.delete(kept)
