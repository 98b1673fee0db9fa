"""A draft: words that may come in pieces, a picture or file, whom it is for, when it is to go."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Broadcast
from db.queries import broadcasts as queries
from services.broadcasts import rules
from services.broadcasts.access import meant, own, own_draft
from services.broadcasts.errors import AlreadySent, DraftFull
from services.broadcasts.segment import NOBODY_CHOSEN, Segment
from services.broadcasts.views import Attached, Figures
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
    replacing: bool = False,
) -> int:
    """Words are added to words, a new picture or file takes the place of the old one. Returns the draft's id.

    `instead`: words that come after a text that is too long take its place. Pieces of one text do not: more than
    4,096 characters reach us in several messages, and none of them may push out another. `replacing`: the author
    has asked for it, whatever the length.
    Raises DraftFull, NotAllowed, NotFound, AlreadySent.
    """
    if broadcast_id is None:
        draft = _new(session, author, now)
    else:
        draft = await own_draft(session, author, broadcast_id)
    if piece.length:
        too_long = instead and rules.excess(draft.length, draft.attachment_id is not None)
        html, length = ("", 0) if replacing or too_long else (draft.html, draft.length)
        between = BETWEEN_PIECES if length else ""
        length += len(between) + piece.length
        if length > rules.DRAFT_LIMIT:
            raise DraftFull(limit=rules.DRAFT_LIMIT)
        draft.html, draft.length = html + between + piece.html, length
    if piece.attached is not None:
        draft.attachment_kind = piece.attached.kind
        draft.attachment_id = piece.attached.remote_id
        draft.attachment_name = piece.attached.name[:200]
    await session.flush()
    return draft.id


def _new(session: AsyncSession, author: PersonView, now: datetime) -> Broadcast:
    desk_scope(author)
    draft = Broadcast(author_id=author.id, created_at=now, segment=dict(NOBODY_CHOSEN), html="", length=0)
    session.add(draft)
    return draft


async def copy(session: AsyncSession, author: PersonView, broadcast_id: int, now: datetime) -> int:
    """A new draft with the words, the attachment and the audience of one of her own; not its time. Returns its id."""
    old = await own(session, author, broadcast_id)
    draft = _new(session, author, now)
    draft.html, draft.length, draft.segment = old.html, old.length, dict(old.segment)
    draft.attachment_kind, draft.attachment_id = old.attachment_kind, old.attachment_id
    draft.attachment_name = old.attachment_name
    await session.flush()
    return draft.id


async def remove_attachment(session: AsyncSession, author: PersonView, broadcast_id: int) -> None:
    draft = await own_draft(session, author, broadcast_id)
    draft.attachment_kind = draft.attachment_id = draft.attachment_name = None


async def clear(session: AsyncSession, author: PersonView, broadcast_id: int) -> None:
    """Begin anew: nothing of the message stays, nor whom it is for and when."""
    draft = await own_draft(session, author, broadcast_id)
    draft.html, draft.length = "", 0
    draft.attachment_kind = draft.attachment_id = draft.attachment_name = None
    draft.segment, draft.send_at = dict(NOBODY_CHOSEN), None


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
    """A draft that is not wanted, or one that was stopped before anybody got it, leaves nothing behind.

    Raises AlreadySent.
    """
    found = await own(session, author, broadcast_id, lock=True)
    figures = Figures(**await queries.figures(session, broadcast_id))
    if not rules.may_throw_away(found.status, figures.sent, figures.waiting):
        raise AlreadySent()
    await queries.delete_rows(session, broadcast_id)
    await session.delete(found)
