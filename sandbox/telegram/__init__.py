"""The Bot API face of the sandbox."""
