"""A half-written request is kept until it is sent or thrown away: one a teacher, on whatever phone she goes on."""

from dataclasses import fields

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import RequestDraft
from db.queries import people as people_queries
from db.queries import requests as queries
from services.people.views import PersonView
from services.requests.access import check_may_ask
from services.requests.views import Draft

FIELDS = tuple(field.name for field in fields(Draft))


async def draft_of(session: AsyncSession, person_id: int) -> Draft | None:
    kept = await session.get(RequestDraft, person_id)
    return Draft(**{name: getattr(kept, name) for name in FIELDS}) if kept is not None else None


def is_begun(draft: Draft) -> bool:
    """To tap a topic is to look around; a form, or a topic in words of her own, is a request begun."""
    return bool(draft.form) or (bool(draft.topic) and draft.area_id is None)


async def keep_draft(session: AsyncSession, person: PersonView, draft: Draft, *, going_on: bool = False) -> bool:
    """In the place of the one before; if she is going on with one that is there no more, nothing, and False.

    Raises ConsentNeeded, NoSchoolKnown.
    """
    check_may_ask(person)
    await people_queries.lock_person(session, person.id)  # two phones at once make one draft
    kept = await session.get(RequestDraft, person.id)
    if kept is None:
        if going_on:
            return False
        kept = RequestDraft(person_id=person.id)
        session.add(kept)
    for name in FIELDS:
        setattr(kept, name, getattr(draft, name))
    return True


async def drop_draft(session: AsyncSession, person_id: int) -> None:
    await queries.delete_draft(session, person_id)
