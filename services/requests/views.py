from dataclasses import dataclass
from datetime import date, datetime

from db.vocabulary import WITHOUT_TUTOR, OfferState, RequestForm, RequestStatus


@dataclass(frozen=True)
class Draft:
    """What a teacher has chosen so far; what she has not answered yet is empty."""

    subject: str = ""
    topic: str = ""
    questionnaire_id: str | None = None
    area_id: str | None = None
    form: str = ""
    when_code: str = ""
    note: str = ""


@dataclass(frozen=True)
class Wish:
    """What a teacher has put together before a request exists."""

    subject: str
    topic: str
    form: RequestForm
    when_code: str
    note: str | None = None
    questionnaire_id: str | None = None
    area_id: str | None = None


@dataclass(frozen=True)
class Sent:
    """A request was made. `asked` tutors have it before them; 0: it went to the methodists."""

    number: int
    asked: int
    until: datetime
    """When the methodical service answers at the latest: the end of that day."""


@dataclass(frozen=True)
class RequestView:
    """A request without its rating: that is for the teacher alone."""

    id: int
    status: RequestStatus
    subject: str
    topic: str
    questionnaire_id: str | None
    area_id: str | None
    form: RequestForm
    when_code: str
    note: str | None
    requester_id: int
    requester: str
    school: str
    tutor_id: int | None
    tutor: str
    tutor_school: str
    meeting_at: datetime | None
    decline_reason: str | None
    requester_says_held: bool | None
    tutor_says_held: bool | None
    version: int
    due_on: date
    created_at: datetime
    unit_path: str
    met: bool
    """The hour of the meeting has come."""

    @property
    def number(self) -> int:
        return self.id

    @property
    def erased(self) -> bool:
        """The teacher has had her data erased, and with them the words of the request."""
        return not self.requester

    @property
    def psychology(self) -> bool:
        """Whether it is for a psychologist and no tutor of the subject."""
        return self.form == RequestForm.PSYCHOLOGY

    @property
    def phase(self) -> str:
        """The status; `met` once the hour of a scheduled meeting has come."""
        return "met" if self.status == RequestStatus.SCHEDULED and self.met else str(self.status)


@dataclass(frozen=True)
class OfferView:
    """A request as it stands before one tutor. The teacher's name is hidden until the request is hers."""

    request: RequestView
    tutor_id: int
    state: OfferState
    proposed_at: datetime | None
    asked_version: int
    superseded: bool = False
    """A newer message about the same request stands below."""

    @property
    def mine(self) -> bool:
        return self.request.tutor_id == self.tutor_id

    @property
    def standing(self) -> str:
        """asked, proposed, refused (may still be taken) · given (by a methodist), taken, set (a time) · finished ·

        another, withdrawn, ended, over (not asked any more) · superseded.
        """
        status = self.request.status
        if self.superseded:
            return "superseded"
        if self.mine:
            if status == RequestStatus.ASSIGNED:
                return "given" if self.asked_version == self.request.version else "taken"
            if status in (RequestStatus.DONE, RequestStatus.CONFIRMED):
                return "finished"
            return {RequestStatus.WITHDRAWN: "withdrawn", RequestStatus.DECLINED: "ended"}.get(status, "set")
        if status == RequestStatus.WITHDRAWN:
            return "withdrawn"
        if status == RequestStatus.DECLINED:
            return "ended"
        if status not in WITHOUT_TUTOR:
            return "another"
        known = {OfferState.ASKED: "asked", OfferState.PROPOSED: "proposed", OfferState.DECLINED: "refused"}
        return known.get(self.state, "over")

    @property
    def wants_time(self) -> bool:
        """Whether a time may be set or proposed."""
        return self.standing in ("asked", "proposed", "refused", "given", "taken", "set")


@dataclass(frozen=True)
class Proposal:
    """A time that waits for the teacher, in a list."""

    tutor_id: int
    tutor: str
    at: datetime


@dataclass(frozen=True)
class TakenView:
    """To the teacher: somebody helps."""

    request: RequestView
    assigned: bool
    """By a methodist."""
    off: datetime | None = None
    """The meeting with the tutor of before that will not be held."""


@dataclass(frozen=True)
class ProposalView:
    """A meeting time before the teacher: proposed by one of several tutors, or set by the one who has it."""

    request: RequestView
    tutor_id: int
    tutor: str
    at: datetime
    open: bool
    """The teacher may still answer it."""
    stage: str
    """proposed; set, moved: by the tutor who has the request."""


@dataclass(frozen=True)
class SideView:
    """A request before one of the two, the teacher or her tutor."""

    request: RequestView
    for_tutor: bool
    rating: int | None = None
    """Only before the teacher."""
    may_rate: bool = False
    """For the first time, or once more."""
    superseded: bool = False
    """A newer message that asks the same stands below."""
    agreed: bool = False
    """The teacher has said that the time of the meeting suits."""
    again: bool = False
    """She is asked for the second time."""

    @property
    def says_held(self) -> bool | None:
        """Her own word about the meeting."""
        return self.request.tutor_says_held if self.for_tutor else self.request.requester_says_held

    @property
    def theirs(self) -> bool | None:
        return self.request.requester_says_held if self.for_tutor else self.request.tutor_says_held


@dataclass(frozen=True)
class AnswerView:
    """What the other side, a methodist or the clock has said.

    suits, refused, proposal_refused, expired, not_held, ruled_not_held, no_tutor, undelivered, time_wanted,
    reminded, disputed, ruled_held.
    """

    request: RequestView
    answer: str
    reader_id: int

    @property
    def for_tutor(self) -> bool:
        return self.reader_id != self.request.requester_id


@dataclass(frozen=True)
class QueueView:
    """A request before the methodists.

    `why`: nobody (is left to ask), silent (are the tutors), overdue, no_time, unconfirmed or disputed (was the
    meeting held?), settled.
    """

    request: RequestView
    why: str
    until: date
    """The last day to answer."""


@dataclass(frozen=True)
class ChangeView:
    at: datetime
    what: str
    """A code of services/requests/history."""
    who: str
    name: str = ""
    """Only before a methodist."""
    meeting_at: datetime | None = None


@dataclass(frozen=True)
class TutorView:
    """A tutor before a methodist who assigns."""

    person_id: int
    name: str
    short_name: str
    school: str
    open_requests: int
    max_tutees: int
    asked_refused: bool

    @property
    def free(self) -> bool:
        return self.open_requests < self.max_tutees


@dataclass(frozen=True)
class DeskView:
    """What a tutor sees on entering her desk."""

    active: bool
    max_tutees: int
    offers: int
    tutees: int
    held: int
    rated: int
    """How many meetings were rated; never how."""
    next_meeting: datetime | None
