"""Telegram: how updates come in, how notices go out."""
