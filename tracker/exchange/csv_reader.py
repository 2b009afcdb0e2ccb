"""Reading CSV and TSV files, row by row, so that a long file costs no memory."""

import csv
from collections.abc import Callable, Iterator
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.domain.errors import WrongUse
from tracker.exchange.rows import Row, check_header
from tracker.wording.cells import restore
from tracker.wording.entry import Entry

if TYPE_CHECKING:
    from _csv import Reader

_SIGNATURES = {
    b"PK\x03\x04": "a ZIP or XLSX file",
    b"\xd0\xcf\x11\xe0": "an old Excel file",
    b"%PDF": "a PDF file",
    b"SQLite format 3": "an SQLite database",
    b"\x89PNG": "a PNG picture",
    b"\x1f\x8b": "a gzip file",
    b"\xff\xfe": "UTF-16 text: save it as UTF-8",
    b"\xfe\xff": "UTF-16 text: save it as UTF-8",
}
_SEPARATORS = {".csv": ",", ".tsv": "\t"}


def read_csv(path: Path) -> Iterator[Row]:
    """The rows of a CSV or TSV file (UTF-8, with or without a byte order mark), after its header.

    Raises:
        WrongUse: where the file cannot be opened, is not what its name says, is not UTF-8, or lacks a column.
    """
    separator = _SEPARATORS.get(path.suffix.casefold())
    if separator is None:
        raise WrongUse(f"{path}: cannot tell its format by its name: expected .csv or .tsv")
    _refuse_other_formats(path)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from _rows(path, csv.reader(file, delimiter=separator, strict=True))
    except UnicodeDecodeError as error:
        raise WrongUse(f"{path}: is not UTF-8 text at byte {error.start:,}: save it as UTF-8") from None
    except OSError as error:
        raise WrongUse(f"{path}: cannot be read: {error.strerror}") from None


def _refuse_other_formats(path: Path) -> None:
    try:
        with path.open("rb") as file:
            start = file.read(4096)
    except OSError as error:
        raise WrongUse(f"{path}: cannot be read: {error.strerror}") from None
    for signature, what in _SIGNATURES.items():
        if start.startswith(signature):
            raise WrongUse(f"{path}: is not {path.suffix[1:].upper()} but {what}")
    if b"\x00" in start:
        raise WrongUse(f"{path}: is not text: expected a {path.suffix[1:].upper()} file in UTF-8")
    if start.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"[", b"<"):
        raise WrongUse(f"{path}: looks like JSON or HTML: expected a {path.suffix[1:].upper()} file with a header row")


def _rows(path: Path, reader: "Reader") -> Iterator[Row]:
    header: list[str] = []
    pick: Callable[[list[str]], tuple[str, ...]] = tuple
    start = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            # What follows a broken quote cannot be told apart into rows any more.
            raise WrongUse(f"{path}:{start}: cannot be taken apart into columns: {error}") from None
        line, start = start, reader.line_num + 1
        if not header:
            header = check_header(path, cells)
            pick = itemgetter(*(header.index(column) if column in header else -1 for column in Entry._fields))
        elif len(cells) == len(header):
            cells.append("")  # what `pick` takes for a column that the file does not have
            yield Row(line, _restored(Entry._make(pick(cells))))
        elif any(cells):
            problem = f"read {len(cells)} cells, expected {len(header)} as in the header"
            known = {column: cell for column, cell in zip(header, cells, strict=False) if column in Entry._fields}
            yield Row(line, Entry(**known), problem)
    if not header:
        raise WrongUse(f"{path}: is empty: expected a header row and figures")


def _restored(entry: Entry) -> Entry:
    """The cells as they were before anybody neutralised them; most rows have none that was."""
    return Entry._make(map(restore, entry)) if "'" in "".join(entry) else entry
