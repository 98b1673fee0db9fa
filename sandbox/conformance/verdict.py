"""What a run says beside what is known: nothing that passed may fail, what passes anew is welcome."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field

from sandbox.conformance.places import HERE, PASSING
from sandbox.conformance.suites import Result, Suite

NOT_APPLICABLE = HERE / "not_applicable.toml"


def passing(suite: Suite) -> set[str]:
    """The frozen list: one id a line."""
    file = PASSING / f"{suite.name}.txt"
    return set(file.read_text(encoding="utf-8").splitlines()) if file.exists() else set()


def freeze(suite: Suite, passed: set[str]) -> None:
    """The list only grows; a line that must go is taken out by hand, and reviewed."""
    lines = sorted(passing(suite) | passed)
    (PASSING / f"{suite.name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def not_applicable(suite: Suite) -> dict[str, str]:
    """Tests that nothing but Telegram itself could pass, and why."""
    reasons = tomllib.loads(NOT_APPLICABLE.read_text(encoding="utf-8")).get(suite.name, {})
    return {test: reason for reason, tests in reasons.items() for test in tests}


@dataclass
class Verdict:
    """`lost` is what makes it a failure; the others are told."""

    lost: list[Result] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    excused: list[Result] = field(default_factory=list)
    not_yet: list[Result] = field(default_factory=list)
    passed: set[str] = field(default_factory=set)

    @property
    def good(self) -> bool:
        return not self.lost and not self.missing


def judge(results: Iterable[Result], known: set[str], excuses: Iterable[str], *, whole: bool = True) -> Verdict:
    """`whole`: all tests were run, so a known one that has no result is missing."""
    excused = set(excuses)
    verdict = Verdict()
    seen = set()
    for result in results:
        seen.add(result.test)
        if result.test in excused:
            verdict.excused.append(result)
        elif result.outcome == "passed":
            verdict.passed.add(result.test)
            if result.test not in known:
                verdict.new.append(result.test)
        elif result.test in known:
            verdict.lost.append(result)
        else:
            verdict.not_yet.append(result)
    if whole:
        verdict.missing = sorted(known - seen)
    return verdict
