"""Rows of a file on their way to becoming figures, and the bad ones among them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tracker.domain.errors import WrongUse
from tracker.domain.figure import Figure
from tracker.wording.entry import CODED_COLUMNS, COLUMNS, BadField, Entry, Known, figure_of

REQUIRED = ("indicator", "value", "source")
DATED = ("as_of", "published")


class Row(NamedTuple):
    """One row of a file.

    Attributes:
        line: the line of the file on which the row starts, counted from 1.
        entry: the words of its cells; those of columns that tracker does not read are left out.
        problem: why the row could not be taken apart into columns; empty where it could.
    """

    line: int
    entry: Entry
    problem: str = ""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be recorded.

    Attributes:
        row: the row as read.
        column: the column that cannot be used.
        problem: what was read and what was expected.
    """

    row: Row
    column: str
    problem: str


@dataclass(slots=True)
class Reading:
    """Figures read from rows, one by one, while bad rows gather on the side."""

    rows: Iterator[Row]
    known: Known
    bad: list[BadRow] = field(default_factory=list)

    def figures(self) -> Iterator[Figure]:
        """Every good row as a figure, in the order of the file."""
        for row in self.rows:
            if row.problem:
                self.bad.append(BadRow(row, "row", row.problem))
                continue
            try:
                yield figure_of(row.entry, self.known)
            except BadField as fault:
                self.bad.append(BadRow(row, fault.column, fault.problem))


def check_header(path: Path, header: list[str]) -> list[str]:
    """The header's columns in the words of the contract; unknown ones are not read.

    Raises:
        WrongUse: where a required column is missing or one stands twice.
    """
    names = [name.strip().casefold() for name in header]
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        raise WrongUse(f"{path}: the column {twice[0]} stands twice in the header: keep one")
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise WrongUse(f"{path}: the header has no column {', '.join(missing)}: {_expected()}")
    if not any(name in names for name in DATED):
        raise WrongUse(f"{path}: the header has neither as_of nor published: {_expected()}")
    return names


def _expected() -> str:
    return f"expected {','.join(COLUMNS)} and, where figures are coded, {','.join(CODED_COLUMNS)}"
