"""How many pages and sources stand behind the figures of a large store, in columns."""

from collections.abc import Collection

import numpy as np

from tracker.consistency.independence import Independence
from tracker.consistency.screening.numbers import different, numbered
from tracker.consistency.screening.spellings import spelt_alike
from tracker.domain.source import UNATTRIBUTED
from tracker.domain.table import NO_URL, OPEN, Table


def pages_and_sources(table: Table, addresses: int, indicators: Collection[str] | None) -> Independence:
    """What `independence` says of the figures of a table.

    Args:
        table: the figures.
        addresses: at how many addresses those were read that have one.
        indicators: count those on these alone; None for all.
    """
    columns = table.columns
    if indicators is not None:
        wanted = [number for number, name in table.indicators.items() if name in indicators]
        columns = columns.rows(np.isin(columns.indicator, wanted))
    known = spelt_alike(table.sources)
    unattributed = [number for number, name in table.sources.items() if name == UNATTRIBUTED]
    source = np.where(np.isin(columns.source, unattributed), columns.publisher, columns.source)
    bare = np.flatnonzero(columns.missing & NO_URL)
    dated = columns.published_first[bare] != OPEN
    pages = numbered(
        known[columns.publisher[bare]],
        np.where(dated, columns.published_first[bare], columns.as_of_first[bare]),
        np.where(dated, columns.published_last[bare], columns.as_of_last[bare]),
    )
    return Independence(addresses + int(pages.max(initial=-1)) + 1, len(different(known[source])))
