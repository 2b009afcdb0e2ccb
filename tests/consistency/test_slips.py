"""Numbers that one slip turns into others."""

import pytest

from tests.factory import figure
from tracker.consistency.slips import intended, printed_number, with_number
from tracker.wording.remarks import Remark


@pytest.mark.parametrize(
    ("printed", "meant", "slip"),
    [
        (4327, 4237, Remark.DIGITS_SWAPPED),
        (195_546, 19_546, Remark.DIGIT_ADDED),
        (1_946, 19_546, Remark.DIGIT_DROPPED),
        (19_000, 19, Remark.THOUSANDS_MARK),
        (744, 744_000, Remark.THOUSANDS_MARK),
    ],
)
def test_a_slip_is_undone(printed: int, meant: int, slip: Remark) -> None:
    """The number meant is among those that one slip makes of the printed one."""
    assert (meant, slip) in intended(printed)


def test_every_number_is_told_once_and_never_the_printed_one() -> None:
    """The commonest slip that leads there is told."""
    meant = [number for number, _ in intended(19_546)]

    assert len(set(meant)) == len(meant)
    assert 19_546 not in meant
    assert 19_547 not in meant


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("388", 388),
        ("at least 19,500", 19_500),
        ("more than 300", 300),
        ("fewer than 400", 400),
        ("at most 400", 400),
        ("about 19,500", 19_500),
        ("nearly 400", 400),
    ],
)
def test_the_printed_number_is_found_again_and_replaced(words: str, number: int) -> None:
    """Whatever the hedge made of it."""
    printed = figure("returned", words)

    assert number == printed_number(printed)
    assert printed.bounds == with_number(printed, number)


def test_a_range_prints_no_one_number() -> None:
    """Nor do bare plurals."""
    assert printed_number(figure("returned", "200-300", low=200, high=300)) is None
