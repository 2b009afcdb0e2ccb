"""`tracker check`: what cannot all be true, and what else needs a decision."""

from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.console import paint, remark, say, say_json
from tracker.cli.options import AsJson, Store, open_ledger, require_indicators, today
from tracker.domain.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.domain.figure import RecordedFigure
    from tracker.domain.finding import Finding

NAME = "check"
EXAMPLE = "Example: tracker check returned --severity error."
_GRAVEST_FIRST = tuple(Severity)


def command(
    context: typer.Context,
    indicators: Annotated[list[str] | None, typer.Argument(metavar="[INDICATOR]...", help="Only these.")] = None,
    severity: Annotated[Severity, typer.Option(help="The least severity to report.")] = Severity.NOTE,
    as_json: AsJson = False,
    store: Store = None,
) -> None:
    """Prove what cannot all be true.

    Holds all figures against each other. Exit code 1 where anything is found.
    """
    from tracker.consistency.book import Book
    from tracker.consistency.causes import explained
    from tracker.consistency.checks import findings
    from tracker.consistency.examination import examine

    with open_ledger(context, store) as ledger:
        require_indicators(ledger, indicators)
        book = Book.of(ledger.figures(), ledger.sources(), today())
    examined = examine(book)
    found = [
        finding
        for finding in findings(examined)
        if (not indicators or finding.indicator in indicators)
        and _GRAVEST_FIRST.index(finding.severity) <= _GRAVEST_FIRST.index(severity)
    ]
    found = explained(found, examined)
    count = sum(not indicators or figure.indicator in indicators for figure in book.figures)
    if as_json:
        say_json(_document(found, book.by_id, count))
    else:
        _print(found, book.by_id, count)
    if found:
        raise typer.Exit(1)


def _document(found: list["Finding"], figures: "Mapping[int, RecordedFigure]", count: int) -> dict[str, object]:
    from tracker.wording.causes import cause_text
    from tracker.wording.proofs import claim_text, message

    return {
        "findings": [
            {
                "id": finding.id,
                "check": finding.check,
                "severity": finding.severity.value,
                "indicator": finding.indicator,
                "place": finding.place,
                "sources": list(finding.sources),
                "figures": list(finding.figures),
                "misses_by": finding.misses_by,
                "message": message(finding, figures, "en"),
                "proof": [{"figure": step.figure, "claims": claim_text(step)} for step in finding.proof],
                "causes": [cause_text(cause.kind, "en", **dict(cause.facts)) for cause in finding.causes],
                "set_aside": list(finding.set_aside),
                "waived": None,
            }
            for finding in found
        ],
        "counts": {**_counts(found), "waived": 0},
        "figures": count,
    }


def _counts(found: list["Finding"]) -> dict[str, int]:
    return {severity.value: sum(finding.severity is severity for finding in found) for severity in Severity}


def _print(found: list["Finding"], figures: "Mapping[int, RecordedFigure]", count: int) -> None:
    from tracker.wording.proofs import explain_finding

    for finding in found:
        headline, _, rest = explain_finding(finding, figures, "en").partition("\n")
        say(f"{paint(headline, finding.severity.value)}\n{rest}\n")
    counts = ", ".join(
        f"{number:,} {severity}{'' if number == 1 else 's'}" for severity, number in _counts(found).items() if number
    )
    remark(f"{count:,} figures: {counts or 'nothing found'}")
