"""`tracker doctor`: is everything in order?"""

import platform

import typer

from tracker import __version__
from tracker.cli.console import say, table
from tracker.cli.options import Store, open_ledger
from tracker.domain.errors import TrackerError

NAME = "doctor"
EXAMPLE = "Example: tracker doctor --db figures.db."


def command(context: typer.Context, store: Store = None) -> None:
    """Say which store is used, what it holds, whether it is sound, and which versions run."""
    with open_ledger(context, store) as ledger:
        health = ledger.health()
    rows = [
        ("tracker", __version__),
        ("Python", platform.python_version()),
        ("store", health.location),
        ("database", health.database),
        ("schema", health.schema),
        ("figures", f"{health.figures:,} in force, {health.versions:,} versions"),
        ("sources", f"{health.sources:,}"),
        ("sound", "no: " + "; ".join(health.faults) if health.faults else "yes"),
    ]
    say(table(rows))
    if health.faults:
        raise TrackerError(f"{health.location}: the store is damaged: restore a backup")
