"""Reading a whole store as columns; the only part of the store that loads NumPy."""

import numpy as np

from tracker.domain.table import Columns, Table
from tracker.store.database import Database


def table_of(database: Database, moment: int) -> Table:
    """The figures in force at a moment, as columns, in no order."""
    (texts,) = database.rows("figure_columns", moment=moment)
    columns = Columns(*(np.fromstring(text or "", np.int64, sep=",") for text in texts))
    return Table(
        columns,
        indicators={number: name for number, name, _ in database.rows("indicators")},
        sources=dict(database.rows("sources")),
        places=dict(database.rows("places")),
    )
