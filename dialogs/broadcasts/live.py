"""The message in which an author watches her announcement: written and edited by the scheduler, not a window."""

from datetime import datetime

from db.vocabulary import BroadcastStatus
from dialogs.broadcasts.buttons import Act, BroadcastButton
from dialogs.common.notice import Notice, NoticeButton
from locales import Words
from services.broadcasts.views import Figures


def live_message(
    words: Words,
    broadcast_id: int,
    status: BroadcastStatus,
    figures: Figures,
    rest_at: datetime | None,
    *,
    authored: bool = True,
) -> Notice:
    """Without `authored` its author may speak to its readers no more: she is told, and has nothing to press."""
    text = words.html(
        "broadcasts-live",
        id=broadcast_id,
        status=str(status),
        authored=authored,
        later=rest_at is not None,
        rest_at=rest_at,
        sent=figures.sent,
        total=figures.total,
        waiting=figures.waiting,
        blocked=figures.blocked,
        failed=figures.failed,
        dropped=figures.dropped,
        not_connected=figures.not_connected,
    )
    acts = [(Act.STOP, "broadcasts-btn-stop")] if status == BroadcastStatus.SENDING else []
    if not authored:
        acts = []
    elif not figures.waiting or status == BroadcastStatus.STOPPED:
        acts = [(Act.WHO, "broadcasts-btn-names"), (Act.OPEN, "broadcasts-btn-open")]
    return Notice(
        text,
        tuple((NoticeButton(words.plain(key), BroadcastButton(act=act, id=broadcast_id).pack()),) for act, key in acts),
        silent=True,
    )


def goes_on(words: Words, broadcast_id: int) -> Notice:
    """What is left of an old live message when another one is written below."""
    return Notice(words.html("broadcasts-live-goes-on", id=broadcast_id), silent=True)
