"""Every word a person reads: a Fluent file a feature and language, and the one door to them."""

from locales.words import LOCALES, MissingWords, Safe, Words, load_words, nearest_locale

__all__ = ["LOCALES", "MissingWords", "Safe", "Words", "load_words", "nearest_locale"]
