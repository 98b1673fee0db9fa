"""How many of 140 teachers teach what, and what they are called in the notes of the chat page."""

from sandbox.demo.plan import Note

TEACHERS = {
    "primary": (25, Note("учитель начальных классов", "primary teacher")),
    "russian": (18, Note("учитель русского языка и литературы", "teacher of Russian language and literature")),
    "mathematics": (17, Note("учитель математики", "mathematics teacher")),
    "foreign": (10, Note("учитель иностранного языка", "foreign language teacher")),
    "history": (9, Note("учитель истории и обществознания", "history and social studies teacher")),
    "sport": (9, Note("учитель физкультуры", "PE teacher")),
    "biology": (7, Note("учитель биологии", "biology teacher")),
    "informatics": (6, Note("учитель информатики", "computer science teacher")),
    "physics": (6, Note("учитель физики", "physics teacher")),
    "geography": (6, Note("учитель географии", "geography teacher")),
    "technology": (6, Note("учитель труда (технологии)", "technology teacher")),
    "arts": (6, Note("учитель музыки и ИЗО", "music and art teacher")),
    "chemistry": (5, Note("учитель химии", "chemistry teacher")),
    "safety": (4, Note("преподаватель ОБЗР", "safety teacher")),
    "special": (4, Note("педагог-психолог", "school psychologist")),
    "other": (2, Note("педагог-библиотекарь", "school librarian")),
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
