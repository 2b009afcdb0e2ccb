"""How many pages and sources stand behind the figures of a large store, in columns."""

from collections.abc import Iterable

import numpy as np

from tracker.consistency.independence import Independence
from tracker.consistency.screening.groups import numbered
from tracker.consistency.screening.spellings import spelt_alike
from tracker.domain.source import UNATTRIBUTED
from tracker.domain.table import NO_URL, OPEN, Table


def pages_and_sources(
    table: Table, addresses: Iterable[tuple[int, str]], indicators: Iterable[str] | None
) -> Independence:
    """What `independence` says of the figures of a table.

    Args:
        table: the figures.
        addresses: the address of each that has one, with the number of its indicator.
        indicators: count those on these alone; None for all.
    """
    wanted = {number for number, name in table.indicators.items() if indicators is None or name in indicators}
    columns = table.columns.rows(np.isin(table.columns.indicator, list(wanted)))
    known = spelt_alike(table.sources)
    source, publisher = known[columns.source], known[columns.publisher]
    unattributed = np.isin(columns.source, [number for number, name in table.sources.items() if name == UNATTRIBUTED])
    dated = columns.published_first != OPEN
    first = np.where(dated, columns.published_first, columns.as_of_first)
    last = np.where(dated, columns.published_last, columns.as_of_last)
    bare = (columns.missing & NO_URL) != 0
    pages = numbered(publisher[bare], first[bare], last[bare])
    read = {address for number, address in addresses if number in wanted}
    return Independence(
        len(read) + len(np.unique(pages)),
        len(np.unique(np.where(unattributed, publisher, source))),
    )
