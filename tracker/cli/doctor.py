"""`tracker doctor`: is everything in order?"""

import typer

from tracker import __version__
from tracker.cli.console import remark, say, table
from tracker.cli.options import Store, open_ledger
from tracker.domain.errors import TrackerError

EXAMPLE = "Example: tracker doctor --db figures.db."


def command(context: typer.Context, store: Store = None) -> None:
    """Say whether all is in order.

    Which store is used, what it holds, whether its pages and references are sound, and which versions run. Archived
    files are read again, and those that are missing or altered are named. Whether anything in the store was changed
    past tracker is for `tracker verify` to say.
    """
    import platform

    with open_ledger(context, store) as ledger:
        counts, faults, head = ledger.counts(), ledger.faults(), ledger.head()
        lost = ledger.evidence_faults()
        rows: list[tuple[str, ...]] = [
            ("tracker", __version__),
            ("Python", platform.python_version()),
            ("store", ledger.location),
            ("database", ledger.product),
            ("schema", ledger.schema()),
            ("figures", f"{counts.figures:,} in force, {counts.versions:,} versions"),
            ("sources", f"{counts.sources:,}"),
            ("places", f"{counts.places:,}"),
            ("journal", f"{head.entry:,} entries, head {head.hash}" if head else "empty"),
            ("evidence", f"{counts.evidence:,} archived files"),
            ("sound", "no" if faults or lost else "yes"),
        ]
        say(table(rows))
        if faults:
            raise TrackerError(f"{ledger.location} is damaged ({faults[0]}): put a sound copy in its place")
        for fault in lost:
            remark(fault)
        if lost:
            raise TrackerError(f"{len(lost):,} of {counts.evidence:,} archived files are missing or altered, see above")
