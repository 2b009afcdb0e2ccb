"""Reading CSV and TSV files: what is a row, what is a bad row, and what is no such file at all."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tracker.domain.errors import WrongUse
from tracker.domain.indicator import KNOWN_INDICATORS
from tracker.exchange.bad_rows import write_bad_rows
from tracker.exchange.csv_reader import read_csv
from tracker.exchange.rows import BadRow, Reading, Row
from tracker.wording.entry import Entry, Known

KNOWN = Known.of((indicator.name for indicator in KNOWN_INDICATORS), (), date(2026, 1, 1))
HEADER = "indicator,value,source,as_of\n"


def written(folder: Path, text: str | bytes, name: str = "figures.csv") -> Path:
    """A file of that content."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read(path: Path) -> tuple[list[str], list[tuple[int, str]]]:
    """The values of the good rows, and line and column of the bad ones."""
    reading = Reading(read_csv(path), KNOWN)
    values = [figure.value for figure in reading.figures()]
    return values, [(fault.row.line, fault.column) for fault in reading.bad]


def test_good_rows_become_figures_and_bad_rows_are_named_by_line_and_column(tmp_path: Path) -> None:
    """All bad rows are found, not only the first."""
    path = written(
        tmp_path,
        HEADER + 'returned,"fewer than 400",A,2024-04-04\nreturned,"19,5000",A,2024-04-04\nkiled,1,A,2024-04-04\n'
        'returned,seven,,2024-04-04\nreturned,388,A,2024-04-31\nreturned,9,A\nabducted,"at least 19,500",A,2024\n',
    )

    assert (
        ["fewer than 400", "at least 19,500"],
        [(3, "value"), (4, "indicator"), (5, "source"), (6, "as_of"), (7, "row")],
    ) == read(path)


def test_a_quoted_cell_over_several_lines_does_not_shift_the_line_numbers(tmp_path: Path) -> None:
    """A row is called by the line on which it starts."""
    path = written(
        tmp_path,
        'indicator,value,source,as_of,quote\nreturned,1,A,2024,"two\nlines"\nreturned,x,A,2024,\n',
    )

    assert (["1"], [(4, "value")]) == read(path)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("\ufeff" + HEADER + "returned,7,A,2024\n", "figures.csv"),
        (HEADER.replace("\n", "\r\n") + "returned,7,A,2024\r\n\r\n", "figures.CSV"),
        (HEADER.replace(",", "\t") + "returned\t7\tA\t2024\n", "figures.tsv"),
        ("id,Value , INDICATOR,source,published,coder\nf1,7,returned,A,2024,x\n", "figures.csv"),
        (HEADER + "returned,'+7,A,2024\n", "figures.csv"),
    ],
)
def test_the_ways_in_which_spreadsheets_write_are_read(tmp_path: Path, text: str, name: str) -> None:
    """Byte order marks, line ends, tabs, other columns, any order and neutralised cells are no obstacle."""
    values, bad = read(written(tmp_path, text, name))

    assert ([True], []) == ([value in ("7", "+7") for value in values], bad)


@pytest.mark.parametrize(
    ("text", "name", "complaint"),
    [
        ("", "figures.csv", "is empty"),
        ("value,source,as_of\n", "figures.csv", "no column indicator"),
        ("indicator,value,source\n", "figures.csv", "neither as_of nor published"),
        ("indicator,value,value,source,as_of\n", "figures.csv", "stands twice"),
        (b"PK\x03\x04rest", "figures.csv", "not CSV but a ZIP or XLSX file"),
        (b"SQLite format 3\x00", "figures.csv", "an SQLite database"),
        (b"\xff\xfei\x00", "figures.csv", "UTF-16"),
        (b"%PDF-1.7", "figures.tsv", "not TSV but a PDF file"),
        ('[{"indicator": 1}]', "figures.csv", "looks like JSON"),
        ("<html>", "figures.csv", "looks like JSON or HTML"),
        (b"indicator,\x00", "figures.csv", "is not text"),
        (HEADER.encode() + "returned,сім".encode("cp1251"), "figures.csv", "not UTF-8"),
        (HEADER + 'returned,"7\n', "figures.csv", "cannot be taken apart"),
        (HEADER, "figures.xls", "expected .csv or .tsv"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused_whole(
    tmp_path: Path, text: str | bytes, name: str, complaint: str
) -> None:
    """The error names the file and says in one line what is wrong with it."""
    path = written(tmp_path, text, name)

    with pytest.raises(WrongUse) as caught:
        read(path)

    assert str(path) in str(caught.value)
    assert complaint in str(caught.value)


@pytest.mark.parametrize("name", ["absent.csv", "folder.csv"])
def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path, name: str) -> None:
    """A path that leads nowhere, or to a folder."""
    (tmp_path / "folder.csv").mkdir()

    with pytest.raises(WrongUse, match="cannot be read"):
        read(tmp_path / name)


def test_rows_come_one_by_one(tmp_path: Path) -> None:
    """The first row is there before the file has been read to its end."""
    rows: Iterator[Row] = read_csv(written(tmp_path, HEADER + "returned,7,A,2024\n" * 3 + 'returned,"'))

    assert Row(2, Entry("returned", "7", source="A", as_of="2024")) == next(rows)


def test_bad_rows_are_written_so_that_they_can_be_mended_and_imported(tmp_path: Path) -> None:
    """The file of bad rows has the import columns and says what was wrong; formulas in it are neutralised."""
    entry = Entry("returned", "=1+1", source="A", as_of="2024")
    path = tmp_path / "bad.csv"

    write_bad_rows(path, [BadRow(Row(7, entry), "value", "is no number")])

    (row,) = list(read_csv(path))
    assert entry == row.entry
    assert "'=1+1" in path.read_text()
    assert "7,value,is no number" in path.read_text()


def test_bad_rows_never_overwrite_a_file(tmp_path: Path) -> None:
    """What stands there may be somebody's work; the same rows again need no second file."""
    path = written(tmp_path, "precious", "bad.csv")
    bad = [BadRow(Row(7, Entry(value="x")), "value", "is no number")]

    assert path.with_name("bad-2.csv") == write_bad_rows(path, bad)
    assert path.with_name("bad-2.csv") == write_bad_rows(path, bad)
    assert path.with_name("bad-3.csv") == write_bad_rows(path, [])
    assert "precious" == path.read_text()


def test_bad_rows_that_cannot_be_written_are_an_error(tmp_path: Path) -> None:
    """A folder that is not there is not made."""
    with pytest.raises(WrongUse, match="cannot be written"):
        write_bad_rows(tmp_path / "absent" / "bad.csv", [])
