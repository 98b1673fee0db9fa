"""A draft: words that may come in pieces, a picture or file, whom it is for, when it is to go."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Broadcast
from db.vocabulary import Role
from services.broadcasts import rules
from services.broadcasts.access import meant, own_draft
from services.broadcasts.errors import DraftFull
from services.broadcasts.segment import Segment
from services.broadcasts.views import Attached
from services.people.views import PersonView
from services.visibility.rules import desk_scope

BETWEEN_PIECES = "\n"


@dataclass(frozen=True)
class Piece:
    """What came in one message. `html` is safe, `length` is what a reader sees of it."""

    html: str = ""
    length: int = 0
    attached: Attached | None = None


async def add_piece(
    session: AsyncSession,
    author: PersonView,
    broadcast_id: int | None,
    piece: Piece,
    now: datetime,
    *,
    instead: bool = False,
) -> int:
    """Words are added to words, a new picture or file takes the place of the old one. Returns the draft's id.

    `instead`: words that come after a text that is too long take its place. Pieces of one text do not: more than
    4,096 characters reach us in several messages, and none of them may push out another.
    Raises DraftFull, NotAllowed, NotFound, AlreadySent.
    """
    if broadcast_id is None:
        desk_scope(author)
        draft = Broadcast(
            author_id=author.id,
            author_role=Role.METHODIST,
            created_at=now,
            segment=Segment().to_json(),
            html="",
            length=0,
        )
        session.add(draft)
    else:
        draft = await own_draft(session, author, broadcast_id)
    if piece.length:
        if instead and rules.excess(draft.length, draft.attachment_id is not None):
            draft.html, draft.length = "", 0
        between = BETWEEN_PIECES if draft.length else ""
        length = draft.length + len(between) + piece.length
        if length > rules.DRAFT_LIMIT:
            raise DraftFull(limit=rules.DRAFT_LIMIT)
        draft.html, draft.length = draft.html + between + piece.html, length
    if piece.attached is not None:
        draft.attachment_kind = piece.attached.kind
        draft.attachment_id = piece.attached.remote_id
        draft.attachment_name = piece.attached.name[:200]
    await session.flush()
    return draft.id


async def clear(session: AsyncSession, author: PersonView, broadcast_id: int) -> None:
    """Begin the message anew; whom it is for and when stay."""
    draft = await own_draft(session, author, broadcast_id)
    draft.html, draft.length = "", 0
    draft.attachment_kind = draft.attachment_id = draft.attachment_name = None


async def set_segment(
    session: AsyncSession, author: PersonView, broadcast_id: int, segment: Segment, now: datetime
) -> None:
    """Raises NotAllowed for a unit outside the author's scope."""
    draft = await own_draft(session, author, broadcast_id)
    await meant(session, author, segment, now)
    draft.segment = segment.to_json()


async def set_time(session: AsyncSession, author: PersonView, broadcast_id: int, asked: datetime | None) -> None:
    """As asked; None sends as soon as it is confirmed."""
    (await own_draft(session, author, broadcast_id)).send_at = asked


async def throw_away(session: AsyncSession, author: PersonView, broadcast_id: int) -> None:
    """A draft that is not wanted leaves nothing behind."""
    await session.delete(await own_draft(session, author, broadcast_id))
