"""Counts with highs over spans come to rest the same way in whatever order their rows are."""

import numpy as np
import pytest

from tracker.consistency.arrays.capped import Settling, Values
from tracker.consistency.arrays.columns import columns_of
from tracker.consistency.arrays.layout import layout
from tracker.consistency.engine.system import Claim, System

TWINS = [Claim(0, 0, 1, 3, None, 2), Claim(1, 0, 1, 3, None, 1), Claim(2, 0, 5, 7, None, 1)]
LOWS = [Claim(3, 0, None, 3, 5), Claim(4, 0, None, 7, 9)]


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 1, 0)])
def test_which_span_lifts_does_not_depend_on_the_order_of_rows(order: tuple[int, ...]) -> None:
    """Of two spans with the same ends, the one with the lower high lifts, and the other one never does."""
    line = layout(columns_of(System((*(TWINS[place] for place in order), *LOWS))))
    settling = Settling(line.timeline, line.ceilings)
    least = settling.scan()
    places = [
        (int(np.searchsorted(line.days, after)), int(np.searchsorted(line.days, upto)))
        for after, upto in ((1, 3), (5, 7))
    ]

    assert places == settling.lift(least)


def test_values_raised_anew_in_part_are_those_raised_from_scratch() -> None:
    """When a total that was far too high is set aside, all that it had raised falls, as far as it reaches."""
    days = range(0, 600, 2)
    totals = [Claim(day, 0, None, day, day) for day in days if day % 50 == 0]
    spans = [Claim(1000 + day, 0, day, day + 7, 5, 9) for day in days]
    line = layout(columns_of(System((*totals, *spans, Claim(5000, 0, None, 301, 340)))))
    values = Values(line.timeline, line.ceilings)
    wrong = int(np.searchsorted(line.days, 301))
    assert 340 == values.least[wrong]
    assert not len(values.moving)
    line.timeline.totals[wrong] = -(2**61)
    values.renew([(wrong, wrong)])

    assert Values(line.timeline, line.ceilings).least.tolist() == values.least.tolist()
