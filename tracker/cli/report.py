"""`tracker report`: where each indicator stands, as a table or as a chart."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.console import remark, say
from tracker.cli.examined import examined_of, found_in
from tracker.cli.options import (
    KnownOn,
    Lang,
    Language,
    Public,
    Store,
    day,
    known_by,
    open_ledger,
    require_indicators,
    today,
)
from tracker.domain.errors import NothingFound, WrongUse
from tracker.domain.place import WHOLE

if TYPE_CHECKING:
    from datetime import date

    from tracker.reporting.panel import Panel
    from tracker.store.ledger import Store as Ledger

EXAMPLE = (
    "Examples: tracker report returned; tracker report --chart -o trends.svg --since 2023; "
    "tracker report --format csv; tracker report --public --format markdown."
)
_CHART = Path("tracker-chart.png")


class Format(StrEnum):
    """How the table is written; csv is the trend, one row for each indicator and month."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    CSV = "csv"


def command(
    context: typer.Context,
    indicators: Annotated[list[str] | None, typer.Argument(metavar="[INDICATOR]...", help="Only these.")] = None,
    chart: Annotated[bool, typer.Option("--chart", help="Draw the trends: PNG, SVG or PDF, by -o's suffix.")] = False,
    since: Annotated[str | None, typer.Option(help="Show nothing before this day.")] = None,
    until: Annotated[str | None, typer.Option(help="Show nothing after this day.")] = None,
    known_on: KnownOn = None,
    public: Public = False,
    lang: Lang = Language.EN,
    form: Annotated[Format, typer.Option("--format", help="How to write the table.")] = Format.TEXT,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help=f"Where to. Default: the terminal; a chart, {_CHART}.")
    ] = None,
    store: Store = None,
) -> None:
    """Say where each indicator stands.

    Bounds now, last figure, last change, findings; or a chart of the trends.
    """
    first, last, then = day(since, "--since"), day(until, "--until"), known_by(known_on)
    start, end = first.first if first else None, last.last if last else None
    if start and end and end < start:
        raise WrongUse(f"--until {until} is before --since {since}: swap them")
    with open_ledger(context, store, public=public) as ledger:
        require_indicators(ledger, indicators)
        panels = _panels(ledger, indicators, then, conflicts_only=chart)
    if chart:
        _draw(panels, output or _CHART, start, end, lang, public=public)
    else:
        _write(_text(panels, form, start, end or then or today(), lang, public=public), output)


def _panels(
    ledger: "Ledger", indicators: list[str] | None, known_on: "date | None", *, conflicts_only: bool
) -> list["Panel"]:
    from tracker.consistency.checking import CHECKS, CONFLICTS
    from tracker.reporting.panel import Panel

    examined = examined_of(ledger, known_on)
    book = examined.book
    found = found_in(ledger, examined, known_on, checks=CONFLICTS if conflicts_only else CHECKS).standing
    aside = tuple(sorted(examined.set_aside))
    panels = [
        Panel(
            indicator=indicator.name,
            definition=indicator.definition,
            place=WHOLE,
            figures=figures,
            bounds=examined.bounds(indicator.name, WHOLE),
            findings=tuple(finding for finding in found if finding.indicator == indicator.name),
            set_aside=aside,
            breaks=tuple((one.source, one.on) for one in book.breaks if one.indicator == indicator.name),
        )
        for indicator in ledger.indicators()
        if (not indicators or indicator.name in indicators)
        and (figures := tuple(figure for figure in book.figures if figure.indicator == indicator.name))
    ]
    if not panels:
        raise NothingFound(
            "there is no figure to report: `tracker add` records one, `tracker init --example` shows how"
        )
    return panels


def _draw(
    panels: list["Panel"], path: Path, since: "date | None", until: "date | None", lang: Language, *, public: bool
) -> None:
    from tracker.reporting.chart import draw_chart

    text = draw_chart(panels, path, since=since, until=until, lang=lang.value, public=public)
    say(text.title)
    for conflict in text.conflicts:
        say(f"{conflict.number:>3}  {conflict.text}")
    say(f"The chart is {path.resolve()}")


def _text(
    panels: list["Panel"], form: Format, since: "date | None", until: "date", lang: Language, *, public: bool
) -> str:
    if form is Format.CSV:
        from tracker.reporting.trends import trends, trends_as_csv

        return trends_as_csv(trends(panels, since=since, until=until))
    from tracker.reporting.overview import overview
    from tracker.reporting.overview_text import overview_as_json, overview_as_markdown, overview_as_text

    rows = overview(panels, until)
    if form is Format.JSON:
        return overview_as_json(rows, until, public=public)
    return (overview_as_markdown if form is Format.MARKDOWN else overview_as_text)(
        rows, until, lang.value, public=public
    )


def _write(text: str, output: Path | None) -> None:
    if output is None:
        say(text.rstrip("\n"))
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise WrongUse(f"{output}: cannot be written: {error.strerror}") from None
    remark(f"Written to {output.resolve()}")
