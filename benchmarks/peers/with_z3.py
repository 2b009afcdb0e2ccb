"""z3: satisfiability over whole numbers."""

from itertools import pairwise

import z3
from clock import OPEN, Arrays, Model, measure


def verdict(arrays: Arrays) -> bool:
    """Whether z3 finds it satisfiable."""
    model = Model(arrays)
    x = z3.Ints([f"x{day}" for day in range(model.size)])
    solver = z3.Solver()
    for day, low, high in zip(x, model.low.tolist(), model.high.tolist(), strict=True):
        if low:
            solver.add(day >= low)
        if high != OPEN:
            solver.add(day <= high)
    solver.add(x[0] >= 0)
    solver.add([after >= before for before, after in pairwise(x)])
    ends = zip(model.tails.tolist(), model.heads.tolist(), model.gains.tolist(), strict=True)
    solver.add([x[head] - x[tail] >= gain for tail, head, gain in ends])
    found = solver.check()
    if found == z3.unknown:
        raise AssertionError(f"z3 does not know: {solver.reason_unknown()}")
    return found == z3.sat


measure(verdict=verdict)
