"""The window gallery: every window of our own bot as people see it, made from the running code."""
