"""The event reports that something else may report too; all others are batches of their own."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from tracker.consistency.arrays.columns import Whole
from tracker.consistency.batches import Decisions
from tracker.consistency.likeness import DRIFT, NEAR, SAME_NUMBER_DRIFT, VAGUE
from tracker.consistency.screening.groups import EVENT
from tracker.consistency.screening.numbers import numbered
from tracker.consistency.screening.spellings import spelt_alike
from tracker.domain.table import OPEN, Columns

Yes = NDArray[np.bool_]

_MOST_PAIRS = 30
"""With more pairs of reports within reach, for each report, none are compared; all are taken to be like another."""

_LARGE = 2**60
"""Numbers beyond are taken as this one, so that no product overflows; it makes them more alike."""


def undecided(columns: Columns, names: Mapping[int, str], decisions: Decisions) -> Whole:
    """The numbers of all figures that `batches` must see to tell which reports count over other days than their own.

    Those are the reports that are like another one, with all pages that print them, and those of a decision. Whoever is
    left out has no other report that it may be one with.

    Args:
        columns: figures on related indicators.
        names: the names of the sources.
        decisions: sets of figures that people decided about.
    """
    events = columns.rows((columns.basis == EVENT) & (columns.low > 0))
    report = numbered(
        events.indicator, events.place, events.source, events.as_of_first, events.as_of_last, events.low, events.high
    )
    decided = np.isin(events.id, [key for decision in decisions for key in decision])
    wanted = decided | _like_another(events, report, spelt_alike(names)[events.source])
    return events.id[np.isin(report, report[wanted])]


def _like_another(events: Columns, report: Whole, announcer: Whole) -> Yes:
    """Whether nothing that numbers tell, as `likeness` has it, parts each report from another."""
    order = np.lexsort((events.as_of_last, events.as_of_first))
    first, last = events.as_of_first[order], events.as_of_last[order]
    low = np.minimum(events.low[order], _LARGE)
    high = np.where(events.high[order] == OPEN, low, np.minimum(events.high[order], _LARGE))
    report, announcer, publisher = report[order], announcer[order], events.publisher[order]
    found = np.zeros(len(order), bool)
    reach = np.searchsorted(first, last + SAME_NUMBER_DRIFT, side="right") - np.arange(len(order)) - 1
    if reach.sum() > _MOST_PAIRS * max(len(order), 1000):
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
        alike = ~told_apart & (report[earlier] != report[later])
        found[earlier[alike]] = True
        found[later[alike]] = True
        earlier = earlier[reach[earlier] > step]
    back = np.empty_like(found)
    back[order] = found
    return back
