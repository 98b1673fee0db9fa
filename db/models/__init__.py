"""The tables, a file a noun."""

from db.models.attempt import Answer, AreaResult, Attempt, ResultShare
from db.models.base import Base
from db.models.broadcast import Broadcast
from db.models.consent import AuditRecord, Consent
from db.models.event import Event, EventDraft, EventSubject, SignUp
from db.models.mentoring import CheckIn, CheckInAnswer, Pair, PairQuestion
from db.models.outbox import OutboxRow
from db.models.person import Account, EntryCode, Person, PersonSubject, RoleAssignment
from db.models.request import Request, RequestChange, RequestDraft, RequestOffer, TutorProfile
from db.models.unit import Unit

__all__ = [
    "Account",
    "Answer",
    "AreaResult",
    "Attempt",
    "AuditRecord",
    "Base",
    "Broadcast",
    "CheckIn",
    "CheckInAnswer",
    "Consent",
    "EntryCode",
    "Event",
    "EventDraft",
    "EventSubject",
    "OutboxRow",
    "Pair",
    "PairQuestion",
    "Person",
    "PersonSubject",
    "Request",
    "RequestChange",
    "RequestDraft",
    "RequestOffer",
    "ResultShare",
    "RoleAssignment",
    "SignUp",
    "TutorProfile",
    "Unit",
]
