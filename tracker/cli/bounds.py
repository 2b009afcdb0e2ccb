"""`tracker bounds`: what the figures jointly support, day by day."""

from datetime import date
from typing import Annotated

import typer

from tracker.cli.console import remark, say, say_json, table
from tracker.cli.examined import examined_of
from tracker.cli.options import AsJson, KnownOn, Store, day, known_by, open_ledger, require_indicators
from tracker.domain.bounds import DayBounds
from tracker.domain.errors import NothingFound
from tracker.domain.place import join_places

EXAMPLE = "Example: tracker bounds returned --on 2024-04-04."


def command(
    context: typer.Context,
    indicator: Annotated[str, typer.Argument(help="What is counted.")],
    source: Annotated[str | None, typer.Option(help="From this source's figures alone.")] = None,
    place: Annotated[list[str] | None, typer.Option(help="Where, if not the whole; may be repeated.")] = None,
    on: Annotated[str | None, typer.Option(help="On this day alone.")] = None,
    known_on: KnownOn = None,
    as_json: AsJson = False,
    store: Store = None,
) -> None:
    """Say what the figures jointly support.

    The tightest low and high, one row for each day on which one of them changes.

    Figures that cannot be true together with the others are set aside first; `tracker check` shows which and why.
    """
    chosen, then = day(on, "--on"), known_by(known_on)
    with open_ledger(context, store) as ledger:
        require_indicators(ledger, [indicator])
        examined = examined_of(ledger, then, source=source)
    where, book = join_places(place or []), examined.book
    own = source if source and book.counts_own_part(source) else None
    rows = examined.bounds(indicator, where, own)
    if chosen is not None:
        rows = _on(chosen.last, rows)
    if as_json:
        say_json(
            {
                "indicator": indicator,
                "place": where,
                "source": source,
                "bounds": [{"on": row.on.isoformat(), "low": row.low, "high": row.high} for row in rows],
            }
        )
    elif rows:
        cells = [
            (str(row.on), "…" if row.low is None else f"{row.low:,}", "…" if row.high is None else f"{row.high:,}")
            for row in rows
        ]
        say(table([("from", "low", "high"), *cells], right=frozenset({1, 2})))
        aside = sum(book.by_id[number].indicator == indicator for number in examined.set_aside)
        remark(f"{indicator}, {where}: {aside:,} figures set aside, see `tracker check {indicator}`" if aside else "")
        for one in book.breaks:
            if one.indicator == indicator and source in (None, one.source):
                remark(f"{one.source} counts something else from {one.on} on; what it said before is no part of this")
    if not rows:
        raise NothingFound(f"no figure bounds {indicator}, {where}: `tracker list {indicator}` shows what there is")


def _on(day: date, rows: tuple[DayBounds, ...]) -> tuple[DayBounds, ...]:
    """The bounds at the end of one day; before the first row only its high holds, for a count never falls."""
    if not rows:
        return ()
    holding = [row for row in rows if row.on <= day]
    low, high = (holding[-1].low, holding[-1].high) if holding else (None, rows[0].high)
    return (DayBounds(day, low, high),)
