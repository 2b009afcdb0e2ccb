"""Rows are found by value, before and after the column has been sorted for it."""

import numpy as np
import pytest

from tracker.consistency.arrays import lookup
from tracker.consistency.arrays.lookup import Lookup

COLUMN = np.array([70_000, 4_464, -1, 70_000, 65_535])
"""70,000 and 4,464 agree in the last digits that are compared first, and so do -1 and 65,535."""


@pytest.mark.parametrize("few", [0, 9], ids=["sorted", "row by row"])
@pytest.mark.parametrize("wide", [0, 8], ids=["single values", "stretches"])
def test_rows_are_found_by_their_whole_value(few: int, wide: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Values that agree in their last digits are told apart."""
    monkeypatch.setattr(lookup, "FEW", few)
    monkeypatch.setattr(lookup, "WIDE", wide)
    found = Lookup(COLUMN)

    assert [0, 3] == found.rows(70_000).tolist()
    assert [1] == found.rows(4_464).tolist()
    assert [2] == found.rows(-1).tolist()
    assert [4] == found.rows(65_535).tolist()
    assert [] == found.rows(5).tolist()


@pytest.mark.parametrize("few", [0, 999], ids=["sorted", "row by row"])
def test_rows_between_two_values_come_by_value(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ends are included."""
    monkeypatch.setattr(lookup, "FEW", few)

    assert [2, 1, 4] == Lookup(COLUMN).between(-1, 65_535).tolist()


def test_rows_of_a_column_in_order_are_found_in_it() -> None:
    """The first and the last of equal values included."""
    found = Lookup(np.array([3, 5, 5, 5, 9]))

    assert [1, 2, 3] == found.rows(5).tolist()
    assert [] == found.rows(4).tolist()
    assert [1, 2, 3, 4] == found.between(4, 9).tolist()


@pytest.mark.parametrize("few", [0, 999], ids=["sorted", "row by row"])
def test_what_is_expected_is_found_as_if_it_had_not_been(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rows of stretches that were gathered together, and of one that nobody expected."""
    monkeypatch.setattr(lookup, "FEW", few)
    found = Lookup(COLUMN)
    found.expect([(-1, 3), (69_990, 70_010)])

    assert [2, 0, 3] == [*found.rows(-1).tolist(), *found.rows(70_000).tolist()]
    assert [1, 4] == found.between(4_000, 66_000).tolist()


def test_to_expect_what_lies_far_apart_is_no_work() -> None:
    """Too many stretches to be gathered are left until they are asked for."""
    found = Lookup(np.array([2**60, -5, 2**60]))
    found.expect([(-5, 2**60)])

    assert [0, 2] == found.rows(2**60).tolist()


@pytest.mark.parametrize(
    ("column", "expected"), [([3, 5, 9], [2, 0]), ([3, 5, 9, 9], [2, 3, 0]), ([9, 3, 9], [0, 2, 1])]
)
def test_rows_of_several_values_come_in_the_order_of_the_values(column: list[int], expected: list[int]) -> None:
    """Whether each value is there once, in order, or neither; a value that is not there has no rows."""
    found = Lookup(np.array(column))

    assert expected == found.rows_of_all([9, 3]).tolist()
    assert expected == found.rows_of_all([9, 4, 3, 10]).tolist()
