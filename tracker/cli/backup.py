"""`tracker backup`: the store, whole, in a file of its own."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.console import remark, say
from tracker.cli.options import Store, now, open_ledger

EXAMPLE = (
    "Example: tracker backup figures-2024-04.db. From PostgreSQL: tracker backup figures.db --db postgresql://host/db."
)


def command(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The SQLite file to be written.")],
    replace: Annotated[bool, typer.Option("--replace", help="Write over a file that is there.")] = False,
    store: Store = None,
) -> None:
    """Write the whole store into a SQLite file.

    Others may go on writing meanwhile.
    The file is read again and held against the store before it is put in place. It is a store itself: any command
    takes it with --db. A PostgreSQL store is written into a SQLite file too, journal and all.
    """
    with open_ledger(context, store) as ledger:
        verdict = ledger.back_up(path, at=now(), replace=replace)
    if verdict.head:
        say(f"Wrote {path}: {verdict.head.entry:,} entries, head {verdict.head.hash}")
    if verdict.faults:
        remark(f"the journal has faults, in the store as in the backup: {verdict.faults[0]}; see tracker verify")
        raise typer.Exit(1)
