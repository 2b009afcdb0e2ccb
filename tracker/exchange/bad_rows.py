"""The rows that could not be recorded, written out so that they can be mended and imported again."""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from tracker.domain.errors import WrongUse
from tracker.exchange.rows import BadRow
from tracker.wording.cells import neutralise
from tracker.wording.entry import Entry


def write_bad_rows(path: Path, bad: Sequence[BadRow]) -> Path:
    """Write the rows with the columns of an import and, at the end, line, column and problem.

    A file that is there already is never overwritten: the rows go to the next free name, `x-2.csv` after `x.csv`,
    unless a file of these names holds exactly them.

    Returns:
        The file that holds the rows.

    Raises:
        WrongUse: where the file cannot be written.
    """
    content = _content(bad)
    for candidate in _names(path):
        try:
            with candidate.open("x", encoding="utf-8", newline="") as file:
                file.write(content)
        except FileExistsError:
            if not candidate.is_file() or candidate.read_bytes() != content.encode():
                continue
        except OSError as error:
            raise WrongUse(f"{candidate}: cannot be written: {error.strerror}") from None
        return candidate
    raise AssertionError("names never run out")


def _content(bad: Sequence[BadRow]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([*Entry._fields, "line", "column", "problem"])
    for fault in bad:
        writer.writerow(map(neutralise, [*fault.row.entry, str(fault.row.line), fault.column, fault.problem]))
    return text.getvalue()


def _names(path: Path) -> Iterator[Path]:
    yield path
    for number in count(2):
        yield path.with_stem(f"{path.stem}-{number}")
