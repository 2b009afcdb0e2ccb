"""Figures that nobody could look up again, and totals for which one source may stand alone, in columns."""

from collections.abc import Iterator
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from tracker.consistency.arrays.columns import Whole
from tracker.consistency.checks.thin_evidence import Told, gaps
from tracker.consistency.screening.groups import TOTAL
from tracker.consistency.screening.numbers import different, numbered
from tracker.consistency.screening.spellings import spelt_alike
from tracker.domain.source import UNATTRIBUTED
from tracker.domain.table import NO_SEARCH, FigureColumns, Table

if TYPE_CHECKING:
    from tracker.wording.remarks import Remark


_GAPS = 2 * NO_SEARCH


def lacking(columns: FigureColumns, table: Table) -> Iterator[Told]:
    """The figures of each indicator that lack the same."""
    kinds: dict[tuple[str, tuple[Remark, ...]], list[Whole]] = {}
    kind = columns.indicator * _GAPS + columns.missing
    for number in different(kind).tolist():
        indicator, missing = divmod(number, _GAPS)
        lack = gaps(missing)
        kinds.setdefault((table.indicators[indicator], lack), []).append(np.flatnonzero(kind == number))
    for (indicator_name, lack), parts in sorted(kinds.items(), key=itemgetter(0)):
        if lack:
            rows = np.concatenate(parts)
            sources = sorted(table.sources[number] for number in different(columns.source[rows]).tolist())
            yield Told(indicator_name, tuple(sources), tuple(np.sort(columns.id[rows]).tolist()), lack)


def of_one_source(columns: FigureColumns, table: Table) -> Whole:
    """The numbers of the totals whose number several publishers print and one source gives."""
    totals = columns.rows(columns.basis == TOTAL)
    if len(different(totals.publisher)) < 2:
        return totals.id[:0]
    known = spelt_alike(table.sources)
    unattributed = [number for number, name in table.sources.items() if name == UNATTRIBUTED]
    source = known[np.where(np.isin(totals.source, unattributed), totals.publisher, totals.source)]
    printed = numbered(totals.indicator, totals.place, totals.low, totals.high)
    numbers: Whole = totals.id[~_differ(printed, source)[printed] & _differ(printed, totals.publisher)[printed]]
    return numbers


def _differ(group: Whole, value: Whole) -> NDArray[np.bool_]:
    """For each group whether its rows have several values."""
    size = int(group.max(initial=-1)) + 1
    least, most = np.full(size, np.iinfo(np.int64).max), np.full(size, -1)
    np.minimum.at(least, group, value)
    np.maximum.at(most, group, value)
    several: NDArray[np.bool_] = least != most
    return several
