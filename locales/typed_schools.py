"""Words that people type of a school."""

ANY_SCHOOL = frozenset({
    "школа", "школе", "школу", "школы", "шк", "school", "номер", "number", "no", "наша", "моя", "в",
    "г", "город", "д", "деревня", "п", "пос", "поселок", "с", "село",
    "начальная", "общеобразовательная", "основная", "средняя",
    "гбоу", "гоу", "маоу", "мбоу", "мбу", "мкоу", "моу",
})  # fmt: skip
"""Said of any school, or written on the sign of many: they tell none from another."""

KINDS = frozenset({"сош", "оош", "нош", "сш", "гимназия", "лицей", "интернат", "gymnasium", "lyceum"})
"""They tell some schools from others, but people mix them up."""
