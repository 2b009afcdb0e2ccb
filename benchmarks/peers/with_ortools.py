"""OR-tools CP-SAT: a solution in whole numbers."""

from itertools import pairwise

from clock import OPEN, Arrays, Model, measure
from ortools.sat.python import cp_model

LARGEST = 2**40
"""Above every number in the input; CP-SAT knows no open end."""


def verdict(arrays: Arrays) -> bool:
    """Whether there is one."""
    given = Model(arrays)
    model = cp_model.CpModel()
    highs = [LARGEST if high == OPEN else high for high in given.high.tolist()]
    x = [model.new_int_var(low, high, "") for low, high in zip(given.low.tolist(), highs, strict=True)]
    for before, after in pairwise(x):
        model.add_linear_constraint(after - before, 0, LARGEST)
    for tail, head, gain in zip(given.tails.tolist(), given.heads.tolist(), given.gains.tolist(), strict=True):
        model.add_linear_constraint(x[head] - x[tail], gain, LARGEST)
    status = cp_model.CpSolver().solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.INFEASIBLE):
        raise AssertionError(f"CP-SAT does not know: {status}")
    return status != cp_model.INFEASIBLE


measure(verdict=verdict)
