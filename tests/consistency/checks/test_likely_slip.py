"""Slips of a finger that explain a conflict."""

import pytest

from tests.consistency.checks.examples import told


def run(*totals: str) -> str:
    """Totals of one source, a week apart."""
    return "\n".join(
        f"add killed {total} --source A --as-of 2024-03-{1 + 7 * week:02}" for week, total in enumerate(totals)
    )


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("4,327", "digits-swapped@2=4237"),
        ("42,237", "digit-added@2=4237"),
        ("423", "digit-dropped@2=4231"),
        ("4,237,000", "thousands-mark@2=4237"),
        ('"at least 4,327"', "digits-swapped@2=4237"),
    ],
)
def test_a_slip_that_closes_the_gap_is_told(printed: str, expected: str) -> None:
    """Swapped, added and dropped digits, and a thousands mark in the wrong place."""
    assert [((2, 3) if "423" != printed else (1, 2), expected)] == told("likely-slip", run("4,231", printed, "4,240"))


@pytest.mark.parametrize("printed", ["4,281", "4,299", "7,500"])
def test_a_gap_that_no_slip_closes_is_not_told(printed: str) -> None:
    """Some digit could be edited so that most conflicts go away; that explains nothing."""
    assert [] == told("likely-slip", run("4,231", printed, "4,240"))


def test_a_slip_must_agree_with_all_that_is_kept() -> None:
    """4,237 would agree with the next total, but not with the one before."""
    assert [] == told("likely-slip", run("4,239", "4,327", "4,240"))
