"""`python -m sandbox.conformance`: run the strangers' tests and compare with what passed before."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from sandbox.conformance.fetch import fetch
from sandbox.conformance.places import ROOT
from sandbox.conformance.suites import SUITES, Suite, run
from sandbox.conformance.table import write_table
from sandbox.conformance.verdict import Verdict, freeze, judge, not_applicable, passing


def main() -> int:
    """1: something that passed fails now. Without a network nothing is tried; that fails only where it is required."""
    parser = argparse.ArgumentParser(
        prog="python -m sandbox.conformance", description=f"{__doc__} Other options go to pytest (-k …)."
    )
    parser.add_argument("suite", choices=sorted(SUITES), nargs="?")
    parser.add_argument("--tree", type=Path, default=ROOT, help="the checkout whose sandbox is tried")
    parser.add_argument("--why", action="store_true", help="tell the reason of each failure")
    parser.add_argument("--freeze", action="store_true", help="add what passes anew to the lists and the README")
    options, more = parser.parse_known_args()
    try:
        fetch()
    except subprocess.CalledProcessError as problem:
        print(f"conformance not run: the strangers' tests cannot be fetched ({Path(problem.cmd[0]).name} failed)")
        return 1 if os.environ.get("CONFORMANCE") == "required" else 0
    good = True
    for suite in [SUITES[options.suite]] if options.suite else SUITES.values():
        good &= _try(suite, more, options)
    if options.freeze:
        write_table()
    if not (options.suite or more):
        bots = [sys.executable, "-m", "pytest", "-q", "tests/conformance"]
        good &= subprocess.run(bots, cwd=ROOT, check=False).returncode == 0
    return 0 if good else 1


def _try(suite: Suite, more: Sequence[str], options: argparse.Namespace) -> bool:
    results = run(suite, more, options.tree.resolve())
    verdict = judge(results, passing(suite), not_applicable(suite), whole=not more)
    _tell(suite, verdict, why=options.why)
    if not more and len(results) != suite.count:
        print(
            f"{suite.name}: {suite.count} tests were expected, {len(results)} ran; see var/conformance/{suite.name}.log"
        )
        return False
    if options.freeze:
        freeze(suite, verdict.passed)
    return verdict.good


def _tell(suite: Suite, verdict: Verdict, *, why: bool) -> None:
    if why:
        for result in verdict.not_yet:
            print(f"{result.outcome:8}{result.test}  {result.reason}")
    for result in verdict.excused:
        if result.outcome == "passed" and why:
            print(f"passes  {result.test}, which is said not to apply")
    for test in verdict.new:
        print(f"new     {test}")
    for result in verdict.lost:
        print(f"LOST    {result.test}  {result.outcome}, {result.reason}")
    for test in verdict.missing:
        print(f"LOST    {test}  was not run")
    print(
        f"{suite.title}: {len(verdict.passed)} pass, {len(verdict.excused)} cannot apply, "
        f"{len(verdict.not_yet)} not yet; lost {len(verdict.lost) + len(verdict.missing)}, new {len(verdict.new)}"
        + (" (make conformance-freeze keeps them)" if verdict.new else "")
    )


if __name__ == "__main__":
    sys.exit(main())
