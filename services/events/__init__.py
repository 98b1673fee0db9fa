"""Seminars, practicums, … : who comes, who waits, what each is told and when."""
