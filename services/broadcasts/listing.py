"""What an author looks at: her announcements, one of them with its figures, whom it did not reach."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Broadcast, Person, Unit
from db.queries import broadcast_authors as authors
from db.queries import broadcasts as queries
from db.queries import segments
from db.queries import units as unit_queries
from db.vocabulary import BroadcastStatus, Reach, UnitKind
from services.broadcasts.access import meant, overseen, own
from services.broadcasts.rules import may_throw_away, waits_until
from services.broadcasts.segment import NOBODY_CHOSEN, By, Segment
from services.broadcasts.send import NOT_REACHED, UNDER_WAY
from services.broadcasts.views import (
    Announcement,
    Attached,
    AttachmentKind,
    Audience,
    BroadcastView,
    Card,
    End,
    Figures,
    Named,
)
from services.people.days import today
from services.people.names import full_name
from services.people.views import PersonView
from services.units.rules import fold
from services.units.service import UnitView
from services.visibility.rules import desk_scope

TOLD = (Reach.GONE, Reach.LOST)
"""Reasons that tell one of the not connected from the others."""


async def in_sight(
    session: AsyncSession, viewer: PersonView, now: datetime, limit: int, offset: int = 0
) -> tuple[list[BroadcastView], int]:
    """Her own, and those of her scope that colleagues have under way or have left behind; the newest first, and how
    many in all."""
    found, total = await queries.in_sight(session, viewer.id, desk_scope(viewer), today(session, now), limit, offset)
    return [view(broadcast, author, viewer) for broadcast, author in found], total


async def one(session: AsyncSession, author: PersonView, broadcast_id: int) -> BroadcastView:
    """Her own. Raises NotFound, NotAllowed."""
    await own(session, author, broadcast_id)
    return view(*await queries.with_author(session, broadcast_id), author)


async def card(session: AsyncSession, viewer: PersonView, broadcast_id: int, now: datetime) -> Card:
    """Her own or a colleague's. Raises NotFound, NotAllowed."""
    await overseen(session, viewer, broadcast_id)
    found, author = await queries.with_author(session, broadcast_id)
    figures = Figures(**await queries.figures(session, broadcast_id))
    own = author.id == viewer.id
    left = not own and not await authors.has_author(session, broadcast_id, today(session, now))
    again = await queries.count_again(session, broadcast_id, NOT_REACHED) if (own or left) and figures.missed else 0
    stoppable = found.status in UNDER_WAY and figures.waiting > 0
    rest_at = await queries.rest_at(session, broadcast_id) if found.status == BroadcastStatus.SENDING else None
    loose = own and may_throw_away(found.status, figures.sent, figures.waiting)
    return Card(view(found, author, viewer), figures, again, stoppable, left, loose, waits_until(rest_at, now))


async def audience(session: AsyncSession, author: PersonView, segment: Segment, now: datetime) -> Audience:
    """Raises NotAllowed."""
    return Audience(*await segments.audience(session, await meant(session, author, segment, now)))


async def not_connected(
    session: AsyncSession, author: PersonView, segment: Segment, now: datetime, limit: int, offset: int
) -> tuple[list[Named], int]:
    """By school, so that each deputy head can be given her part."""
    found, total = await segments.not_connected(session, await meant(session, author, segment, now), limit, offset)
    return [_named(person, unit, str(closed or "")) for person, unit, closed in found], total


async def people_of(
    session: AsyncSession, viewer: PersonView, broadcast_id: int, end: End, limit: int, offset: int
) -> tuple[list[Named], int]:
    """By school and name, those to whom the announcement came so; a reason only where the heading does not say it.

    Raises NotFound, NotAllowed.
    """
    await overseen(session, viewer, broadcast_id)
    found, total = await queries.people_of(session, broadcast_id, end, limit, offset)
    told = [failure if failure and (end == End.FAILED or failure in TOLD) else "" for _, _, failure in found]
    return [_named(person, unit, why) for (person, unit, _), why in zip(found, told, strict=True)], total


async def units_to_choose(
    session: AsyncSession, author: PersonView, by: By, segment: Segment, typed: str, limit: int, offset: int
) -> tuple[list[UnitView], int]:
    """Municipalities or schools of the author's scope; schools of the municipality that is chosen already."""
    paths = desk_scope(author)
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


def view(found: Broadcast, author: Person, viewer: PersonView) -> BroadcastView:
    return BroadcastView(
        id=found.id,
        own=author.id == viewer.id,
        status=BroadcastStatus(found.status),
        message=announcement(found, author),
        length=found.length,
        segment=Segment.from_json(found.segment),
        audience_chosen=found.segment != NOBODY_CHOSEN,
        send_at=found.send_at,
        created_at=found.created_at,
    )


def announcement(found: Broadcast, author: Person) -> Announcement:
    kind: AttachmentKind = "photo" if found.attachment_kind == "photo" else "document"
    attached = Attached(kind, found.attachment_id, found.attachment_name or "") if found.attachment_id else None
    return Announcement(found.html, attached, author_name(author))


def author_name(person: Person) -> str:
    return full_name(person.surname, person.given_name, person.patronymic)


def _named(person: Person, unit: Unit | None, reason: str) -> Named:
    return Named(author_name(person), unit.name if unit else "", reason)
