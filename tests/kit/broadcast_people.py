"""A district of any size for announcements: numbered people, all of them connected and consenting unless said."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Account, Consent, Person, PersonSubject, RoleAssignment, Unit
from db.vocabulary import Platform, Purpose, Reach, Role, UnitKind
from services.people.views import PersonView, RoleView
from services.units.rules import fold

TUESDAY = datetime(2026, 10, 6, 7, 0, tzinfo=UTC)
"""10:00 in Moscow on a working day."""

MARINA = 1
FIRST_TEACHER = 11
USERS_FROM = 500_000
SCHOOLS = 3
TEACHER_EXPERIENCE = 2000
YOUNG_EXPERIENCE = 2025


async def people(
    session: AsyncSession,
    teachers: int,
    *,
    zones: tuple[str | None, ...] = (None,) * SCHOOLS,
    blocked: Collection[int] = (),
    unconnected: Collection[int] = (),
    withdrawn: Collection[int] = (),
    young: Collection[int] = (),
) -> PersonView:
    """Марина and `teachers` in two districts (the last school in the other), numbered from 0. Returns Марина."""
    names = ["Область", "Заречный район", "Озёрный район"]
    for number, name in enumerate(names, start=1):
        kind = UnitKind.REGION if number == 1 else UnitKind.MUNICIPALITY
        path = "/1/" if number == 1 else f"/1/{number}/"
        session.add(_unit(number, None if number == 1 else 1, kind, name, path, None))
    await session.flush()
    for number in range(SCHOOLS):
        above = 3 if number == SCHOOLS - 1 else 2
        unit_id = 10 + number
        path = f"/1/{above}/{unit_id}/"
        session.add(_unit(unit_id, above, UnitKind.SCHOOL, f"СОШ № {number + 1}", path, zones[number]))
    await session.flush()
    ids = [FIRST_TEACHER + number for number in range(teachers)]
    away = {FIRST_TEACHER + number for number in unconnected}
    await session.execute(
        insert(Person),
        [
            {
                "id": MARINA,
                "surname": "Белова",
                "given_name": "Марина",
                "patronymic": "Олеговна",
                "unit_id": 2,
                **_known(),
            }
        ]
        + [
            {
                "id": person_id,
                "surname": f"Петрова{person_id - FIRST_TEACHER:04}",
                "given_name": "Анна",
                "patronymic": "Петровна",
                "unit_id": 10 + (person_id - FIRST_TEACHER) % SCHOOLS,
                "experience_from": YOUNG_EXPERIENCE if person_id - FIRST_TEACHER in young else TEACHER_EXPERIENCE,
                **_known(),
            }
            for person_id in ids
        ],
    )
    await session.execute(
        insert(Account),
        [
            {
                "id": person_id,
                "platform": Platform.TELEGRAM,
                "user_id": USERS_FROM + person_id,
                "person_id": person_id,
                "locale": "ru",
                "reach": Reach.BLOCKED if person_id - FIRST_TEACHER in blocked else Reach.OPEN,
                "wrong_codes": 0,
                "created_at": TUESDAY,
            }
            for person_id in [MARINA, *ids]
            if person_id not in away
        ],
    )
    await session.execute(
        insert(Consent),
        [
            {
                "person_id": person_id,
                "account_id": person_id,
                "purpose": Purpose.ACCOUNT,
                "text_version": "1",
                "text_locale": "ru",
                "text_hash": "0",
                "given_at": TUESDAY,
                "withdrawn_at": TUESDAY if person_id - FIRST_TEACHER in withdrawn else None,
            }
            for person_id in [MARINA, *ids]
            if person_id not in away
        ],
    )
    session.add(RoleAssignment(person_id=MARINA, role=Role.METHODIST, unit_id=1, since=date(2026, 9, 1)))
    if ids:
        await session.execute(
            insert(PersonSubject),
            [{"person_id": one, "subject": "history" if one % 2 else "mathematics"} for one in ids],
        )
        await session.execute(
            insert(RoleAssignment),
            [
                {
                    "person_id": one,
                    "role": Role.TEACHER,
                    "unit_id": 10 + (one - FIRST_TEACHER) % SCHOOLS,
                    "since": date(2026, 9, 1),
                }
                for one in ids
            ],
        )
    return marina()


def marina(path: str = "/1/", role: Role = Role.METHODIST, person_id: int = MARINA) -> PersonView:
    """A methodist of the whole region, unless another path is given."""
    return PersonView(
        id=person_id,
        surname="Белова",
        given_name="Марина",
        patronymic="Олеговна",
        unit_id=2,
        unit_name="Заречный район",
        unit_path="/1/2/",
        municipality_id=2,
        experience_from=None,
        locale="ru",
        anonymous=False,
        consented=True,
        roles=(RoleView(role, 1, path),),
    )


def _known() -> dict[str, object]:
    return {"locale": "ru", "anonymous": False, "created_at": TUESDAY}


def _unit(unit_id: int, parent: int | None, kind: UnitKind, name: str, path: str, zone: str | None) -> Unit:
    return Unit(id=unit_id, parent_id=parent, kind=kind, name=name, search_name=fold(name), path=path, time_zone=zone)
