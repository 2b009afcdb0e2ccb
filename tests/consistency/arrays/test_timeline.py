"""The scan of arrays gives the same values in one stretch or many, and against time as well."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.consistency.arrays import timeline as scanning
from tracker.consistency.arrays.columns import Whole
from tracker.consistency.arrays.timeline import NEVER, Batches, Timeline

SIZE = 12


@pytest.fixture(autouse=True, scope="module", params=[0, 5, SIZE], ids="plain numbers up to {}".format)
def short(request: pytest.FixtureRequest) -> Iterator[None]:
    """A dozen positions are gone through as arrays, in plain numbers, or some this way and some that."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scanning, "SHORT", request.param)
        yield


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """Totals, rises and batches over a dozen positions."""
    totals, rises = np.full(SIZE, NEVER), np.zeros(SIZE, np.int64)
    for position in draw(st.lists(st.integers(1, SIZE - 1), max_size=4)):
        totals[position] = draw(st.integers(0, 20))
    for position in draw(st.lists(st.integers(2, SIZE - 1), max_size=4)):
        rises[position] = draw(st.integers(1, 5))
    spans = draw(st.lists(st.tuples(st.integers(3, SIZE - 1), st.integers(2, 9), st.integers(1, 9)), max_size=8))
    batches = sorted((upto, max(1, upto - length), low) for upto, length, low in spans)
    upto, after, low = (np.array([batch[part] for batch in batches], np.int64) for part in range(3))
    return Timeline(0, totals, rises, Batches(after, upto, low, np.arange(len(batches))))


def by_definition(timeline: Timeline) -> list[int]:
    """The least values, position by position."""
    values = [timeline.floor]
    for position in range(1, SIZE):
        options = [int(timeline.totals[position]), values[-1] + int(timeline.rises[position])]
        for after, upto, low in zip(*(part.tolist() for part in parts_of(timeline.batches)), strict=True):
            if upto == position:
                options.append(values[after] + low)
        values.append(max(options))
    return values


@given(timelines())
@settings(max_examples=150, deadline=None)
def test_values_are_what_the_definition_says(timeline: Timeline) -> None:
    """The largest of what totals, rises and batches ask for."""
    assert by_definition(timeline) == timeline.least().tolist()


def ending_within(batches: Batches, start: int, stop: int) -> Batches:
    """Those that end from one position up to, not including, another."""
    some = np.flatnonzero((batches.upto >= start) & (batches.upto < stop))
    return Batches(batches.after[some], batches.upto[some], batches.low[some], batches.row[some])


@given(timelines(), st.lists(st.integers(2, SIZE - 1), max_size=4))
@settings(max_examples=150, deadline=None)
def test_a_scan_can_be_made_in_stretches(timeline: Timeline, stops: list[int]) -> None:
    """Where a stretch ends and the next begins changes nothing."""
    values = np.zeros(SIZE, np.int64)
    start = 1
    for stop in [*sorted(set(stops)), SIZE]:
        timeline.scan(values, start, stop, ending_within(timeline.batches, start, stop))
        start = stop

    assert timeline.least().tolist() == values.tolist()


@given(timelines(), st.integers(1, SIZE - 1), st.integers(20, 60))
@settings(max_examples=150, deadline=None)
def test_against_time_a_high_takes_off_what_comes_after(timeline: Timeline, position: int, high: int) -> None:
    """Before a high a value leaves room for the rises and batches up to it; after it nothing is bounded."""
    highs = np.full(SIZE, -NEVER)
    highs[position] = high
    room = {position: high}
    for earlier in range(position - 1, 0, -1):
        needs = [(earlier + 1, int(timeline.rises[earlier + 1]))]
        for after, upto, low in zip(*(part.tolist() for part in parts_of(timeline.batches)), strict=True):
            if after == earlier and upto <= position:
                needs.append((upto, low))
        room[earlier] = min(room[upto] - low for upto, low in needs)
    greatest = dict(enumerate((-timeline.backward(highs).least()[:0:-1]).tolist(), start=1))

    assert room == {earlier: greatest[earlier] for earlier in room}
    assert all(greatest[later] > -NEVER // 2 for later in range(position + 1, SIZE))


def parts_of(batches: Batches) -> tuple[Whole, Whole, Whole]:
    """Where batches open, where they end, and their lows."""
    return batches.after, batches.upto, batches.low
