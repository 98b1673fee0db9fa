"""What is planned, as the values of rows. `ids` are the person ids in the order of the district's people."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from db.vocabulary import EventStatus, Platform, Purpose, Role
from sandbox.demo.plan import District
from services.consents.texts import ConsentTexts

FIRST_USER = 100_000
CODES_LAST = timedelta(days=240)
_IN_THE_SCHOOL = frozenset({Role.TEACHER, Role.MENTOR, Role.MENTEE, Role.DEPUTY_HEAD})

Rows = list[dict[str, Any]]
Units = Mapping[str | None, int]
"""Unit ids of the schools by name, and of the municipality under None."""


def people(district: District, units: Units, at: datetime) -> Rows:
    return [
        {
            "surname": somebody.surname,
            "given_name": somebody.given_name,
            "patronymic": somebody.patronymic,
            "unit_id": units[somebody.school],
            "experience_from": somebody.experience_from,
            "locale": somebody.locale,
            "created_at": at,
        }
        for somebody in district.people
    ]


def accounts(district: District, ids: Sequence[int], at: datetime) -> Rows:
    return [
        {
            "platform": Platform.TELEGRAM,
            "user_id": FIRST_USER + person_id,
            "person_id": person_id,
            "locale": somebody.locale,
            "created_at": at,
        }
        for somebody, person_id in zip(district.people, ids, strict=True)
        if somebody.connected
    ]


def consents(accounts: Sequence[tuple[int, int, str]], texts: ConsentTexts, at: datetime) -> Rows:
    """Each (account id, person id, locale) agreed to the text as it stands, in her own language."""
    shown = [(account_id, person_id, texts.get(Purpose.ACCOUNT, locale)) for account_id, person_id, locale in accounts]
    return [
        {
            "person_id": person_id,
            "account_id": account_id,
            "purpose": text.purpose,
            "text_version": text.version,
            "text_locale": text.locale,
            "text_hash": text.digest,
            "given_at": at,
        }
        for account_id, person_id, text in shown
    ]


def subjects(district: District, ids: Sequence[int]) -> Rows:
    return [
        {"person_id": person_id, "subject": subject}
        for somebody, person_id in zip(district.people, ids, strict=True)
        for subject in somebody.subjects
    ]


def roles(district: District, units: Units, ids: Sequence[int], at: datetime) -> Rows:
    """Tutors, methodists and administrators serve the whole municipality."""
    return [
        {
            "person_id": person_id,
            "role": role,
            "unit_id": units[somebody.school if role in _IN_THE_SCHOOL else None],
            "since": at.date(),
        }
        for somebody, person_id in zip(district.people, ids, strict=True)
        for role in somebody.roles
    ]


def tutors(district: District, ids: Sequence[int]) -> Rows:
    return [{"person_id": ids[tutor.person - 1], "max_tutees": tutor.max_tutees} for tutor in district.tutors]


def pairs(district: District, units: Units, ids: Sequence[int]) -> Rows:
    return [
        {
            "mentor_id": ids[pair.mentor - 1],
            "mentee_id": ids[pair.mentee - 1],
            "unit_id": units[pair.school],
            "order_number": pair.order_number,
            "order_date": pair.order_date,
            "starts_on": pair.order_date,
            "ends_on": pair.ends_on,
        }
        for pair in district.pairs
    ]


def entry_codes(district: District, ids: Sequence[int], now: datetime) -> Rows:
    return [
        {"code": code, "person_id": ids[number - 1], "expires_at": now + CODES_LAST}
        for code, number in district.entry_codes
    ]


def events(district: District, units: Units, ids: Sequence[int], now: datetime) -> Rows:
    return [
        {
            "unit_id": units[None],
            "organiser_id": ids[plan.organiser - 1],
            "kind": plan.kind,
            "title": plan.title,
            "description": plan.description,
            "starts_at": plan.starts_at,
            "ends_at": plan.ends_at,
            "venue": plan.venue,
            "link": plan.link,
            "capacity": plan.capacity,
            "sign_up_until": plan.sign_up_until,
            "status": plan.status,
            "created_at": min(plan.published_at, now),
        }
        for plan in district.events
    ]


def event_subjects(district: District, event_ids: Sequence[int]) -> Rows:
    return [
        {"event_id": event_id, "subject": subject}
        for plan, event_id in zip(district.events, event_ids, strict=True)
        for subject in plan.subjects
    ]


def sign_ups(district: District, event_ids: Sequence[int], ids: Sequence[int], now: datetime) -> Rows:
    """Whoever stands on the list of a held event had said that she comes."""
    return [
        {
            "event_id": event_ids[sign_up.event],
            "person_id": ids[sign_up.person - 1],
            "state": sign_up.state,
            "turn": sign_up.turn,
            "will_come": True if district.events[sign_up.event].status == EventStatus.HELD else None,
            "created_at": min(sign_up.at, now),
            "changed_at": min(sign_up.at, now),
        }
        for sign_up in district.sign_ups
    ]
