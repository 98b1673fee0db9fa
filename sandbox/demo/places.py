from sandbox.demo.plan import School

REGION = "Заокская область"
CENTRE = "Межмуниципальный центр «Восток»"
MUNICIPALITY = "Заречный район"

ANNAS_SCHOOL = "Сосновская ООШ"
FIRST_SCHOOL = "СОШ № 1"

_TOWN = {FIRST_SCHOOL: 12, "СОШ № 2": 11, "СОШ № 3": 11, "СОШ № 4": 11, "Гимназия № 5": 12, "Лицей № 6": 11}
_VILLAGES = (
    "Берёзовская СОШ",
    "Верхнереченская СОШ",
    "Каменская СОШ",
    "Ключевская СОШ",
    "Новосельская СОШ",
    "Озёрская СОШ",
    "Ольховская СОШ",
    "Раздольненская СОШ",
)
_SMALL_VILLAGES = (
    "Дубравинская ООШ",
    "Липовская ООШ",
    "Луговская ООШ",
    "Малиновская ООШ",
    "Нижнереченская ООШ",
    "Песчанская ООШ",
    ANNAS_SCHOOL,
    "Степановская ООШ",
)

SCHOOLS = (
    *(School(name, teachers, rural=False) for name, teachers in _TOWN.items()),
    *(School(name, 6, rural=True) for name in _VILLAGES),
    *(School(name, 3, rural=True) for name in _SMALL_VILLAGES),
)
"""22 schools with 140 teachers: town first, then villages with eleven and with nine forms."""
