"""How many of 140 teachers teach what, and what they are called in the notes of the chat page."""

TEACHERS = {
    "primary": (25, "учитель начальных классов"),
    "russian": (18, "учитель русского языка и литературы"),
    "mathematics": (17, "учитель математики"),
    "foreign": (10, "учитель иностранного языка"),
    "history": (9, "учитель истории и обществознания"),
    "sport": (9, "учитель физкультуры"),
    "biology": (7, "учитель биологии"),
    "informatics": (6, "учитель информатики"),
    "physics": (6, "учитель физики"),
    "geography": (6, "учитель географии"),
    "technology": (6, "учитель труда (технологии)"),
    "arts": (6, "учитель музыки и ИЗО"),
    "chemistry": (5, "учитель химии"),
    "safety": (4, "преподаватель ОБЗР"),
    "special": (4, "педагог-психолог"),
    "other": (2, "педагог-библиотекарь"),
}
"""By the codes of content/subjects.yaml, the most frequent first: small schools get these."""

BESIDE = {
    "russian": "history",
    "mathematics": "physics",
    "physics": "informatics",
    "chemistry": "biology",
    "biology": "geography",
    "geography": "chemistry",
    "history": "geography",
    "primary": "arts",
    "informatics": "technology",
    "sport": "safety",
}
"""The second subject of those who teach two, as is common in villages."""

MEN_IN_FOUR = {"sport": 2, "safety": 3, "technology": 2, "informatics": 2, "physics": 2, "history": 1}
"""Of four teachers of a subject, how many are men. Nearly none elsewhere."""
