"""What the README says of the strangers' tests is what the lists say, and the lists do not contradict each other."""

import tomllib

import pytest

from sandbox.conformance.places import PASSING
from sandbox.conformance.suites import SUITES, Suite
from sandbox.conformance.table import BEGIN, END, README, table
from sandbox.conformance.verdict import NOT_APPLICABLE, not_applicable, passing

each_suite = pytest.mark.parametrize("suite", SUITES.values(), ids=SUITES)


def test_the_readme_tells_the_counts_of_the_lists() -> None:
    """`make conformance-freeze` writes both."""
    text = README.read_text(encoding="utf-8")
    assert text.partition(BEGIN)[2].partition(END)[0] == table()


@each_suite
def test_a_list_holds_each_test_once_and_in_order(suite: Suite) -> None:
    lines = (PASSING / f"{suite.name}.txt").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert len(lines) + len(not_applicable(suite)) <= suite.count


@each_suite
def test_what_passes_is_not_said_to_be_inapplicable(suite: Suite) -> None:
    assert not passing(suite) & set(not_applicable(suite))


def test_every_reason_is_of_a_suite_and_has_tests() -> None:
    told = tomllib.loads(NOT_APPLICABLE.read_text(encoding="utf-8"))
    assert set(told) <= set(SUITES)
    for reasons in told.values():
        named = [test for tests in reasons.values() for test in tests]
        assert all(reasons.values())
        assert len(named) == len(set(named)), "one reason a test"
