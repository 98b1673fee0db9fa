"""Notices about requests in words; the same functions re-write a message after its button was pressed."""

from datetime import datetime

from db.vocabulary import RequestStatus
from dialogs.common.notice import Notice, NoticeButton
from dialogs.requests.buttons import CardTap, HeldTap, OfferTap, ProposalTap, RateTap
from dialogs.requests.facts import facts
from locales import Words
from services.content import Content
from services.requests.views import AnswerView, OfferView, ProposalView, QueueView, RequestView, SideView

OFFER_BUTTONS = {
    "asked": (("take", "requests-btn-take"), ("cannot", "requests-btn-cannot"), ("other", "requests-btn-other-time")),
    "proposed": (("other", "requests-btn-other-time"), ("cannot", "requests-btn-cannot")),
    "given": (("time", "requests-btn-set-time"), ("open", "requests-btn-open")),
    "taken": (("time", "requests-btn-set-time"), ("open", "requests-btn-open")),
    "set": (("open", "requests-btn-open"),),
}


def offer(words: Words, view: OfferView, content: Content) -> Notice:
    """To a tutor, as the request stands before her now."""
    known = facts(view.request, words, content)
    if view.proposed_at is not None:
        known["at"] = view.proposed_at
    standing = view.standing
    if standing == "another":
        known["teacher"] = ""
    taps = [
        NoticeButton(words.plain(key), OfferTap(request_id=view.request.id, answer=answer).pack())
        for answer, key in OFFER_BUTTONS.get(standing, ())
    ]
    return Notice(words.html("requests-notice-offer", standing=standing, **known), _rows(taps))


def taken(words: Words, view: RequestView, content: Content) -> Notice:
    return Notice(words.html("requests-notice-taken", **facts(view, words, content)), _open(words, view.id))


def proposal(words: Words, view: ProposalView, content: Content, answer: str = "ask") -> Notice:
    """To the teacher. `answer` is what she has just said: yes, no."""
    if answer == "ask" and not view.open:
        answer = "gone"
    known = facts(view.request, words, content) | {"at": view.at, "tutor": view.tutor}
    text = words.html("requests-notice-proposal", stage="agreed" if view.agreed else "proposed", answer=answer, **known)
    if answer != "ask":
        return Notice(text, _open(words, view.request.id))
    place = {"request_id": view.request.id, "tutor_id": view.tutor_id, "at": int(view.at.timestamp())}
    return Notice(
        text,
        (
            (
                NoticeButton(words.plain("requests-btn-fits"), ProposalTap(suits=True, **place).pack()),
                NoticeButton(words.plain("requests-btn-no-fit"), ProposalTap(suits=False, **place).pack()),
            ),
        ),
    )


def answer(words: Words, view: AnswerView, content: Content) -> Notice:
    """To either side: what the other one said."""
    said = view.answer
    if said == "not_held":
        said = "not_held_tutor" if view.for_tutor else "not_held_teacher"
    text = words.html("requests-notice-answer", answer=said, **facts(view.request, words, content))
    if not view.for_tutor:
        return Notice(text, _open(words, view.request.id))
    wanted = {
        "suits": (("open", "requests-btn-open"),),
        "proposal_refused": OFFER_BUTTONS["asked"],
    }.get(said, OFFER_BUTTONS["taken"])
    taps = [
        NoticeButton(words.plain(key), OfferTap(request_id=view.request.id, answer=tap).pack()) for tap, key in wanted
    ]
    return Notice(text, _rows(taps))


def queue(words: Words, view: QueueView, content: Content) -> Notice:
    """To a methodist."""
    known = facts(view.request, words, content)
    text = words.html("requests-notice-queue", why=view.why, until=view.until, **known)
    return Notice(text, _open(words, view.request.id, queue=True))


def declined(words: Words, view: RequestView, content: Content) -> Notice:
    return Notice(words.html("requests-notice-declined", **facts(view, words, content)), _open(words, view.id))


def ended(words: Words, view: RequestView, content: Content) -> Notice:
    """To a tutor who had it."""
    return Notice(words.html("requests-notice-ended", **facts(view, words, content)))


def meeting(
    words: Words, view: SideView, content: Content, answer: str = "ask", meeting_at: datetime | None = None
) -> Notice:
    """To either side, an hour after the meeting began. `answer` is what she has just said: yes, no, gone.

    `meeting_at` is the meeting of the notice, where the request may have left it behind.
    """
    request = view.request
    known = facts(request, words, content)
    known["at"] = meeting_at or known["at"]
    text = words.html("requests-notice-meeting", for_tutor=view.for_tutor, answer=answer, **known)
    if answer != "ask" or request.meeting_at is None:
        return Notice(text)
    place = {"request_id": request.id, "at": int(request.meeting_at.timestamp())}
    return Notice(
        text,
        (
            (
                NoticeButton(words.plain("requests-btn-held"), HeldTap(held=True, **place).pack()),
                NoticeButton(words.plain("requests-btn-not-held"), HeldTap(held=False, **place).pack()),
            ),
        ),
    )


def rating(words: Words, view: SideView, content: Content) -> Notice:
    """To the teacher alone."""
    request = view.request
    open_still = request.status == RequestStatus.DONE
    known = facts(request, words, content)
    text = words.html("requests-notice-rate", answer="ask" if open_still else "given", **known)
    buttons = tuple(
        (NoticeButton(words.plain(f"requests-btn-rate-{value}"), RateTap(request_id=request.id, rating=value).pack()),)
        for value in (3, 2, 1, 0)
    )
    return Notice(text, buttons if open_still else ())


def _open(words: Words, request_id: int, queue: bool = False) -> tuple[tuple[NoticeButton, ...], ...]:
    tap = CardTap(request_id=request_id, queue=queue)
    return ((NoticeButton(words.plain("requests-btn-open"), tap.pack()),),)


def _rows(taps: list[NoticeButton]) -> tuple[tuple[NoticeButton, ...], ...]:
    """Two beside each other, a third below."""
    return tuple(tuple(taps[index : index + 2]) for index in range(0, len(taps), 2))
