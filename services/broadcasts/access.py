"""Who may announce, whose announcement it is, and whom a segment means in the author's scope."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Broadcast
from db.queries import broadcasts as queries
from db.queries import units as unit_queries
from db.queries.segments import Wanted
from db.vocabulary import BroadcastStatus, Role
from services.broadcasts.errors import AlreadySent
from services.broadcasts.rules import began_after
from services.broadcasts.segment import By, Segment
from services.errors import NotAllowed, NotFound
from services.people.days import today
from services.people.views import PersonView
from services.visibility.rules import desk_scope


async def own(session: AsyncSession, author: PersonView, broadcast_id: int, *, lock: bool = False) -> Broadcast:
    """The author's own announcement. Raises NotFound, NotAllowed."""
    desk_scope(author)
    found = await queries.broadcast(session, broadcast_id, lock=lock)
    if found is None:
        raise NotFound()
    if found.author_id != author.id:
        raise NotAllowed()
    return found


async def overseen(session: AsyncSession, viewer: PersonView, broadcast_id: int, *, lock: bool = False) -> Broadcast:
    """Her own, or one that a colleague has sent to people of the viewer's scope. Raises NotFound, NotAllowed.

    An author may lose her role or leave; what she has planned must not be beyond everybody's reach.
    """
    paths = desk_scope(viewer)
    found = await queries.broadcast(session, broadcast_id, lock=lock)
    if found is None:
        raise NotFound()
    sent = found.status != BroadcastStatus.DRAFT and found.under.startswith(paths)
    if found.author_id != viewer.id and not sent:
        raise NotAllowed()
    return found


async def own_draft(session: AsyncSession, author: PersonView, broadcast_id: int) -> Broadcast:
    """The author's own draft, locked. Raises AlreadySent too."""
    found = await own(session, author, broadcast_id, lock=True)
    if found.status != BroadcastStatus.DRAFT:
        raise AlreadySent()
    return found


async def meant(session: AsyncSession, author: PersonView, segment: Segment, now: datetime) -> Wanted:
    """The segment as the queries take it. Raises NotAllowed for a unit outside the author's scope."""
    paths = desk_scope(author)
    municipality, school = segment.value(By.MUNICIPALITY), segment.value(By.SCHOOL)
    role = segment.value(By.ROLE)
    return Wanted(
        scope=paths,
        but=author.id,
        today=today(session, now),
        municipality_path=await _path(session, municipality, paths) if municipality else None,
        school_path=await _path(session, school, paths) if school else None,
        subject=segment.value(By.SUBJECT),
        role=Role(role) if role else None,
        began_after=began_after(now) if segment.value(By.YOUNG) is not None else None,
    )


async def _path(session: AsyncSession, unit_id: str, paths: tuple[str, ...]) -> str:
    unit = await unit_queries.unit(session, int(unit_id))
    if unit is None or not unit.path.startswith(paths):
        raise NotAllowed()
    return unit.path
