from dataclasses import dataclass
from datetime import date, datetime

from db.vocabulary import OfferState, RequestForm, RequestStatus


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
    confirmed_by_requester: bool
    confirmed_by_tutor: bool
    version: int
    created_at: datetime
    unit_path: str

    @property
    def number(self) -> int:
        return self.id

    @property
    def without_tutor(self) -> bool:
        return self.tutor_id is None


@dataclass(frozen=True)
class OfferView:
    """A request as it stands before one tutor. The teacher's name is hidden until the request is hers."""

    request: RequestView
    tutor_id: int
    state: OfferState
    proposed_at: datetime | None

    asked_version: int

    @property
    def mine(self) -> bool:
        return self.request.tutor_id == self.tutor_id

    @property
    def standing(self) -> str:
        """asked, proposed, refused · given (by a methodist), taken, set (a time) · another, withdrawn, ended."""
        status = self.request.status
        if self.mine:
            if status == RequestStatus.ASSIGNED:
                return "given" if self.asked_version == self.request.version else "taken"
            return {RequestStatus.WITHDRAWN: "withdrawn", RequestStatus.DECLINED: "ended"}.get(status, "set")
        if self.state == OfferState.DECLINED:
            return "refused"
        if status == RequestStatus.WITHDRAWN:
            return "withdrawn"
        if status == RequestStatus.DECLINED:
            return "ended"
        if self.request.tutor_id is not None or self.state in (OfferState.CLOSED, OfferState.TAKEN):
            return "another"
        return "proposed" if self.state == OfferState.PROPOSED else "asked"


@dataclass(frozen=True)
class ProposalView:
    """A meeting time before the teacher: proposed by one of several tutors, or set by the one who has it."""

    request: RequestView
    tutor_id: int
    tutor: str
    at: datetime
    open: bool
    """The teacher may still answer it."""
    agreed: bool


@dataclass(frozen=True)
class SideView:
    """A request before one of the two, the teacher or her tutor."""

    request: RequestView
    for_tutor: bool
    rating: int | None = None
    """Only before the teacher."""

    @property
    def has_confirmed(self) -> bool:
        return self.request.confirmed_by_tutor if self.for_tutor else self.request.confirmed_by_requester


@dataclass(frozen=True)
class AnswerView:
    """What the other side has said: suits, refused, proposal_refused, not_held, no_tutor."""

    request: RequestView
    answer: str
    reader_id: int

    @property
    def for_tutor(self) -> bool:
        return self.reader_id != self.request.requester_id


@dataclass(frozen=True)
class QueueView:
    """A request before the methodists. `why`: nobody is left to ask, disputed (was it held?), the tutors are silent."""

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


@dataclass(frozen=True)
class TutorView:
    """A tutor before a methodist who assigns."""

    person_id: int
    name: str
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
