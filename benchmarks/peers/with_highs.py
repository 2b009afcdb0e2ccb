"""HiGHS: feasibility of a linear programme."""

import highspy
import numpy as np
from clock import OPEN, Arrays, Model, measure


def verdict(arrays: Arrays) -> bool:
    """Whether the programme is feasible."""
    model = Model(arrays)
    neighbours = np.arange(model.size - 1)
    rows = model.size - 1 + len(model.gains)
    programme = highspy.HighsLp()
    programme.num_col_, programme.num_row_ = model.size, rows
    programme.col_cost_ = np.zeros(model.size)
    programme.col_lower_ = model.low.astype(float)
    programme.col_upper_ = np.where(model.high == OPEN, highspy.kHighsInf, model.high)
    programme.row_lower_ = np.concatenate([np.zeros(model.size - 1), model.gains])
    programme.row_upper_ = np.full(rows, highspy.kHighsInf)
    tails, heads = np.concatenate([neighbours, model.tails]), np.concatenate([neighbours + 1, model.heads])
    programme.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    programme.a_matrix_.start_ = 2 * np.arange(rows + 1)
    programme.a_matrix_.index_ = np.column_stack([tails, heads]).ravel()
    programme.a_matrix_.value_ = np.tile([-1.0, 1.0], rows)
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)  # noqa: FBT003 - HiGHS takes options by position
    solver.passModel(programme)
    solver.run()
    status = solver.getModelStatus()
    if status not in (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kInfeasible):
        raise AssertionError(f"HiGHS does not know: {status}")
    return status == highspy.HighsModelStatus.kOptimal


measure(verdict=verdict)
