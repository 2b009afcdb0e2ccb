"""`tracker list`: the figures in force."""

from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.console import remark, say, say_json, table
from tracker.cli.options import AsJson, Public, Store, day, open_ledger
from tracker.domain.errors import NothingFound
from tracker.domain.place import join_places

if TYPE_CHECKING:
    from tracker.domain.figure import RecordedFigure

EXAMPLE = """\
Examples: tracker list returned --source "Children of War" --since 2024-01; tracker list --public --json."""


def command(
    context: typer.Context,
    indicator: Annotated[str | None, typer.Argument(help="Only this indicator.")] = None,
    source: Annotated[str | None, typer.Option(help="Only what this source counted or claimed.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Only what was read there.")] = None,
    place: Annotated[list[str] | None, typer.Option(help="Only this place; may be repeated for a joint one.")] = None,
    since: Annotated[str | None, typer.Option(help="Only figures that speak of this day or later.")] = None,
    until: Annotated[str | None, typer.Option(help="Only figures that speak of this day or earlier.")] = None,
    public: Public = False,
    as_json: AsJson = False,
    store: Store = None,
) -> None:
    """List the figures in force.

    They come in the order of the days they speak of.
    """
    first, last = day(since, "--since"), day(until, "--until")
    with open_ledger(context, store, public=public) as ledger:
        figures = [
            figure
            for figure in ledger.figures(
                indicator=indicator, source=source, publisher=publisher, place=join_places(place) if place else None
            )
            if (first is None or figure.as_of.last >= first.first) and (last is None or figure.as_of.first <= last.last)
        ]
    if as_json:
        from tracker.wording.columns import columns_of

        say_json([columns_of(figure) for figure in figures])
    elif figures:
        say(_listing(figures))
        remark(f"{len(figures):,} figures")
    if not figures:
        raise NothingFound("no figure fits: `tracker list` without filters shows all, `tracker add` records one")


def _listing(figures: list["RecordedFigure"]) -> str:
    header = ("id", "as of", "indicator", "basis", "value", "bounds", "place", "source", "publisher")
    rows = [
        (
            str(figure.id),
            f"{figure.since}…{figure.as_of}" if figure.since else str(figure.as_of),
            figure.indicator,
            figure.basis,
            figure.value,
            str(figure.bounds),
            figure.place,
            figure.source,
            "" if figure.first_hand else figure.publisher,
        )
        for figure in figures
    ]
    return table([header, *rows], right=frozenset({0}))
