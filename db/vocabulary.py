"""The closed lists that rows hold and rules speak of. Plain enums: importing them drags in no database.

A value is what is stored, so renaming a member is free and renaming a value is a migration.
Terms follow the domain vocabulary (Russian in the comment where the English word is not self-evident).
"""

from enum import StrEnum


class Platform(StrEnum):
    """A messenger in which a person has an account."""

    TELEGRAM = "telegram"
    MAX = "max"


class Reach(StrEnum):
    """Whether an account can be written to."""

    OPEN = "open"
    BLOCKED = "blocked"  # the person stopped the bot
    GONE = "gone"  # the account was deleted in the messenger
    LOST = "lost"  # the messenger knows no chat with this account


class UnitKind(StrEnum):
    """A level of the tree of organisations."""

    REGION = "region"
    CENTRE = "centre"  # ММЦ, межмуниципальный центр
    MUNICIPALITY = "municipality"
    SCHOOL = "school"


class Role(StrEnum):
    """What a person is in a unit; its scope is the subtree of that unit."""

    TEACHER = "teacher"
    TUTOR = "tutor"
    MENTOR = "mentor"
    MENTEE = "mentee"
    METHODIST = "methodist"
    DEPUTY_HEAD = "deputy_head"  # завуч
    ADMINISTRATOR = "administrator"


class Purpose(StrEnum):
    """Why personal data is kept; each purpose is consented to apart (156-ФЗ)."""

    ACCOUNT = "account"  # account, answers, route, sign-ups, requests


class AttemptState(StrEnum):
    IN_PROGRESS = "in_progress"
    FINISHED = "finished"
    ABANDONED = "abandoned"


class Audience(StrEnum):
    """To whom an owner has opened her personal result."""

    METHODIST = "methodist"


class RequestForm(StrEnum):
    """The seven forms of methodical support (seed S2)."""

    SESSION = "session"  # методическая сессия
    PRACTICUM = "practicum"
    MASTER_CLASS = "master_class"
    INTENSIVE = "intensive"
    TRAINING = "training"
    PSYCHOLOGY = "psychology"  # психологический консалтинг
    MENTOR_HOUR = "mentor_hour"  # наставнический час


class RequestStatus(StrEnum):
    NEW = "new"
    ACCEPTED = "accepted"
    ASSIGNED = "assigned"
    SCHEDULED = "scheduled"
    DONE = "done"
    CONFIRMED = "confirmed"
    CLARIFY = "clarify"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class OfferState(StrEnum):
    """What one tutor answered to one request."""

    ASKED = "asked"
    TAKEN = "taken"
    PROPOSED = "proposed"  # another time
    DECLINED = "declined"
    CLOSED = "closed"  # somebody else took it, the request ended, or she is no tutor any more


WITHOUT_TUTOR = frozenset({RequestStatus.NEW, RequestStatus.ACCEPTED})
WITH_TUTOR = frozenset({RequestStatus.ASSIGNED, RequestStatus.SCHEDULED, RequestStatus.CLARIFY})
OPEN_REQUEST = WITHOUT_TUTOR | WITH_TUTOR
LIVE_OFFER = frozenset({OfferState.ASKED, OfferState.PROPOSED})
"""Offers that a tutor may still answer, or that wait for the teacher."""


class EventStatus(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"
    CANCELLED = "cancelled"
    HELD = "held"


class CancelReason(StrEnum):
    """Ready reasons, worded for each reader; any other is shown as it was typed."""

    SPEAKER_ILL = "speaker_ill"
    LATER = "later"
    FEW_PEOPLE = "few_people"


class EventKind(StrEnum):
    SEMINAR = "seminar"
    PRACTICUM = "practicum"
    MASTER_CLASS = "master_class"
    TRAINING = "training"
    MINI_COURSE = "mini_course"
    WEBINAR = "webinar"
    CONSULTATION = "consultation"
    ROUND_TABLE = "round_table"
    CONFERENCE = "conference"
    MEETING = "meeting"


class SignUpState(StrEnum):
    CONFIRMED = "confirmed"
    WAITING = "waiting"
    CANCELLED = "cancelled"


class PairStatus(StrEnum):
    ACTIVE = "active"
    FINISHED = "finished"
    STOPPED = "stopped"


class CheckInSide(StrEnum):
    MENTOR = "mentor"
    MENTEE = "mentee"


class CheckInState(StrEnum):
    PLANNED = "planned"
    ASKED = "asked"
    ANSWERED = "answered"
    SKIPPED = "skipped"  # the person pressed «пропустить неделю»


class BroadcastStatus(StrEnum):
    DRAFT = "draft"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    STOPPED = "stopped"
    DONE = "done"


class DueState(StrEnum):
    """The life of one row of due work."""

    QUEUED = "queued"
    LEASED = "leased"
    SENT = "sent"
    STALE = "stale"  # what it spoke of has changed since: not sent
    DEAD = "dead"  # will never arrive: blocked, gone, refused
    CANCELLED = "cancelled"


class NoticeKind(StrEnum):
    """What a row of due work says; each kind has one loader and one renderer."""

    EVENT_REMINDER_DAY = "event_reminder_day"
    EVENT_REMINDER_HOURS = "event_reminder_hours"
    EVENT_PLACE_FREED = "event_place_freed"
    EVENT_NO_PLACE = "event_no_place"  # to who still waits shortly before
    EVENT_PLACE = "event_place"
    EVENT_MOVED = "event_moved"
    EVENT_CANCELLED = "event_cancelled"
    REQUEST_OFFER = "request_offer"
    REQUEST_OFFER_CLOSED = "request_offer_closed"
    REQUEST_TAKEN = "request_taken"
    REQUEST_TIME_PROPOSED = "request_time_proposed"
    REQUEST_TIME_ANSWERED = "request_time_answered"
    REQUEST_NO_TUTOR = "request_no_tutor"
    REQUEST_DECLINED = "request_declined"
    REQUEST_WITHDRAWN = "request_withdrawn"
    REQUEST_OVERDUE = "request_overdue"  # to the teacher, on the promised day
    REQUEST_TIME_WANTED = "request_time_wanted"  # to a tutor who has set no time
    REQUEST_MEETING_SOON = "request_meeting_soon"
    REQUEST_MEETING_CONFIRM = "request_meeting_confirm"
    REQUEST_RATE = "request_rate"
    ROLE_GIVEN = "role_given"
    ROLE_TAKEN = "role_taken"
    PAIR_MADE = "pair_made"
    PAIR_ENDED = "pair_ended"
    PAIRS_ENDING = "pairs_ending"  # to a methodist, a week before their last day
    CHECK_IN = "check_in"
    CHECK_IN_NUDGE = "check_in_nudge"
    CHECK_IN_SILENT_PAIR = "check_in_silent_pair"
    MENTEE_QUESTION = "mentee_question"
    PAIR_QUESTION = "pair_question"  # from a mentee, between the weekly ones
    MENTORING_HELP = "mentoring_help"
    BROADCAST = "broadcast"
    BROADCAST_LEFT_BEHIND = "broadcast_left_behind"  # to methodists who can go on with it
    BROADCAST_TEST = "broadcast_test"  # to its author alone, before it goes to everyone
