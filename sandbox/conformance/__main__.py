"""`python -m sandbox.conformance`: run the strangers' tests and compare with what passed before."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from sandbox.conformance.fetch import fetch
from sandbox.conformance.places import ROOT
from sandbox.conformance.suites import SUITES, run


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m sandbox.conformance", description=__doc__)
    parser.add_argument("suite", choices=sorted(SUITES), nargs="?")
    parser.add_argument("--tree", type=Path, default=ROOT, help="the checkout whose sandbox is tried")
    parser.add_argument("--why", action="store_true", help="tell the reason of each failure")
    options, more = parser.parse_known_args()
    fetch()
    for suite in [options.suite] if options.suite else sorted(SUITES):
        results = run(SUITES[suite], more, options.tree.resolve())
        if options.why:
            for result in results:
                print(f"{result.outcome:8}{result.test}  {result.reason}")
        counts = Counter(result.outcome for result in results)
        print(f"{suite}: {', '.join(f'{count} {outcome}' for outcome, count in counts.most_common())}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
