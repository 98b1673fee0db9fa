"""What an author looks at: her announcements, one of them with its figures, whom it did not reach."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Broadcast, Person, Unit
from db.queries import broadcasts as queries
from db.queries import segments
from db.queries import units as unit_queries
from db.vocabulary import BroadcastStatus, UnitKind
from services.broadcasts.access import meant, own, scope
from services.broadcasts.segment import By, Segment
from services.broadcasts.send import NOT_REACHED
from services.broadcasts.views import (
    Announcement,
    Attached,
    AttachmentKind,
    Audience,
    BroadcastView,
    Card,
    Figures,
    Missed,
)
from services.people.views import PersonView
from services.units.rules import fold
from services.units.service import UnitView


async def mine(
    session: AsyncSession, author: PersonView, limit: int, offset: int = 0
) -> tuple[list[BroadcastView], int]:
    """The newest first, and how many in all."""
    scope(author)
    found, total = await queries.of_author(session, author.id, limit, offset)
    return [view(broadcast) for broadcast in found], total


async def one(session: AsyncSession, author: PersonView, broadcast_id: int) -> BroadcastView:
    """Raises NotFound, NotAllowed."""
    return view(await own(session, author, broadcast_id))


async def card(session: AsyncSession, author: PersonView, broadcast_id: int) -> Card:
    """Raises NotFound, NotAllowed."""
    found = await own(session, author, broadcast_id)
    figures = Figures(*await queries.figures(session, broadcast_id))
    again = await queries.count_again(session, broadcast_id, NOT_REACHED) if figures.not_reached else 0
    return Card(view(found), figures, again)


async def audience(session: AsyncSession, author: PersonView, segment: Segment, now: datetime) -> Audience:
    """Raises NotAllowed."""
    return Audience(*await segments.audience(session, await meant(session, author, segment, now)))


async def not_connected(
    session: AsyncSession, author: PersonView, segment: Segment, now: datetime, limit: int, offset: int
) -> tuple[list[Missed], int]:
    """By school, so that each deputy head can be given her part."""
    found, total = await segments.not_connected(session, await meant(session, author, segment, now), limit, offset)
    return [_missed(person, unit, None) for person, unit in found], total


async def not_reached(
    session: AsyncSession, author: PersonView, broadcast_id: int, limit: int, offset: int
) -> tuple[list[Missed], int]:
    """By name, each with why. Raises NotFound, NotAllowed."""
    await own(session, author, broadcast_id)
    found, total = await queries.not_reached(session, broadcast_id, limit, offset)
    return [_missed(person, unit, failure) for person, unit, failure in found], total


async def units_to_choose(
    session: AsyncSession, author: PersonView, by: By, segment: Segment, typed: str, limit: int, offset: int
) -> tuple[list[UnitView], int]:
    """Municipalities or schools of the author's scope; schools of the municipality that is chosen already."""
    paths = scope(author)
    if by == By.SCHOOL and (chosen := segment.value(By.MUNICIPALITY)):
        unit = await unit_queries.unit(session, int(chosen))
        paths = (unit.path,) if unit is not None and unit.path.startswith(paths) else paths
    kind = UnitKind.SCHOOL if by == By.SCHOOL else UnitKind.MUNICIPALITY
    found, total = await segments.units_in_scope(session, kind, paths, fold(typed), limit, offset)
    return [UnitView(unit.id, unit.name, unit.path) for unit in found], total


async def unit_names(session: AsyncSession, segment: Segment) -> Mapping[str, str]:
    """Names of the units that the segment speaks of, by id as the filters hold it."""
    names: dict[str, str] = {}
    for by in (By.MUNICIPALITY, By.SCHOOL):
        if value := segment.value(by):
            unit = await unit_queries.unit(session, int(value))
            names[value] = unit.name if unit else value
    return names


def view(found: Broadcast) -> BroadcastView:
    return BroadcastView(
        id=found.id,
        status=BroadcastStatus(found.status),
        message=announcement(found),
        length=found.length,
        segment=Segment.from_json(found.segment),
        send_at=found.send_at,
        created_at=found.created_at,
        not_connected=found.not_connected,
    )


def announcement(found: Broadcast) -> Announcement:
    if found.attachment_id is None:
        return Announcement(found.html, None)
    kind: AttachmentKind = "photo" if found.attachment_kind == "photo" else "document"
    return Announcement(found.html, Attached(kind, found.attachment_id, found.attachment_name or ""))


def _missed(person: Person, unit: Unit | None, reason: str | None) -> Missed:
    name = " ".join(part for part in (person.surname, person.given_name, person.patronymic) if part)
    return Missed(name, unit.name if unit else "", reason)
