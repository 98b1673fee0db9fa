"""«Мои данные»: all that every feature keeps about one person, shown, handed out, erased.

A feature takes part by a module `personal_data` with `export` and `erase`; the modules are found by walking services/.
"""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, Protocol

import services
from db.queries import consents as consent_queries
from db.queries import people as queries
from db.queries import roles as role_queries
from db.vocabulary import Purpose, Role
from services.audit.service import record
from services.consents.service import withdraw
from services.people.days import today
from services.people.views import MyData
from services.questionnaires.in_words import answers_in_words, areas_in_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from sqlalchemy.ext.asyncio import AsyncSession

    from services.calendar.model import Calendar
    from services.content import Content
    from services.questionnaires.model import Questionnaire

LAST = "people"
"""Her own row is blanked after everything that hangs on it."""


class PersonalData(Protocol):
    """What `services/<feature>/personal_data.py` offers."""

    async def export(self, session: "AsyncSession", person_id: int) -> dict[str, Any]:
        """Answers to a questionnaire are given in entries that hold `questionnaire` (its id), `answers` as they are
        kept and, where it matters, `version`: their words are put beside them here, for every feature alike."""
        ...

    async def erase(
        self, session: "AsyncSession", person_id: int, now: "datetime", zone: "ZoneInfo", calendar: "Calendar"
    ) -> None:
        """`zone` is that of people whose unit names none: others may have to be told, at a moment that suits them."""


@cache
def keepers() -> dict[str, PersonalData]:
    """Every feature that keeps personal data, by name; the person herself last."""
    names = [one.name for one in iter_modules(services.__path__) if one.ispkg]
    kept = [name for name in names if find_spec(f"services.{name}.personal_data") is not None]
    return {
        name: import_module(f"services.{name}.personal_data")
        for name in sorted(kept, key=lambda name: (name == LAST, name))
    }


async def overview(session: "AsyncSession", person_id: int, now: "datetime") -> MyData:
    given = await consent_queries.standing(session, person_id, Purpose.ACCOUNT)
    results, unfinished, sign_ups, requests, pairs = await queries.counts(session, person_id)
    return MyData(
        consent_at=given[-1].given_at if given else None,
        consent_version=given[-1].text_version if given else "",
        results=results,
        unfinished=unfinished,
        sign_ups=sign_ups,
        requests=requests,
        pairs=pairs,
        last_administrator=await _is_last_administrator(session, person_id, now),
    )


async def export_everything(session: "AsyncSession", person_id: int, content: "Content", locale: str) -> dict[str, Any]:
    """Plain JSON values by feature, ids with their words in `locale`; nothing in it is about anybody else."""
    known = {one.id: one for one in content.questionnaires.all(locale)}
    given = {name: await keeper.export(session, person_id) for name, keeper in keepers().items()}
    return {name: {key: _readable(value, known) for key, value in kept.items()} for name, kept in given.items()}


def _readable(value: Any, known: "Mapping[str, Questionnaire]") -> Any:
    """A questionnaire that has left the content, or has changed in substance since, has no words to give."""
    if isinstance(value, list):
        return [_readable(one, known) for one in value]
    if not isinstance(value, dict) or not {"questionnaire", "answers"} <= set(value):
        return value
    found = known.get(value["questionnaire"])
    if found is not None and str(value.get("version", found.version)).partition(".")[0] != found.major_version:
        found = None
    told = {**value, "answers": answers_in_words(found, value["answers"])}
    if "areas" in value:
        told["areas"] = areas_in_words(found, value["areas"])
    return {"title": found.title, **told} if found is not None else told


async def erase_everything(
    session: "AsyncSession", person_id: int, now: "datetime", zone: "ZoneInfo", calendar: "Calendar"
) -> None:
    """At once and for good, in the caller's one transaction; a second tap changes nothing.

    What stays: the log of consents with their withdrawal, the audit (ids and codes), sums without names.
    """
    person = await queries.lock_person(session, person_id)
    if person is None or person.erased_at is not None:
        return
    for purpose in Purpose:
        await withdraw(session, person_id, purpose, now)
    for keeper in keepers().values():
        await keeper.erase(session, person_id, now, zone, calendar)
        await session.flush()
    record(session, person_id, "data_erased", f"person:{person_id}", now)


async def _is_last_administrator(session: "AsyncSession", person_id: int, now: "datetime") -> bool:
    """The only one anywhere, or the only one over the whole tree: nobody else can appoint in all of it."""
    day = today(session, now)
    held = await role_queries.held_roles(session, person_id, Role.ADMINISTRATOR, day)
    if not held:
        return False
    alone = await role_queries.holders(session, Role.ADMINISTRATOR, day) == 1
    return alone or await role_queries.heads(session, Role.ADMINISTRATOR, day) == [person_id]
