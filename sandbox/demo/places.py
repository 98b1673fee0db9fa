from sandbox.demo.plan import School

REGION = "Заокская область"
CENTRE = "Межмуниципальный центр «Восток»"
MUNICIPALITY = "Заречный район"

ANNAS_SCHOOL = "Сосновская ООШ"
FIRST_SCHOOL = "СОШ № 1"

_TOWN = {
    FIRST_SCHOOL: ("School No. 1", 12),
    "СОШ № 2": ("School No. 2", 11),
    "СОШ № 3": ("School No. 3", 11),
    "СОШ № 4": ("School No. 4", 11),
    "Гимназия № 5": ("Gymnasium No. 5", 12),
    "Лицей № 6": ("Lyceum No. 6", 11),
}
_VILLAGES = {
    "Берёзовская СОШ": "Beryozovskaya School",
    "Верхнереченская СОШ": "Verkhnerechenskaya School",
    "Каменская СОШ": "Kamenskaya School",
    "Ключевская СОШ": "Klyuchevskaya School",
    "Новосельская СОШ": "Novoselskaya School",
    "Озёрская СОШ": "Ozyorskaya School",
    "Ольховская СОШ": "Olkhovskaya School",
    "Раздольненская СОШ": "Razdolnenskaya School",
}
_SMALL_VILLAGES = {
    "Дубравинская ООШ": "Dubravinskaya School",
    "Липовская ООШ": "Lipovskaya School",
    "Луговская ООШ": "Lugovskaya School",
    "Малиновская ООШ": "Malinovskaya School",
    "Нижнереченская ООШ": "Nizhnerechenskaya School",
    "Песчанская ООШ": "Peschanskaya School",
    ANNAS_SCHOOL: "Sosnovskaya School",
    "Степановская ООШ": "Stepanovskaya School",
}

SCHOOLS = (
    *(School(name, english, teachers, rural=False) for name, (english, teachers) in _TOWN.items()),
    *(School(name, english, 6, rural=True) for name, english in _VILLAGES.items()),
    *(School(name, english, 3, rural=True) for name, english in _SMALL_VILLAGES.items()),
)
"""22 schools with 140 teachers: town first, then villages with eleven and with nine forms."""
