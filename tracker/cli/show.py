"""`tracker show`: one figure with all that is known of it."""

from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.console import say, say_json, table
from tracker.cli.options import AsJson, Store, open_ledger
from tracker.domain.errors import NothingFound
from tracker.wording.columns import columns_of

if TYPE_CHECKING:
    from tracker.domain.figure import RecordedFigure
    from tracker.store.ledger import Store as Ledger

NAME = "show"
EXAMPLE = "Example: tracker show 12."


def command(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="ID", help="The figure's number.")],
    as_json: AsJson = False,
    store: Store = None,
) -> None:
    """Show one figure with its history.

    Its words, what they mean, who said it, where and when.
    """
    with open_ledger(context, store) as ledger:
        versions = versions_of(ledger, number)
    latest = versions[-1]
    if as_json:
        say_json(columns_of(latest))
        return
    rows = [(name, "" if cell is None else str(cell)) for name, cell in columns_of(latest).items()]
    if latest.archive:
        rows.append(("archive", f"sha256:{latest.archive}"))
    say(table([row for row in rows if row[1]]))
    for version in versions[1:]:
        say(f"version {version.version}, {version.status} {version.recorded_at:%Y-%m-%d}: {version.because}")


def versions_of(ledger: "Ledger", number: int) -> list["RecordedFigure"]:
    """All versions of a figure, oldest first.

    Raises:
        NothingFound: where there is no figure of that number.
    """
    versions = ledger.versions(number)
    if not versions:
        raise NothingFound(f"there is no figure {number}: `tracker list` shows their numbers")
    return versions
