"""`tracker import`: record the figures of a file."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.console import remark, say
from tracker.cli.options import Author, Store, now, open_to_write, today
from tracker.domain.errors import TrackerError, WrongUse

if TYPE_CHECKING:
    from tracker.domain.figure import Figure
    from tracker.exchange.rows import BadRow

EXAMPLE = """\
Example: tracker import figures.csv --skip-bad. Columns: indicator, value, basis, as_of, since, source, publisher,
published, place, url, quote, note; only indicator, value, source and one of as_of, published are required; low and
high where the value is in a language that tracker does not read."""

_SHOWN_EVERY = 5_000


class BadRowsFound(TrackerError):  # noqa: N818 - it names what was found
    """Rows that cannot be recorded; raised inside the transaction, so that nothing is."""

    exit_code = WrongUse.exit_code


def command(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV or TSV file in UTF-8.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and check everything, record nothing.")] = False,
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="Record the good rows, write the bad ones to a file.")
    ] = False,
    bad_rows: Annotated[
        Path | None, typer.Option(help="Where --skip-bad writes them. Default: FILE's name with -bad, in this folder.")
    ] = None,
    author: Author = None,
    store: Store = None,
) -> None:
    """Record the figures of a file, all or none.

    Aggregates only: never a child's name.

    Importing the same file again records nothing.
    """
    from tracker.exchange.csv_reader import read_csv
    from tracker.exchange.rows import Reading
    from tracker.wording.entry import Known

    with open_to_write(context, store, author) as ledger:
        known = Known.of((known.name for known in ledger.indicators()), ledger.places(), today())
        reading = Reading(read_csv(path), known)
        if dry_run:
            good = sum(1 for _ in _shown(reading.figures()))
            _report_bad(path, reading.bad)
            say(f"{path}: {good:,} good rows, {len(reading.bad):,} bad rows; nothing was recorded (--dry-run)")
            raise typer.Exit(WrongUse.exit_code if reading.bad and not skip_bad else 0)
        recorded = ledger.record(_unless_bad(reading.figures(), reading.bad, path, skip_bad=skip_bad), at=now())
        new = sum(one.new for one in recorded)
    say(f"{path}: {new:,} figures recorded, {len(recorded) - new:,} already recorded, {len(reading.bad):,} bad rows")
    if reading.bad:
        _report_bad(path, reading.bad)
        _write_bad(bad_rows or Path(f"{path.stem}-bad.csv"), reading.bad)


def _unless_bad(figures: Iterable["Figure"], bad: list["BadRow"], path: Path, *, skip_bad: bool) -> Iterator["Figure"]:
    yield from _shown(figures)
    if bad and not skip_bad:
        _report_bad(path, bad)
        raise BadRowsFound(
            f"{path}: {len(bad):,} bad rows, so nothing was recorded: mend them, or record the others with --skip-bad"
        )


def _shown(figures: Iterable["Figure"]) -> Iterator["Figure"]:
    """The figures, with their number on the terminal while a long file is read."""
    show = sys.stderr.isatty()
    number = 0
    for number, figure in enumerate(figures, 1):
        if show and number % _SHOWN_EVERY == 0:
            print(f"\r{number:,} rows", end="", file=sys.stderr, flush=True)
        yield figure
    if show and number >= _SHOWN_EVERY:
        print("\r", end="", file=sys.stderr, flush=True)


def _report_bad(path: Path, bad: list["BadRow"]) -> None:
    for fault in bad:
        remark(f"{path}:{fault.row.line}: {fault.column}: {fault.problem}")


def _write_bad(path: Path, bad: list["BadRow"]) -> None:
    from tracker.exchange.bad_rows import write_bad_rows

    written = write_bad_rows(path, bad)
    remark(f"The bad rows are in {written}: mend them there and import that file.")
