"""`tracker break`: a day on which a source changed what it counts."""

from datetime import date
from typing import Annotated

import typer

from tracker.cli.console import say
from tracker.cli.options import Author, Because, Store, day, now, open_to_write, require_indicators, require_reason
from tracker.domain.decision import Break
from tracker.domain.errors import WrongUse
from tracker.domain.source import UNATTRIBUTED

EXAMPLE = """\
Example: tracker break returned --source "Ministry of Reintegration" --on 2024-03-01
--because "from March on its page counts children brought home by volunteers too"."""


def command(
    context: typer.Context,
    indicator: Annotated[str, typer.Argument(help="What is counted.")],
    because: Because,
    source: Annotated[str, typer.Option(help="Who counts it.")],
    on: Annotated[str, typer.Option(metavar="DAY", help="The first day on which it counts something else.")],
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Take back a break; both decisions are kept.")] = False,
    author: Author = None,
    store: Store = None,
) -> None:
    """Record a break in a source's series.

    Nothing is carried across it: figures that speak of earlier days are a count of their own, and figures whose days
    lie on both sides of it say nothing.
    """
    require_reason(because)
    given = Break(indicator, source, _day(on), because)
    if source == UNATTRIBUTED:
        raise WrongUse(f"pages that are {UNATTRIBUTED} are sources apart: a break needs a source with a name")
    with open_to_write(context, store, author) as ledger:
        require_indicators(ledger, [indicator])
        if withdraw:
            ledger.withdraw_break(given, at=now())
        else:
            ledger.record_break(given, at=now())
        figures = ledger.figures(indicator=indicator, source=source)
    if withdraw:
        say(f"Withdrew the break of {indicator}, {source}, on {given.on}, because: {because}")
        return
    before = sum(figure.as_of.last < given.on for figure in figures)
    across = sum((figure.since or figure.as_of).first < given.on <= figure.as_of.last for figure in figures)
    say(f"Recorded a break of {indicator}, {source}, on {given.on}, because: {because}")
    say(f"  figures before it, now a count of their own: {before:,}; across it, which say nothing: {across:,}")


def _day(text: str) -> date:
    span = day(text, "--on")
    if span is None or not span.is_day:
        raise WrongUse(f"--on {text}: a break needs a day, such as 2024-03-01")
    return span.first
