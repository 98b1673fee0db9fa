"""«с Ильёй», «со Светланой»: Russian given names in the instrumental case. Other languages leave a name as it is."""

_EXCEPTIONS = {"Илья": "Ильёй", "Павел": "Павлом", "Лев": "Львом", "Пётр": "Петром", "Любовь": "Любовью"}
_HISSING = "жшчщц"
_VOWELS = "аеёиоуыэюя"
PART_OF_A_NAME = 3
"""Letters: fewer stand in too many surnames."""


def with_name(given: str, patronymic: str, locale: str) -> str:
    """With its preposition. A name that is not declined, or that we cannot be sure of, stays as it is."""
    if locale != "ru":
        return f"with {given}"
    declined = _instrumental(given, feminine=patronymic.endswith("на"))
    return f"{'со' if _heavy(declined) else 'с'} {declined}"


def _instrumental(given: str, *, feminine: bool) -> str:
    if given in _EXCEPTIONS:
        return _EXCEPTIONS[given]
    stem, last = given[:-1], given[-1:].casefold()
    if last == "а":
        return stem + ("ей" if stem[-1:].casefold() in _HISSING else "ой")
    if last == "я":
        return stem + "ей"
    if feminine or not last.isalpha() or not "а" <= last <= "я" or last in _VOWELS:
        return given
    if last in "йь":
        return stem + "ем"
    return given + ("ем" if last in _HISSING else "ом")


def _heavy(name: str) -> bool:
    """«со» before a hissing sound with another consonant, and before «Львом»."""
    first, second = name[:1].casefold(), name[1:2].casefold()
    return (first in "сзшж" and bool(second) and second not in _VOWELS) or name.startswith("Льв")


def gender(patronymic: str) -> str:
    """«woman», «man», or «unknown» where no Russian patronymic tells."""
    if patronymic.endswith(("вна", "чна", "шна", "кызы")):
        return "woman"
    return "man" if patronymic.endswith(("ич", "оглы")) else "unknown"


def name_patterns(typed: str) -> list[tuple[str, str, str]]:
    """LIKE patterns of surname, given name and patronymic for every order in which people write them.

    «Орлова Т. С.», «Т. С. Орлова», «Татьяна Сергеевна»; an empty pattern fits anything. A word alone may also be
    the second half of a surname, «Водкина», or, of three letters and more, any part of it.
    """
    words = [name_pattern(word) for word in typed.replace(".", " ").replace(",", " ").split()[:3]]
    if not words:
        return []
    first, second, third = [*words, "", ""][:3]
    found = [(first, second, third)]
    if third:
        found.append((third, first, second))
    elif second:
        found += [(second, first, ""), ("", first, second)]
    else:
        found.append((f"%-{first}", "", ""))
        if len(first) > PART_OF_A_NAME:
            found.append((f"%{first.lower()}", "", ""))
    return found


def name_pattern(typed: str) -> str:
    """A LIKE pattern for names that begin so: written as names are, for SQLite tells а from А; е and ё are one."""
    name = "-".join(part.capitalize() for part in typed.strip(".,").split("-"))
    for sign in ("\\", "%", "_"):
        name = name.replace(sign, f"\\{sign}")
    return name.translate(str.maketrans("еёЕЁ", "____")) + "%"
