"""Rows become positions, whether their days lie close together or far apart."""

import pytest

from tracker.consistency.arrays.columns import columns_of
from tracker.consistency.arrays.layout import by_count, layout
from tracker.consistency.arrays.timeline import NEVER
from tracker.consistency.engine.system import Claim, System


@pytest.mark.parametrize("scale", [1, 5000], ids=["close together", "far apart"])
def test_totals_short_and_long_spans_are_told_apart(scale: int) -> None:
    """The largest low and the least high of a day count; a span of one position is a rise, a longer one a batch."""
    claims = (
        Claim(1, 0, None, 2 * scale, 7, 12),
        Claim(2, 0, None, 2 * scale, 9, 15),
        Claim(3, 0, 1 * scale, 2 * scale, 4),
        Claim(4, 0, 1 * scale, 3 * scale, 6, 8),
    )
    line = layout(columns_of(System(claims)))

    assert [scale, 2 * scale, 3 * scale] == line.days[1:].tolist()
    assert [NEVER, NEVER, 9, NEVER] == line.timeline.totals.tolist()
    assert [-NEVER, -NEVER, 12, -NEVER] == line.highs.tolist()
    assert [0, 0, 4, 0] == line.timeline.rises.tolist()
    assert [(1, 3, 6)] == list(
        zip(
            line.timeline.batches.after.tolist(),
            line.timeline.batches.upto.tolist(),
            line.timeline.batches.low.tolist(),
            strict=True,
        )
    )
    assert [(1, 3, 8)] == list(
        zip(line.ceilings.after.tolist(), line.ceilings.upto.tolist(), line.ceilings.high.tolist(), strict=True)
    )


def test_each_count_is_laid_out_by_itself() -> None:
    """Rows are taken apart by count, in the order of the counts."""
    columns = columns_of(System((Claim(1, 4, None, 1, 7), Claim(2, 0, None, 1, 8), Claim(3, 4, None, 2, 9))))

    assert [[2], [1, 3]] == [rows.figure.tolist() for rows in by_count(columns)]


def test_days_that_nobody_names_have_no_position() -> None:
    """Where most days are unnamed, a span from one total to the next is a rise, however many days it takes."""
    totals = [Claim(step, 0, None, 3 * step, step) for step in range(100)]
    spans = [Claim(500 + step, 0, 3 * step, 3 * step + 3, 1) for step in range(99)]
    line = layout(columns_of(System((*totals, *spans))))

    assert list(range(0, 300, 3)) == line.days[1:].tolist()
    assert [0, 0, *[1] * 99] == line.timeline.rises.tolist()
    assert 0 == len(line.timeline.batches.row)
