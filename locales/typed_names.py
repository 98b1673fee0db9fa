"""What marks a patronymic in a typed name."""

PATRONYMIC_ENDINGS = ("вна", "чна", "ич")
"""Of patronymics, and of some surnames: «Абрамович Роман»."""

SON_OR_DAUGHTER = frozenset({"оглы", "оглу", "кызы", "гызы", "улы", "уулу"})
"""The last word of a patronymic that takes two."""
