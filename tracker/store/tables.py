"""Reading a whole store as columns; the only part of the store that loads NumPy."""

from collections.abc import Collection, Mapping

import numpy as np

from tracker.domain.table import FigureColumns, Table
from tracker.store.database import Database


def table_of(database: Database, moment: int) -> Table:
    """The figures in force at a moment, as columns, in no order."""
    (texts,) = database.rows("figure_columns", moment=moment)
    columns = FigureColumns(*(np.fromstring(text or "", np.int64, sep=",") for text in texts))
    return Table(
        columns,
        indicators={number: name for number, name, _ in database.rows("indicators")},
        sources=dict(database.rows("sources")),
        places=dict(database.rows("places")),
    )


def only(table: Table, numbers: Collection[int]) -> Table:
    """The figures with these numbers alone, with the names that they use."""
    columns = table.columns.rows(np.isin(table.columns.id, np.fromiter(numbers, np.int64)))

    def used(names: Mapping[int, str], *by: "np.typing.NDArray[np.int64]") -> dict[int, str]:
        return {number: names[number] for number in np.unique(np.concatenate(by)).tolist()}

    return Table(
        columns,
        indicators=used(table.indicators, columns.indicator),
        sources=used(table.sources, columns.source, columns.publisher),
        places=used(table.places, columns.place),
    )
