"""The event reports that something else may report too; all others are batches of their own."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from tracker.consistency.arrays.columns import Whole
from tracker.consistency.batches import Decisions
from tracker.consistency.nearness import DRIFT, NEAR, SAME_NUMBER_DRIFT, VAGUE
from tracker.consistency.screening.groups import EVENT
from tracker.consistency.screening.numbers import numbered
from tracker.consistency.screening.spellings import spelt_alike
from tracker.domain.table import OPEN, FigureColumns

Yes = NDArray[np.bool_]

_MOST_PAIRS = 30
"""With more pairs of reports within reach, for each report, none are compared; all are taken to be like another."""

_SAID = ("indicator", "place", "source", "as_of_first", "as_of_last", "low", "high")
"""What two pages have in common that print one report."""

_LARGE = 2**60
"""Numbers beyond are taken as this one, so that no product overflows; it makes them more alike."""


def undecided(columns: FigureColumns, names: Mapping[int, str], decisions: Decisions) -> Whole:
    """The numbers of all figures that `batches` must see to tell which reports count over other days than their own.

    Those are the reports that are like another one, with all pages that print them, and those of a decision. Whoever is
    left out has no other report that it may be one with.

    Args:
        columns: figures on related indicators.
        names: the names of the sources.
        decisions: sets of figures that people decided about.
    """
    rows = np.flatnonzero((columns.basis == EVENT) & (columns.low > 0))
    rows = rows[np.lexsort((columns.as_of_last[rows], columns.as_of_first[rows]))]
    decided = np.isin(columns.id[rows], [key for decision in decisions for key in decision])
    wanted = decided | _like_another(columns, rows, spelt_alike(names)[columns.source[rows]])
    if not wanted.any():
        return columns.id[:0]
    said = [getattr(columns, name)[rows] for name in _SAID]
    report = numbered(*said)
    return columns.id[rows[np.isin(report, report[wanted])]]


def _like_another(columns: FigureColumns, rows: Whole, announcer: Whole) -> Yes:
    """Whether nothing that numbers tell, as `likeness` has it, parts each report from another one.

    Args:
        columns: the figures.
        rows: which of them are the reports, by their days.
        announcer: who announced each.
    """
    first, last, publisher = columns.as_of_first[rows], columns.as_of_last[rows], columns.publisher[rows]
    low = np.minimum(columns.low[rows], _LARGE)
    high = np.where(columns.high[rows] == OPEN, low, np.minimum(columns.high[rows], _LARGE))
    found = np.zeros(len(rows), bool)
    reach = np.searchsorted(first, last + SAME_NUMBER_DRIFT, side="right") - np.arange(len(rows)) - 1
    if reach.sum() > _MOST_PAIRS * max(len(rows), 1000):
        found[:] = True
        return found
    earlier = np.flatnonzero(reach > 0)
    step = 0
    while len(earlier):
        step += 1
        later = earlier + step
        days = first[later] - last[earlier]
        apart = np.maximum(0, np.maximum(low[earlier] - high[later], low[later] - high[earlier]))
        far = apart * NEAR > np.maximum(low[earlier], low[later])
        vague = np.maximum(last[earlier] - first[earlier], last[later] - first[later]) + 1 > VAGUE
        follows = (announcer[earlier] == announcer[later]) & (days > 0)
        told_apart = (days > DRIFT) & ((announcer[earlier] == announcer[later]) | (apart > 0))
        told_apart |= far & (vague | follows)
        told_apart |= follows & (apart > 0) & (publisher[earlier] == publisher[later])
        alike = np.flatnonzero(~told_apart)
        alike = alike[_are_two(columns, rows[earlier[alike]], rows[later[alike]])]
        found[earlier[alike]] = True
        found[later[alike]] = True
        earlier = earlier[reach[earlier] > step]
    return found


def _are_two(columns: FigureColumns, one: Whole, other: Whole) -> Yes:
    """Whether figures are two reports, and no two pages that print one."""
    differ = np.zeros(len(one), bool)
    for name in _SAID:
        column = getattr(columns, name)
        differ |= column[one] != column[other]
    return differ
