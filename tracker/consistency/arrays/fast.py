"""The engine for large inputs without parts and wholes: the same answers from arrays.

Imports NumPy; with less than some 20,000 claims `tracker.consistency.engine.solver` is done before NumPy is loaded.
"""

from dataclasses import dataclass

import numpy as np

from tracker.consistency.arrays.capped import CappedWalk, Values, settled
from tracker.consistency.arrays.columns import OPEN, Columns, Rows, Whole
from tracker.consistency.arrays.disjoint import Walk
from tracker.consistency.arrays.layout import Ceilings, Layout, by_count, layout
from tracker.consistency.arrays.standing import Everything
from tracker.consistency.arrays.timeline import NEVER
from tracker.consistency.engine.conflicts import minimal_conflict
from tracker.consistency.engine.proof import Conflict
from tracker.consistency.engine.system import Claim, System

# Of what is freed, glibc keeps up to twice the largest block that was ever freed; the rest it hands back, and then asks
# for it again page by page, which takes longer than the work done there. So let it have freed 32 MiB, which are never
# touched. The first call of a process gains a tenth to a third from this, later ones half.
np.empty(2**22 - 2**10)


@dataclass(frozen=True, slots=True)
class Ranges:
    """The values that one count can have.

    Attributes:
        days: days, oldest first, among them all that a claim names.
        least: the least value on each.
        greatest: the greatest value on each, OPEN where nothing bounds it from above.
    """

    days: Whole
    least: Whole
    greatest: Whole


def consistent(columns: Columns) -> bool:
    """Whether all claims can be true; the bare verdict.

    Raises:
        ValueError: when a span ends before it opens.
        OverflowError: when sums of the numbers might not fit in 64 bits.
    """
    return not len(_impossible(columns)) and all(_fits(rows) for rows in by_count(columns))


def _fits(rows: Columns) -> bool:
    line = layout(rows)
    if len(line.ceilings.row):
        values = Values(line.timeline, line.ceilings)
        if np.any(values.least > line.highs):
            return False
        return not len(values.moving) or next(CappedWalk(line, Everything(rows)).conflicts(), None) is None
    return not np.any(line.timeline.least() > line.highs)


def disjoint_conflicts(columns: Columns) -> tuple[Conflict, ...]:
    """Minimal conflicts of which no two share a figure; without their figures all others can be true together.

    So there is none exactly when all claims can be true.

    Raises:
        ValueError: when a span ends before it opens.
        OverflowError: when sums of the numbers might not fit in 64 bits.
    """
    found = _impossible_by_themselves(columns)
    aside = [figure for conflict in found for figure in conflict.figures]
    everything = Everything(columns)
    for rows in by_count(columns):
        # A figure may speak of several counts.
        standing = rows.rows(~np.isin(rows.figure, aside)) if aside else rows
        if len(standing):
            line = layout(standing)
            walk = CappedWalk if len(line.ceilings.row) else Walk
            more = list(walk(line, everything).conflicts())
            found += more
            aside += [figure for conflict in more for figure in conflict.figures]
    return tuple(found)


def ranges(columns: Columns) -> dict[int, Ranges]:
    """The tight range of each count on each day, for claims that can all be true.

    Raises:
        ValueError: when a span ends before it opens.
        OverflowError: when sums of the numbers might not fit in 64 bits.
    """
    return {int(rows.count[0]): _ranges(layout(rows)) for rows in by_count(columns)}


def _ranges(line: Layout) -> Ranges:
    size = len(line.highs)
    caps = line.ceilings
    turned = Ceilings(size - caps.upto, size - caps.after, caps.high, caps.row)
    least = settled(line.timeline, caps)
    below = settled(line.timeline.backward(line.highs), turned)
    greatest = np.where(below > NEVER // 2, -below, OPEN)
    return Ranges(line.days[1:], least[1:], greatest[:0:-1])


def _impossible(columns: Columns) -> Rows:
    """The rows that no number fulfils: a low above the high, or a high below 0."""
    return np.flatnonzero((columns.high != OPEN) & ((columns.high < 0) | (columns.low > columns.high)))


def _impossible_by_themselves(columns: Columns) -> list[Conflict]:
    """One conflict for each figure with a claim that no number fulfils."""
    claims: dict[int, list[Claim]] = {}
    for claim in columns.rows(_impossible(columns)).claims():
        claims.setdefault(claim.figure, []).append(claim)
    conflicts = (minimal_conflict(System(tuple(claims[figure]))) for figure in sorted(claims))
    return [conflict for conflict in conflicts if conflict is not None]
