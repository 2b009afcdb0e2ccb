"""`tracker restore`: a backup brought back as the store."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.console import remark, say
from tracker.cli.options import Store, location_of, now, open_ledger

EXAMPLE = """\
Example: tracker restore figures-2024-04.db. Into an empty PostgreSQL database: tracker restore figures.db
--db postgresql://host/db."""


def command(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The file that `tracker backup` wrote; it stays.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace a SQLite store that is there; it is kept beside the new one.")
    ] = False,
    store: Store = None,
) -> None:
    """Bring a backup back as the store, and verify it there.

    Into PostgreSQL it is copied row by row, journal and all; the database must be empty.
    """
    from tracker.store.backup import restore

    aside = restore(path, location_of(context, store), at=now(), replace=replace)
    if aside is not None:
        remark(f"the store that was there is kept in {aside}")
    with open_ledger(context, store) as ledger:
        verdict = ledger.verify()
    if verdict.head:
        say(f"Restored {ledger.location}: {verdict.head.entry:,} entries, head {verdict.head.hash}")
    if verdict.faults:
        remark(f"the journal has faults, in the backup as in the store: {verdict.faults[0]}; see tracker verify")
        raise typer.Exit(1)
