"""Values raised along jumps are the least that make every jump hold."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.consistency.arrays import rounds
from tracker.consistency.arrays.rounds import Jumps, raise_values

SIZE = 40
Jump = tuple[int, int, int]


def jumps_of(given_jumps: list[Jump]) -> Jumps:
    """Jumps from tuples of start, end and gain."""
    start, end, gain = (np.array([jump[part] for jump in given_jumps], np.int64) for part in range(3))
    return Jumps(start, end, gain)


def raised(values: list[int], given_jumps: list[Jump]) -> list[int]:
    """The least values, one jump and one position at a time."""
    values = list(values)
    before = None
    while values != before:
        before = list(values)
        for start, end, gain in given_jumps:
            values[end] = max(values[end], values[start] + gain)
        for position in range(1, len(values)):
            values[position] = max(values[position], values[position - 1])
    return values


@st.composite
def forward_jumps(draw: st.DrawFn) -> list[Jump]:
    """Up to a dozen jumps forward, some of them in a chain."""
    ends = st.tuples(st.integers(0, SIZE - 2), st.integers(1, 9), st.integers(-2, 9))
    return [(start, min(start + length, SIZE - 1), gain) for start, length, gain in draw(st.lists(ends, max_size=12))]


@st.composite
def jumps_back(draw: st.DrawFn) -> list[Jump]:
    """Up to a dozen jumps back that lose more than any of those forward gain, so that values come to rest."""
    ends = st.tuples(st.integers(1, SIZE - 1), st.integers(1, 9), st.integers(-300, -120))
    return [(start, max(start - length, 0), gain) for start, length, gain in draw(st.lists(ends, max_size=12))]


@given(forward_jumps(), jumps_back(), st.lists(st.integers(0, 400), min_size=SIZE, max_size=SIZE), st.booleans())
def test_values_are_raised_no_further_than_every_jump_needs(
    forward: list[Jump], back: list[Jump], values: list[int], scattered: bool
) -> None:
    """Whether the positions that move are visited one by one or all at once."""
    found = np.array(sorted(values))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rounds, "SCATTERED", 1 if scattered else SIZE + 1)
        patch.setattr(rounds, "SPREADING", 1 if scattered else 8)
        patch.setattr(rounds, "ROUNDS", 100)
        rest = raise_values(found, jumps_of(forward + back))

    if not len(rest):
        assert raised(sorted(values), forward + back) == found.tolist()
    for start, end, gain in [jump for number, jump in enumerate(forward + back) if number not in rest.tolist()]:
        assert found[end] >= found[start] + gain


@given(forward_jumps(), st.lists(st.integers(0, 40), min_size=SIZE, max_size=SIZE), st.integers(1, 3))
def test_jumps_that_do_not_hold_yet_are_told_and_can_be_gone_on_with(
    jumps: list[Jump], values: list[int], most: int
) -> None:
    """After too many rounds; to go on with those jumps alone leads to the same values as to go on with all."""
    found = np.array(sorted(values))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rounds, "ROUNDS", most)
        rest = raise_values(found, jumps_of(jumps))
        broken = [number for number, (start, end, gain) in enumerate(jumps) if found[start] + gain > found[end]]
        assert broken == rest.tolist()
        while len(rest):
            rest = raise_values(found, jumps_of(jumps), rest)

    assert raised(sorted(values), jumps) == found.tolist()


def test_a_long_chain_is_given_up_after_so_many_rounds() -> None:
    """One jump after the other moves, one in each round."""
    values = np.zeros(1000, np.int64)
    chain = [(place, place + 1, 1) for place in range(999)]
    rest = raise_values(values, jumps_of(chain))

    assert 1 <= len(rest)
    assert values.max() <= rounds.ROUNDS
