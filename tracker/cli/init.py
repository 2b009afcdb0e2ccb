"""`tracker init`: create a store, on request with the example figures in it."""

from typing import Annotated

import typer

from tracker.cli.console import say
from tracker.cli.options import Author, Store, now, open_to_write, today
from tracker.domain.errors import TrackerError, WrongUse
from tracker.domain.figure import Figure

EXAMPLE = "Example: tracker init --example --db example.db."


def command(
    context: typer.Context,
    example: Annotated[bool, typer.Option("--example", help="Record the example figures too.")] = False,
    author: Author = None,
    store: Store = None,
) -> None:
    """Create the store and say where it is.

    Commands that need a store create it themselves.
    """
    with open_to_write(context, store, author) as ledger:
        say(f"The store is {ledger.location}")
        if not example:
            return
        from importlib.resources import as_file, files

        from tracker.exchange.csv_reader import read_csv
        from tracker.exchange.rows import Reading
        from tracker.wording.entry import Known

        with as_file(files("tracker.example") / "figures.csv") as path:
            known = Known.of((known.name for known in ledger.indicators()), ledger.places(), today())
            reading = Reading(read_csv(path), known)
            figures = list(reading.figures())
        if reading.bad:
            raise TrackerError(f"the example figures are damaged: {reading.bad[0].problem}: install tracker again")
        held = {_content(figure) for figure in ledger.figures(with_retracted=True)}
        if held and not held.issuperset(map(_content, figures)):
            raise WrongUse(f"{ledger.location} holds figures already: put the example elsewhere, with --db example.db")
        recorded = ledger.record(figures, at=now())
        new = sum(one.new for one in recorded)
    say(f"{new:,} example figures recorded, {len(recorded) - new:,} already there")


def _content(figure: Figure) -> tuple[str, ...]:
    return (figure.indicator, figure.value, str(figure.as_of), figure.source, figure.publisher, figure.url)
