"""Invented people, events and requests, from which the bot's own messages are rendered without a database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from db.vocabulary import (
    CheckInSide,
    EventKind,
    EventStatus,
    NoticeKind,
    OfferState,
    PairStatus,
    RequestForm,
    RequestStatus,
    SignUpState,
)
from dialogs.common.longest import LONG_NAME, LONGEST
from sandbox.gallery.preview import NOW
from services.broadcasts.views import Announcement, Attached, LeftBehind
from services.events.views import EventNotice, EventView
from services.mentoring.views import (
    CheckInNotice,
    EndsNotice,
    HelpNotice,
    Name,
    PairNotice,
    QuestionNotice,
    SilentNotice,
    SilentPair,
)
from services.people.roles import GIVEN_BY_HAND
from services.people.views import RoleNotice
from services.requests.views import AnswerView, OfferView, ProposalView, QueueView, RequestView, SideView, TakenView

TEACHER, TUTOR, MENTOR = 1, 2, 3
SCHOOL = "МБОУ «Сосновская ООШ имени В. М. Пескова»"
SEMINAR: Final = datetime(2026, 10, 19, 12, tzinfo=UTC)
MEETING: Final = datetime(2026, 10, 8, 11, 30, tzinfo=UTC)

EVENT: Final = EventView(
    id=12, kind=EventKind.PRACTICUM, title="Стереометрия: методы решения задач", description="Разберём три задачи.",
    starts_at=SEMINAR, ends_at=SEMINAR + timedelta(minutes=90), venue="Школа № 1, ул. Школьная, 5",
    link="https://example.org/room", capacity=20, confirmed=17, waiting=0, sign_up_until=SEMINAR - timedelta(days=1),
    status=EventStatus.PUBLISHED, cancel_reason=None, version=1, created_at=NOW, subjects=("mathematics",),
    my_state=SignUpState.CONFIRMED, my_position=0, will_come=None, organiser="Ковалёва Марина Юрьевна",
)  # fmt: skip
WAITING: Final = replace(EVENT, my_state=SignUpState.WAITING, my_position=2, confirmed=20, waiting=3)
CALLED_OFF: Final = replace(EVENT, status=EventStatus.CANCELLED, cancel_reason="Заболел ведущий")

REQUEST: Final = RequestView(
    id=12, status=RequestStatus.NEW, subject="mathematics", topic="Стереометрия: сечения", questionnaire_id=None,
    area_id=None, form=RequestForm.PRACTICUM, when_code="saturday", note="Не получается объяснить сечения пирамиды.",
    requester_id=TEACHER, requester="Петрова Анна Петровна", school=SCHOOL, tutor_id=None, tutor="", tutor_school="",
    meeting_at=None, decline_reason=None, requester_says_held=None, tutor_says_held=None, version=1,
    due_on=date(2026, 10, 9), created_at=NOW, unit_path="/1/2/", met=False,
)  # fmt: skip
TAKEN: Final = replace(
    REQUEST, status=RequestStatus.ASSIGNED, tutor_id=TUTOR, tutor="Смирнова Ирина Викторовна", tutor_school="СОШ № 1"
)
AGREED: Final = replace(TAKEN, status=RequestStatus.SCHEDULED, meeting_at=MEETING)
MET: Final = replace(AGREED, met=True)
DISPUTED: Final = replace(MET, status=RequestStatus.CLARIFY, requester_says_held=False, tutor_says_held=True)
LONG_REQUEST: Final = replace(
    TAKEN, requester=LONG_NAME, tutor=LONG_NAME, school=LONGEST["school"], topic=LONGEST["topic"], note=LONGEST["note"]
)

PAIR: Final = PairNotice(7, CheckInSide.MENTEE, "Орлова Татьяна Сергеевна", PairStatus.ACTIVE, "14-О",
                         date(2026, 9, 1), False)  # fmt: skip
WEEK: Final = CheckInNotice(5, CheckInSide.MENTEE, Name("Татьяна", "Сергеевна", "Орлова"), date(2026, 10, 5),
                            nudge=False, put_off=False, several=False)  # fmt: skip
ANNOUNCEMENT: Final = Announcement(
    "Коллеги, <b>семинар перенесён</b> на пятницу, 15:00.", None, "Белова Марина Олеговна"
)
QUESTION: Final = QuestionNotice(
    Name("Илья", "Андреевич", "Воронов"), "Как вести журнал, если класс делится на группы?"
)
SILENT: Final = SilentNotice(
    2, 1, (SilentPair("Орлова Т. С.", "Воронов И. А.", 3), SilentPair("Ким М. И.", "Белых О. П.", 2)), 0
)
ENDS: Final = EndsNotice(date(2027, 5, 31), (("Орлова Т. С.", "Воронов И. А."),), 0, 7)


def _events(notice: EventNotice, **others: EventNotice) -> dict[str, EventNotice]:
    return {"usual": notice, **others}


def _answers(*said: str, reader: int) -> dict[str, AnswerView]:
    return {one: AnswerView(DISPUTED if one == "disputed" else AGREED, one, reader) for one in said}


SAMPLES: Final[Mapping[NoticeKind, Mapping[str, Any]]] = {
    NoticeKind.BROADCAST: {
        "usual": ANNOUNCEMENT,
        "picture": replace(ANNOUNCEMENT, attached=Attached("photo", "AgAC", "Афиша.jpg")),
        "longest": replace(ANNOUNCEMENT, html="Порядок итогового собеседования. " * 105, author=LONG_NAME),
    },
    NoticeKind.BROADCAST_TEST: {"usual": ANNOUNCEMENT},
    NoticeKind.BROADCAST_LEFT_BEHIND: {"usual": LeftBehind(3, "Белова Марина Олеговна"), "erased": LeftBehind(3, "")},
    NoticeKind.EVENT_REMINDER_DAY: _events(
        EventNotice(EVENT, SEMINAR - timedelta(days=1)),
        will_come=EventNotice(replace(EVENT, will_come=True), SEMINAR - timedelta(days=1)),
        longest=EventNotice(
            replace(EVENT, title=LONGEST["title"], venue=LONGEST["place"], description=LONGEST["description"]),
            SEMINAR - timedelta(days=1),
        ),
    ),
    NoticeKind.EVENT_REMINDER_HOURS: _events(EventNotice(EVENT, SEMINAR - timedelta(hours=2))),
    NoticeKind.EVENT_PLACE_FREED: _events(EventNotice(EVENT, NOW)),
    NoticeKind.EVENT_NO_PLACE: _events(
        EventNotice(WAITING, SEMINAR - timedelta(days=1)), late=EventNotice(WAITING, SEMINAR - timedelta(minutes=30))
    ),
    NoticeKind.EVENT_MOVED: _events(
        EventNotice(EVENT, NOW, SEMINAR - timedelta(days=3)), waiting=EventNotice(WAITING, NOW, SEMINAR)
    ),
    NoticeKind.EVENT_PLACE: _events(EventNotice(EVENT, NOW)),
    NoticeKind.EVENT_CANCELLED: _events(EventNotice(CALLED_OFF, NOW)),
    NoticeKind.PAIR_MADE: {"mentee": PAIR, "mentor": replace(PAIR, side=CheckInSide.MENTOR, partner="Воронов Илья")},
    NoticeKind.PAIR_ENDED: {
        "finished": replace(PAIR, status=PairStatus.FINISHED),
        "stopped": replace(PAIR, status=PairStatus.STOPPED, question_unsent=True),
        "erased": replace(PAIR, status=PairStatus.STOPPED, partner=""),
    },
    NoticeKind.CHECK_IN: {
        "mentee": WEEK,
        "mentor": replace(WEEK, side=CheckInSide.MENTOR, partner=Name("Илья", "Андреевич", "Воронов")),
        "several": replace(WEEK, several=True),
    },
    NoticeKind.CHECK_IN_NUDGE: {"mentee": replace(WEEK, nudge=True)},
    NoticeKind.MENTEE_QUESTION: {"usual": QUESTION, "longest": replace(QUESTION, text=LONGEST["description"])},
    NoticeKind.PAIR_QUESTION: {"usual": QUESTION},
    NoticeKind.MENTORING_HELP: {
        str(one): HelpNotice(one, "Орлова Т. С.", "Воронов И. А.", SCHOOL) for one in CheckInSide
    },
    NoticeKind.CHECK_IN_SILENT_PAIR: {"usual": SILENT, "many": replace(SILENT, count=14, new=5, more=12)},
    NoticeKind.PAIRS_ENDING: {"one": ENDS, "many": replace(ENDS, pairs=ENDS.pairs * 5, more=9, pair_id=None)},
    NoticeKind.REQUEST_OFFER: {
        "asked": OfferView(REQUEST, TUTOR, OfferState.ASKED, None, 1),
        "proposed": OfferView(REQUEST, TUTOR, OfferState.PROPOSED, MEETING, 1),
        "refused": OfferView(REQUEST, TUTOR, OfferState.DECLINED, None, 1),
        "given": OfferView(TAKEN, TUTOR, OfferState.ASKED, None, 1),
        "taken": OfferView(TAKEN, TUTOR, OfferState.TAKEN, None, 0),
        "another": OfferView(TAKEN, MENTOR, OfferState.ASKED, None, 1),
        "longest": OfferView(LONG_REQUEST, TUTOR, OfferState.TAKEN, None, 0),
    },
    NoticeKind.REQUEST_OFFER_CLOSED: {
        "withdrawn": OfferView(replace(REQUEST, status=RequestStatus.WITHDRAWN), TUTOR, OfferState.CLOSED, None, 1),
        "erased": OfferView(replace(REQUEST, requester=""), TUTOR, OfferState.CLOSED, None, 1),
    },
    NoticeKind.REQUEST_TAKEN: {
        "taken": TakenView(TAKEN, False),
        "assigned": TakenView(TAKEN, True),
        "off": TakenView(TAKEN, True, MEETING),
    },
    NoticeKind.REQUEST_TIME_PROPOSED: {
        stage: ProposalView(AGREED, TUTOR, AGREED.tutor, MEETING, True, stage) for stage in ("set", "moved", "proposed")
    } | {"gone": ProposalView(AGREED, TUTOR, AGREED.tutor, MEETING, False, "proposed")},
    NoticeKind.REQUEST_TIME_ANSWERED: _answers(
        "suits", "refused", "proposal_refused", "expired", "undelivered", "not_held", "disputed", "ruled_held",
        reader=TUTOR,
    ) | _answers("no_tutor", reader=TEACHER),
    NoticeKind.REQUEST_TIME_WANTED: _answers("time_wanted", "reminded", reader=TUTOR),
    NoticeKind.REQUEST_NO_TUTOR: {
        why: QueueView(request, why, date(2026, 10, 9))
        for why, request in {
            "nobody": REQUEST, "silent": REQUEST, "overdue": REQUEST, "no_time": TAKEN, "unconfirmed": MET,
            "disputed": DISPUTED, "settled": AGREED, "erased": replace(REQUEST, requester=""),
        }.items()
    },
    NoticeKind.REQUEST_DECLINED: {
        "usual": replace(REQUEST, status=RequestStatus.DECLINED, decline_reason="Такого занятия в районе пока нет.")
    },
    NoticeKind.REQUEST_WITHDRAWN: {"usual": replace(TAKEN, status=RequestStatus.WITHDRAWN)},
    NoticeKind.REQUEST_OVERDUE: {"usual": REQUEST},
    NoticeKind.REQUEST_MEETING_SOON: {
        "teacher": SideView(AGREED, for_tutor=False),
        "teacher_agreed": SideView(AGREED, for_tutor=False, agreed=True),
        "tutor": SideView(AGREED, for_tutor=True),
    },
    NoticeKind.REQUEST_MEETING_CONFIRM: {
        "teacher": SideView(MET, for_tutor=False),
        "tutor": SideView(MET, for_tutor=True),
        "disputed": SideView(DISPUTED, for_tutor=True),
        "changed": SideView(AGREED, for_tutor=False),
    },
    NoticeKind.REQUEST_RATE: {
        "ask": SideView(replace(MET, status=RequestStatus.DONE), for_tutor=False),
        "given": SideView(replace(MET, status=RequestStatus.CONFIRMED), for_tutor=False, rating=3, may_rate=True),
    },
    NoticeKind.ROLE_GIVEN: {str(role): RoleNotice(role, SCHOOL) for role in GIVEN_BY_HAND},
    NoticeKind.ROLE_TAKEN: {str(role): RoleNotice(role, SCHOOL) for role in GIVEN_BY_HAND},
}  # fmt: skip
"""Kind → its faces by name. What a renderer says differently stands here once each."""
