"""Organisations of real life: an operator edits a file, the table follows and loses nothing."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from db.database import GREENWICH, Database
from db.migrate import migrate
from db.models import Unit
from db.vocabulary import UnitKind
from services.units.load import StoredUnits, UnitPlan, load_units, store_units
from tests.kit.statements import counting

TEMPLATE = Path(__file__).parents[2] / "content" / "units.yaml"
DISTRICT = """
name: Заокская область
municipalities:
  - name: Заречный район
    schools: ["СОШ № 1", "Берёзовская СОШ"]
"""


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(f"sqlite:///{tmp_path / 'units.sqlite'}", GREENWICH)
    await migrate(database)
    yield database
    await database.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "units.yaml"


async def store(database: Database, file: Path, text: str) -> StoredUnits:
    region = parsed(file, text)
    async with database.transaction() as session:
        return await store_units(session, region)


def parsed(file: Path, text: str) -> UnitPlan:
    file.write_text(text, encoding="utf-8")
    region = load_units(file)
    assert region is not None
    return region


async def stored(database: Database) -> list[Unit]:
    async with database.reading() as session:
        return list(await session.scalars(select(Unit).order_by(Unit.id)))


async def test_a_new_tree_is_stored_with_paths(database: Database, file: Path) -> None:
    result = await store(database, file, DISTRICT)
    units = await stored(database)
    assert [(unit.name, unit.kind, unit.path) for unit in units] == [
        ("Заокская область", UnitKind.REGION, "/1/"),
        ("Заречный район", UnitKind.MUNICIPALITY, "/1/2/"),
        ("СОШ № 1", UnitKind.SCHOOL, "/1/2/3/"),
        ("Берёзовская СОШ", UnitKind.SCHOOL, "/1/2/4/"),
    ]
    assert units[3].search_name == "березовская сош"
    assert (result.added, result.changed) == (4, 0)
    assert result.ids["Заокская область", "Заречный район", "СОШ № 1"] == 3


async def test_the_same_file_again_changes_nothing(database: Database, file: Path) -> None:
    first = await store(database, file, DISTRICT)
    again = await store(database, file, DISTRICT)
    assert (again.added, again.changed, again.ids) == (0, 0, first.ids)


async def test_another_spelling_renames_the_school(database: Database, file: Path) -> None:
    await store(database, file, DISTRICT)
    result = await store(database, file, DISTRICT.replace("СОШ № 1", "СОШ №1").replace("Берёзовская", "БЕРЕЗОВСКАЯ"))
    assert (result.added, result.changed) == (0, 2)
    assert [unit.name for unit in await stored(database)][2:] == ["СОШ №1", "БЕРЕЗОВСКАЯ СОШ"]


async def test_a_school_with_a_new_name_stays_the_same_school(database: Database, file: Path) -> None:
    before = await store(database, file, DISTRICT)
    renamed = DISTRICT.replace('"СОШ № 1"', '{name: "Гимназия № 1", was: "СОШ № 1"}')
    for _ in range(2):
        result = await store(database, file, renamed)
        school = (await stored(database))[2]
        assert (school.name, school.search_name) == ("Гимназия № 1", "гимназия 1")
        assert result.added == 0
    assert sorted(result.ids.values()) == sorted(before.ids.values())


async def test_what_left_the_file_stays_in_the_table(database: Database, file: Path) -> None:
    await store(database, file, DISTRICT)
    await store(database, file, DISTRICT.replace(', "Берёзовская СОШ"', ""))
    assert len(await stored(database)) == 4


async def test_two_municipalities_may_have_schools_of_one_name(database: Database, file: Path) -> None:
    second = '  - name: Лесной район\n    schools: ["СОШ № 1"]\n'
    await store(database, file, DISTRICT)
    result = await store(database, file, DISTRICT + second)
    assert result.added == 2
    assert result.ids["Заокская область", "Лесной район", "СОШ № 1"] == 6


async def test_a_time_zone_holds_for_all_below_until_another(database: Database, file: Path) -> None:
    text = """
name: Край
time_zone: Asia/Vladivostok
municipalities:
  - name: Район
    schools: [Материковая СОШ, {name: Островная ООШ, time_zone: Asia/Sakhalin}]
"""
    await store(database, file, text)
    assert [unit.time_zone for unit in await stored(database)] == ["Asia/Vladivostok"] * 3 + ["Asia/Sakhalin"]
    result = await store(database, file, text.replace("time_zone: Asia/Vladivostok", ""))
    assert [unit.time_zone for unit in await stored(database)] == [None, None, None, "Asia/Sakhalin"]
    assert result.changed == 3


async def test_a_centre_stands_between_region_and_municipality(database: Database, file: Path) -> None:
    text = """
name: Область
centres:
  - name: ММЦ «Северный»
    municipalities: [{name: Район, schools: [СОШ]}]
"""
    await store(database, file, text)
    assert [(unit.kind, unit.path) for unit in await stored(database)] == [
        (UnitKind.REGION, "/1/"),
        (UnitKind.CENTRE, "/1/2/"),
        (UnitKind.MUNICIPALITY, "/1/2/3/"),
        (UnitKind.SCHOOL, "/1/2/3/4/"),
    ]


async def test_many_schools_take_no_statement_each(database: Database, file: Path) -> None:
    many = "\n".join(["name: Область", "municipalities:", "  - name: Район", "    schools:"])
    many += "".join(f"\n      - СОШ № {number}" for number in range(1, 301))
    with counting(database) as first:
        assert (await store(database, file, many)).added == 302
    with counting(database) as second:
        assert (await store(database, file, many)).added == 0
    assert len(first) < 16
    assert len(second) < 3


def test_the_template_is_not_loaded_before_somebody_has_written_real_units(tmp_path: Path) -> None:
    assert load_units(TEMPLATE) is None
    text = TEMPLATE.read_text(encoding="utf-8")
    assert "\nsample: true" in text
    region = parsed(tmp_path / "units.yaml", text.replace("\nsample: true", "\n#"))
    (municipality,) = region.children
    assert len(municipality.children) == 2
    for unit in (region, municipality, *municipality.children):
        assert unit.name.startswith("ОБРАЗЕЦ")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "region: needs a name"),
        ("- a\n- b\n", "region: needs a name"),
        ("municipalities: []\n", "region: `name` must be a text"),
        ("name: '«»'\n", "region: `name` must be a text with letters"),
        ("name: Край\nschools: [СОШ]\n", "region: does not know `schools`"),
        ("name: Край\nmunicipalities: Район\n", "region «Край»: `municipalities` must be a list"),
        ("name: Край\nmunicipalities: [7]\n", "municipalities[1]: needs a name, in quotes"),
        ("name: Край\nmunicipalities: [{name: 7}]\n", "municipalities[1]: `name` must be a text"),
        ("name: Край\nmunicipalities: [А, {nam: Б}]\n", "municipalities[2]: does not know `nam`"),
        ("name: Край\ntime_zone: Москва\n", "`time_zone` 'Москва' is not an IANA name"),
        ("name: Край\ntime_zone: [Europe/Moscow]\n", "is not an IANA name"),
        ("name: Край\ntime_zone:\n", "`time_zone` None is not an IANA name"),
        ("name: Край\nmunicipalities: [Берёзовый район, березовый  РАЙОН]\n", "is there twice"),
        ("name: Край\nmunicipalities: [Новый, {name: Другой, was: новый}]\n", "«Другой» is there twice"),
        ("name: Край\nmunicipalities: [{name: Район, was: 5}]\n", "«Район»: `was` must be a text"),
        (f"name: {'й' * 201}\n", "has 201 characters, shorten it to 200"),
        ("name: 'Край\n", "is not YAML"),
        ("name: Край\n\tschools: []\n", "is not YAML"),
    ],
)
def test_a_mistake_is_named_with_its_place(file: Path, text: str, told: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"units\.yaml") as caught:
        load_units(file)
    assert told in str(caught.value)


def test_a_file_that_is_not_there_or_not_utf8(file: Path) -> None:
    with pytest.raises(ValueError, match=r"units\.yaml: cannot be read"):
        load_units(file)
    file.write_bytes("name: Край".encode("cp1251"))
    with pytest.raises(ValueError, match="save it as UTF-8"):
        load_units(file)
