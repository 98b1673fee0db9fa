from dataclasses import dataclass


@dataclass(frozen=True)
class NewName:
    typed: str = ""
