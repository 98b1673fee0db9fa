"""The tree of organisations from content/units.yaml into the table. Nothing is ever deleted."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Unit
from db.queries import units as queries
from db.vocabulary import UnitKind
from services.units.rules import fold
from services.yaml_file import read_yaml

LONGEST_NAME = 200
BELOW = {
    UnitKind.REGION: {"centres": UnitKind.CENTRE, "municipalities": UnitKind.MUNICIPALITY},
    UnitKind.CENTRE: {"municipalities": UnitKind.MUNICIPALITY},
    UnitKind.MUNICIPALITY: {"schools": UnitKind.SCHOOL},
    UnitKind.SCHOOL: {},
}
"""Under which key of the file each kind of unit holds which."""


Known = dict[tuple[int | None, UnitKind, str], Unit]


@dataclass(frozen=True)
class UnitPlan:
    """A unit as it ought to be, with all that lies below it."""

    kind: UnitKind
    name: str
    time_zone: str | None = None
    was: str | None = None
    """The name it bore before, for a unit that is renamed."""
    children: tuple["UnitPlan", ...] = ()


@dataclass(frozen=True)
class StoredUnits:
    added: int
    changed: int
    ids: dict[tuple[str, ...], int]
    """Of every unit of the tree, by its names from the region down."""


def load_units(file: Path) -> UnitPlan | None:
    """The region of the file, or None while it says `sample: true`: nobody has written the real units yet.

    A time zone holds for everything below, until a lower one says otherwise.

    Raises ValueError naming the file, the place in it and what to mend.
    """
    raw = read_yaml(file)
    sample = raw.pop("sample", False) if isinstance(raw, dict) else False
    try:
        plan = _unit(raw, UnitKind.REGION, "region", None)
    except ValueError as problem:
        raise ValueError(f"{file}: {problem}") from problem
    return None if sample else plan


def _unit(raw: Any, kind: UnitKind, place: str, zone: str | None) -> UnitPlan:
    fields = {"name": raw} if isinstance(raw, str) else raw
    if not isinstance(fields, dict):
        raise ValueError(f"{place}: needs a name, in quotes if it is a number")
    unknown = [str(key) for key in fields if key not in {"name", "time_zone", "was", *BELOW[kind]}]
    if unknown:
        raise ValueError(f"{place}: does not know `{unknown[0]}`, remove it or correct the word")
    name = _name(fields.get("name"), f"{place}: `name`")
    place = f"{place} «{name}»"
    was = _name(fields["was"], f"{place}: `was`") if "was" in fields else None
    zone = _zone(fields["time_zone"], place) if "time_zone" in fields else zone
    children = tuple(
        _unit(child, below, f"{place}, {key}[{number}]", zone)
        for key, below in BELOW[kind].items()
        for number, child in enumerate(_list(fields.get(key), f"{place}: `{key}`"), start=1)
    )
    _refuse_twins(children, place)
    return UnitPlan(kind, name, zone, was, children)


def _name(raw: Any, place: str) -> str:
    if not isinstance(raw, str) or not fold(raw):
        raise ValueError(f"{place} must be a text with letters or digits, in quotes if it is a number")
    name = " ".join(raw.split())
    if len(name) > LONGEST_NAME:
        raise ValueError(f"{place} has {len(name)} characters, shorten it to {LONGEST_NAME}")
    return name


def _zone(raw: Any, place: str) -> str:
    if not isinstance(raw, str) or raw not in available_timezones():
        raise ValueError(f"{place}: `time_zone` {raw!r} is not an IANA name, write e.g. Asia/Vladivostok")
    return raw


def _list(raw: Any, place: str) -> list[Any]:
    if raw is None:
        return []
    if not isinstance(raw, list):
        raise ValueError(f"{place} must be a list, each line beginning with a dash")
    return raw


def _refuse_twins(children: tuple[UnitPlan, ...], place: str) -> None:
    seen: set[tuple[UnitKind, str]] = set()
    for child in children:
        for name in {fold(child.name), fold(child.was or child.name)}:
            if (child.kind, name) in seen:
                raise ValueError(f"{place}: «{child.name}» is there twice, tell them apart or remove one")
            seen.add((child.kind, name))


async def store_units(session: AsyncSession, region: UnitPlan) -> StoredUnits:
    """Add the units that are new; give the known ones the spelling and time zone of the tree.

    A unit is known by its parent, kind and folded name, or by the folded name it `was`. A few statements a level.
    """
    known = await _known(session)
    ids: dict[tuple[str, ...], int] = {}
    added = changed = 0
    level: list[tuple[tuple[str, ...], Unit | None, UnitPlan]] = [((), None, region)]
    while level:
        fresh = [(parent, plan) for _, parent, plan in level if _find(known, parent, plan) is None]
        if fresh:
            await queries.insert_units(session, [_new(parent, plan) for parent, plan in fresh])
            known = await _known(session)
        below: list[tuple[tuple[str, ...], Unit | None, UnitPlan]] = []
        for above, parent, plan in level:
            unit = _find(known, parent, plan)
            assert unit is not None
            if unit.path:
                changed += _amend(unit, plan)
            else:
                unit.path = f"{parent.path if parent else '/'}{unit.id}/"
            names = (*above, plan.name)
            ids[names] = unit.id
            below += [(names, unit, child) for child in plan.children]
        await session.flush()
        added += len(fresh)
        level = below
    return StoredUnits(added, changed, ids)


async def _known(session: AsyncSession) -> Known:
    return {(unit.parent_id, unit.kind, unit.search_name): unit for unit in await queries.all_units(session)}


def _find(known: Known, parent: Unit | None, plan: UnitPlan) -> Unit | None:
    names = [plan.name] if plan.was is None else [plan.name, plan.was]
    keys = [(parent.id if parent else None, plan.kind, fold(name)) for name in names]
    return next((known[key] for key in keys if key in known), None)


def _new(parent: Unit | None, plan: UnitPlan) -> dict[str, Any]:
    return {
        "parent_id": parent.id if parent else None,
        "kind": plan.kind,
        "name": plan.name,
        "search_name": fold(plan.name),
        "path": "",  # holds its own id, which the database gives
        "time_zone": plan.time_zone,
    }


def _amend(unit: Unit, plan: UnitPlan) -> bool:
    if (unit.name, unit.time_zone) == (plan.name, plan.time_zone):
        return False
    unit.name, unit.search_name, unit.time_zone = plan.name, fold(plan.name), plan.time_zone
    return True
