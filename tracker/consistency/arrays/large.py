"""The general engine's answers for large systems, from arrays; imports NumPy."""

import numpy as np

from tracker.consistency.arrays.columns import OPEN, Columns, Whole, columns_of, given
from tracker.consistency.arrays.fast import disjoint_conflicts, ranges
from tracker.consistency.engine.solver import Clash, Course, Solution
from tracker.consistency.engine.system import System


def solve_large(system: System) -> Solution | Clash:
    """What `tracker.consistency.engine.solver.solve` says of a system without parts and wholes.

    Raises:
        ValueError: when a claim's span ends before it opens.
        OverflowError: when sums of the numbers might not fit in 64 bits.
    """
    columns = columns_of(system)
    conflicts = disjoint_conflicts(columns)
    if conflicts:
        return Clash(conflicts[0])
    found = ranges(columns)
    courses = {}
    for count, counted in found.items():
        rows = columns.rows(columns.count == count)
        named = _named_days(rows)
        places = np.searchsorted(counted.days, named)
        lows = rows.upto[rows.low != OPEN]
        courses[count] = Course(
            tuple(named.tolist()),
            tuple(counted.least[places].tolist()),
            tuple(map(given, counted.greatest[places].tolist())),
            int(lows.min()) if len(lows) else None,
        )
    return Solution(courses, system.within)


def _named_days(rows: Columns) -> Whole:
    return np.unique(np.concatenate([rows.upto, rows.after[rows.after != OPEN]]))
