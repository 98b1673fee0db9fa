import pytest

from sandbox.conformance.suites import Result
from sandbox.conformance.verdict import Verdict, judge

KNOWN = {"a", "b"}


def judged(*outcomes: tuple[str, str], excuses: tuple[str, ...] = (), whole: bool = True) -> Verdict:
    return judge([Result(test, outcome, "why") for test, outcome in outcomes], KNOWN, excuses, whole=whole)


def test_what_passed_before_passes_now() -> None:
    verdict = judged(("a", "passed"), ("b", "passed"), ("c", "failed"))
    assert verdict.good
    assert verdict.passed == KNOWN
    assert [result.test for result in verdict.not_yet] == ["c"]


@pytest.mark.parametrize("outcome", ["failed", "skipped", "xfailed", "xpassed"])
def test_only_a_real_pass_counts(outcome: str) -> None:
    verdict = judged(("a", "passed"), ("b", outcome))
    assert not verdict.good
    assert [result.test for result in verdict.lost] == ["b"]


def test_a_test_that_is_gone_is_lost_unless_only_some_were_run() -> None:
    verdict = judged(("a", "passed"))
    assert not verdict.good
    assert verdict.missing == ["b"]
    assert judged(("a", "passed"), whole=False).good


def test_a_new_pass_is_told() -> None:
    verdict = judged(("a", "passed"), ("b", "passed"), ("c", "passed"))
    assert verdict.good
    assert verdict.new == ["c"]


@pytest.mark.parametrize("outcome", ["failed", "passed"])
def test_what_cannot_apply_never_counts(outcome: str) -> None:
    """Some of them pass where there is a network, and only there."""
    verdict = judged(("a", "passed"), ("b", "passed"), ("c", outcome), excuses=("c",))
    assert verdict.good
    assert not verdict.new
    assert verdict.passed == KNOWN
    assert [result.test for result in verdict.excused] == ["c"]
