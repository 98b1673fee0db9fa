"""People and questionnaires for tests of self-diagnostics, without a district around them."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.settings import ROOT
from db.database import Database
from db.models import Account, Consent, Person, PersonSubject, RoleAssignment, Unit
from db.vocabulary import Platform, Purpose, Role, UnitKind
from services.content import load_content
from services.diagnostics.answering import begin, save_answer
from services.diagnostics.views import Step
from services.people.service import person as person_view
from services.people.views import PersonView, RoleView
from services.questionnaires.answers import Answer
from services.questionnaires.model import Questionnaire

NOW = datetime(2026, 10, 6, 7, tzinfo=UTC)
CONTENT = load_content(ROOT / "content")
EXPRESS = CONTENT.questionnaires.get("express_self_diagnostics")
TEST = CONTENT.questionnaires.get("math_subject_test")


def somebody(
    person_id: int = 1,
    *,
    path: str = "/1/2/",
    roles: Iterable[tuple[Role, str]] = (),
    subjects: tuple[str, ...] = ("mathematics",),
    experience_from: int | None = 1997,
    anonymous: bool = False,
) -> PersonView:
    return PersonView(
        id=person_id,
        surname=None if anonymous else "Петрова",
        given_name=None if anonymous else "Анна",
        patronymic=None if anonymous else "Петровна",
        unit_id=2 if path else None,
        unit_name="Сосновская ООШ" if path else None,
        unit_path=path,
        municipality_id=1 if path else None,
        experience_from=experience_from,
        locale="ru",
        anonymous=anonymous,
        consented=not anonymous,
        subjects=subjects,
        roles=tuple(RoleView(role, 1, below) for role, below in roles),
    )


async def add_person(
    session: AsyncSession,
    person_id: int,
    surname: str = "Петрова",
    roles: Iterable[tuple[Role, int]] = ((Role.TEACHER, 2),),
    *,
    unit_id: int | None = 2,
    subjects: tuple[str, ...] = ("mathematics",),
    anonymous: bool = False,
) -> PersonView:
    """In Сосновская ООШ (unit 2) of Заречный район (unit 1), unless another unit is given. Unit 3 is elsewhere."""
    if await session.get(Unit, 1) is None:
        session.add_all(
            [
                Unit(id=1, kind=UnitKind.MUNICIPALITY, name="Заречный район", search_name="заречный", path="/1/"),
                Unit(id=3, kind=UnitKind.MUNICIPALITY, name="Другой район", search_name="другой", path="/3/"),
            ]
        )
        await session.flush()
        session.add(
            Unit(id=2, parent_id=1, kind=UnitKind.SCHOOL, name="Сосновская ООШ", search_name="сосн", path="/1/2/")
        )
        await session.flush()
    person = Person(id=person_id, created_at=NOW, anonymous=anonymous, unit_id=unit_id, experience_from=1997)
    if not anonymous:
        person.surname, person.given_name, person.patronymic = surname, "Анна", "Петровна"
    session.add(person)
    await session.flush()
    account = Account(platform=Platform.TELEGRAM, user_id=person_id, person_id=person_id, created_at=NOW)
    session.add(account)
    await session.flush()
    session.add_all(PersonSubject(person_id=person_id, subject=subject) for subject in subjects)
    session.add_all(
        RoleAssignment(person_id=person_id, role=role, unit_id=at, since=date(2026, 9, 1)) for role, at in roles
    )
    if not anonymous:
        session.add(
            Consent(
                person_id=person_id, account_id=account.id, purpose=Purpose.ACCOUNT, text_version="1",
                text_locale="ru", text_hash="0", given_at=NOW,
            )
        )  # fmt: skip
    await session.flush()
    return await person_view(session, person_id, NOW)


async def take(
    database: Database,
    person: PersonView,
    questionnaire: Questionnaire = EXPRESS,
    answer: Answer = 2,
    now: datetime = NOW,
    answers: Mapping[str, Answer] | None = None,
) -> Step:
    """Walk through the whole questionnaire; `answers` by item, `answer` to everything else."""
    async with database.transaction() as session:
        step = await begin(session, person, questionnaire, now)
    while step.item_id is not None:
        given = (answers or {}).get(step.item_id, answer)
        async with database.transaction() as session:
            step = await save_answer(session, person.id, step.attempt_id, questionnaire, step.item_id, given, now)
    return step
