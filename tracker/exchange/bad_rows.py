"""The rows that could not be recorded, written out so that they can be mended and imported again."""

import csv
from collections.abc import Sequence
from pathlib import Path

from tracker.domain.errors import WrongUse
from tracker.exchange.rows import BadRow
from tracker.wording.cells import neutralise
from tracker.wording.entry import CODED_COLUMNS, COLUMNS


def write_bad_rows(path: Path, bad: Sequence[BadRow]) -> None:
    """Write the rows with the columns of an import and, at the end, line, column and problem.

    Raises:
        WrongUse: where the file exists already or cannot be written.
    """
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([*COLUMNS, *CODED_COLUMNS, "line", "column", "problem"])
            for fault in bad:
                cells = [fault.row.cells.get(name, "") for name in (*COLUMNS, *CODED_COLUMNS)]
                writer.writerow(map(neutralise, [*cells, str(fault.row.line), fault.column, fault.problem]))
    except FileExistsError:
        raise WrongUse(f"{path}: exists already: move it away or name another file with --bad-rows") from None
    except OSError as error:
        raise WrongUse(f"{path}: cannot be written: {error.strerror}") from None
