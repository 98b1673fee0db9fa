"""Notices about requests in words; the same functions re-write a message after its button was pressed."""

from collections.abc import Sequence
from datetime import datetime

from db.vocabulary import RequestStatus
from dialogs.common.notice import Notice, NoticeButton
from dialogs.requests.buttons import CardTap, HeldTap, OfferTap, ProposalTap, RateAgainTap, RateTap
from dialogs.requests.facts import facts, rating_given, ratings, said
from locales import Words
from services.content import Content
from services.requests.topics import title
from services.requests.views import AnswerView, OfferView, ProposalView, QueueView, RequestView, SideView, TakenView

OFFER_BUTTONS = {
    "asked": (("take", "requests-btn-take"), ("cannot", "requests-btn-cannot"), ("other", "requests-btn-other-time")),
    "proposed": (
        ("take", "requests-btn-take"),
        ("cannot", "requests-btn-cannot"),
        ("other", "requests-btn-other-time"),
    ),
    "given": (("time", "requests-btn-set-time"), ("open", "requests-btn-open")),
    "taken": (("time", "requests-btn-set-time"), ("open", "requests-btn-open")),
    "set": (("open", "requests-btn-open"),),
    "refused": (("take", "requests-btn-take-after-all"),),
}


def offer(words: Words, view: OfferView, content: Content) -> Notice:
    """To a tutor, as the request stands before her now."""
    if view.request.erased:
        return _erased(words, view.request)
    known = facts(view.request, words, content)
    if view.proposed_at is not None:
        known["at"] = view.proposed_at
    standing = view.standing
    if standing == "another":
        known["teacher"] = ""
    buttons = _offer_buttons(words, view.request.id, OFFER_BUTTONS.get(standing, ()))
    return Notice(words.html("requests-notice-offer", standing=standing, **known), buttons)


def taken(words: Words, view: TakenView, content: Content) -> Notice:
    known = facts(view.request, words, content)
    told = {"assigned": view.assigned, "is_off": view.off is not None, "off": view.off or view.request.created_at}
    return Notice(words.html("requests-notice-taken", **told, **known), _open(words, view.request.id))


def overdue(words: Words, view: RequestView, content: Content) -> Notice:
    """To the teacher, on the day after the promised one."""
    return Notice(words.html("requests-notice-overdue", **facts(view, words, content)), _open(words, view.id))


def present_state(words: Words, view: SideView, content: Content) -> Notice:
    """In the place of a notice whose question is not open any more, to either side."""
    request = view.request
    status = words.plain("requests-status", status=request.phase)
    text = words.html(
        "requests-notice-now", number=request.number, topic=title(request, content, words.locale), status=status
    )
    return Notice(text, _open_side(words, request.id, view.for_tutor))


def proposal(words: Words, view: ProposalView, content: Content, answer: str = "ask") -> Notice:
    """To the teacher. `answer` is what she has just said: yes, no."""
    if answer == "ask" and not view.open:
        answer = "gone"
    known = facts(view.request, words, content) | {"at": view.at, "tutor": view.tutor}
    text = words.html("requests-notice-proposal", stage=view.stage, answer=answer, **known)
    if answer != "ask":
        return Notice(text, _open(words, view.request.id))
    return Notice(text, (_fits(words, view.request.id, view.tutor_id, view.at),))


def answer(words: Words, view: AnswerView, content: Content) -> Notice:
    """To either side: what the other one, a methodist or the clock said."""
    heard, request = view.answer, view.request
    mine = SideView(request, view.for_tutor).says_held
    if heard in ("not_held", "ruled_not_held", "disputed"):
        heard += "_tutor" if view.for_tutor else "_teacher"
    text = words.html("requests-notice-answer", answer=heard, mine=said(mine), **facts(request, words, content))
    if view.answer == "disputed" and request.meeting_at is not None:
        other = HeldTap(request_id=request.id, at=int(request.meeting_at.timestamp()), held=not mine).pack()
        slip = (NoticeButton(words.plain("requests-btn-not-held" if mine else "requests-btn-held"), other),)
        return Notice(text, (slip, *_open_side(words, request.id, view.for_tutor)))
    if heard in ("not_held_tutor", "not_held_teacher") and request.meeting_at is not None:
        held = HeldTap(request_id=request.id, at=int(request.meeting_at.timestamp()), held=True).pack()
        was = (NoticeButton(words.plain("requests-btn-held"), held),)
        if not view.for_tutor:
            return Notice(text, (was, *_open(words, request.id)))
        return Notice(text, (was, *_offer_buttons(words, request.id, (("time", "requests-btn-set-time"),))))
    if not view.for_tutor:
        return Notice(text, _open(words, request.id))
    wanted = {
        "suits": OFFER_BUTTONS["set"],
        "undelivered": OFFER_BUTTONS["set"],
        "ruled_held": OFFER_BUTTONS["set"],
        "proposal_refused": OFFER_BUTTONS["asked"],
        "expired": OFFER_BUTTONS["asked"],
    }.get(heard, OFFER_BUTTONS["taken"])
    return Notice(text, _offer_buttons(words, request.id, wanted))


def queue(words: Words, view: QueueView, content: Content) -> Notice:
    """To a methodist."""
    if view.request.erased:
        return _erased(words, view.request)
    known = facts(view.request, words, content)
    state = words.plain("requests-status", status=view.request.phase)
    known |= {"teacher_said": said(view.request.requester_says_held), "tutor_said": said(view.request.tutor_says_held)}
    text = words.html("requests-notice-queue", why=view.why, until=view.until, state=state, **known)
    return Notice(text, _open(words, view.request.id, queue=True))


def declined(words: Words, view: RequestView, content: Content) -> Notice:
    return Notice(words.html("requests-notice-declined", **facts(view, words, content)), _open(words, view.id))


def ended(words: Words, view: RequestView, content: Content) -> Notice:
    """To a tutor who had it."""
    if view.erased:
        return _erased(words, view)
    return Notice(words.html("requests-notice-ended", **facts(view, words, content)))


def reminder(words: Words, view: SideView, content: Content) -> Notice:
    """To either side, on the working day before."""
    known = facts(view.request, words, content)
    text = words.html("requests-notice-soon", for_tutor=view.for_tutor, agreed=view.agreed, **known)
    request = view.request
    if view.for_tutor or view.agreed or request.tutor_id is None or request.meeting_at is None:
        return Notice(text, _open_side(words, request.id, view.for_tutor))
    return Notice(text, (_fits(words, request.id, request.tutor_id, request.meeting_at), *_open(words, request.id)))


def meeting(words: Words, view: SideView, content: Content) -> Notice:
    """To either side, after the meeting. What she has said she may still change while the other has not agreed."""
    request = view.request
    if not view.superseded and request.phase not in ("met", "clarify") and not (view.says_held and request.meeting_at):
        return present_state(words, view, content)
    disputed = request.status == RequestStatus.CLARIFY
    answer = "superseded" if view.superseded else "disputed" if disputed else said(view.says_held)
    text = words.html(
        "requests-notice-meeting", for_tutor=view.for_tutor, answer=answer, **facts(request, words, content)
    )
    if view.superseded or request.meeting_at is None or request.phase not in ("met", "clarify"):
        return Notice(text)
    at = int(request.meeting_at.timestamp())
    taps = [
        NoticeButton(words.plain(key), HeldTap(request_id=request.id, at=at, held=held).pack())
        for held, key in ((True, "requests-btn-held"), (False, "requests-btn-not-held"))
        if view.says_held is not held
    ]
    rows: tuple[tuple[NoticeButton, ...], ...] = (tuple(taps),)
    if view.for_tutor and view.says_held is False:
        rows += _offer_buttons(words, request.id, (("time", "requests-btn-set-time"),))
    return Notice(text, rows)


def rating(words: Words, view: SideView, content: Content, again: bool = False) -> Notice:
    """To the teacher alone. `again`: she wants to change what she has said."""
    request = view.request
    asked = again or request.status == RequestStatus.DONE
    known = facts(request, words, content) | {"rating": rating_given(words, view.rating)}
    text = words.html("requests-notice-rate", answer="ask" if asked else "given", **known)
    if asked:
        taps = [
            NoticeButton(one["name"], RateTap(request_id=request.id, rating=one["id"]).pack())
            for one in ratings(words, view.rating)
        ]
    else:
        change = NoticeButton(words.plain("requests-btn-rate-again"), RateAgainTap(request_id=request.id).pack())
        taps = [change] if view.may_rate else []
    return Notice(text, tuple((tap,) for tap in taps))


def _erased(words: Words, request: RequestView) -> Notice:
    """Of the request nothing is left to open."""
    return Notice(words.html("requests-notice-erased", number=request.number, status=str(request.status)))


def _fits(words: Words, request_id: int, tutor_id: int, at: datetime) -> tuple[NoticeButton, ...]:
    return tuple(
        NoticeButton(
            words.plain(key),
            ProposalTap(request_id=request_id, tutor_id=tutor_id, at=int(at.timestamp()), suits=suits).pack(),
        )
        for suits, key in ((True, "requests-btn-fits"), (False, "requests-btn-no-fit"))
    )


def _open(words: Words, request_id: int, queue: bool = False) -> tuple[tuple[NoticeButton, ...], ...]:
    tap = CardTap(request_id=request_id, queue=queue)
    return ((NoticeButton(words.plain("requests-btn-open"), tap.pack()),),)


def _open_side(words: Words, request_id: int, for_tutor: bool) -> tuple[tuple[NoticeButton, ...], ...]:
    return _offer_buttons(words, request_id, OFFER_BUTTONS["set"]) if for_tutor else _open(words, request_id)


def _offer_buttons(
    words: Words, request_id: int, wanted: Sequence[tuple[str, str]]
) -> tuple[tuple[NoticeButton, ...], ...]:
    """Two beside each other, a third below."""
    taps = [
        NoticeButton(words.plain(key), OfferTap.model_validate({"request_id": request_id, "answer": tap}).pack())
        for tap, key in wanted
    ]
    return tuple(tuple(taps[index : index + 2]) for index in range(0, len(taps), 2))
