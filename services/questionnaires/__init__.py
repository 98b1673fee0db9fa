"""Questionnaires: their format, loading and scoring. The words are data in content/questionnaires."""
