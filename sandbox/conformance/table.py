"""The table of the README, made from the frozen lists."""

from __future__ import annotations

from sandbox.conformance.places import ROOT
from sandbox.conformance.suites import SUITES
from sandbox.conformance.verdict import not_applicable, passing

README = ROOT / "README.md"
BEGIN = "<!-- conformance -->\n"
END = "<!-- /conformance -->\n"


def table() -> str:
    """How many tests each client has, how many pass, how many cannot apply."""
    rows = ["| Чей клиент | живых тестов | проходят | неприменимы | ещё нет |", "|---|---|---|---|---|"]
    for suite in SUITES.values():
        passed = len(passing(suite))
        excused = len(not_applicable(suite))
        rows.append(f"| {suite.title} | {suite.count} | {passed} | {excused} | {suite.count - passed - excused} |")
    return "\n".join(rows) + "\n"


def write_table() -> None:
    """Put it into the README."""
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    README.write_text(f"{before}{BEGIN}{table()}{END}{after}", encoding="utf-8")
