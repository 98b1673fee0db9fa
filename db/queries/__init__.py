"""Queries named by intent, a file a noun. They return what is asked and decide nothing."""
