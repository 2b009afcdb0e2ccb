"""`tracker check`: what cannot all be true, and what else needs a decision."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.console import paint, remark, say, say_json
from tracker.cli.examined import checked
from tracker.cli.options import AsJson, KnownOn, Lang, Language, Store, known_by, open_ledger, require_indicators
from tracker.domain.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.cli.examined import Checked
    from tracker.consistency.examination import Examination
    from tracker.consistency.independence import Independence
    from tracker.domain.decision import Waiver
    from tracker.domain.figure import RecordedFigure
    from tracker.domain.finding import Finding

EXAMPLE = "Example: tracker check returned --severity error."
_GRAVEST_FIRST = tuple(Severity)


def command(
    context: typer.Context,
    indicators: Annotated[list[str] | None, typer.Argument(metavar="[INDICATOR]...", help="Only these.")] = None,
    severity: Annotated[Severity, typer.Option(help="The least severity to report.")] = Severity.NOTE,
    with_waived: Annotated[bool, typer.Option("--waived", help="Print what people let stand, too.")] = False,
    known_on: KnownOn = None,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
    store: Store = None,
) -> None:
    """Prove what cannot all be true.

    Holds all figures against each other. Exit code 1 where anything is found that nobody waived.
    """
    then = known_by(known_on)
    with open_ledger(context, store) as ledger:
        require_indicators(ledger, indicators)
        found = checked(ledger, then)
        report = _report(found, indicators, severity, lang.value)
        if as_json:
            say_json(_document(report))
        else:
            _print(report, with_waived=with_waived)
    if report.standing:
        raise typer.Exit(1)


def _report(found: "Checked", indicators: list[str] | None, severity: Severity, lang: str) -> "_Report":
    standing = tuple(finding for finding in found.held.standing if _is_wanted(finding, indicators, severity))
    names = {finding.id for finding in standing}
    figures, rests_on = found.count(indicators or None)
    return _Report(
        examined=found.examined,
        standing=standing,
        waived=tuple(one for one in found.held.waived if _is_wanted(one[0], indicators, severity)),
        outdated=tuple(waiver for waiver in found.held.outdated if waiver.finding in names),
        # What is gone has no indicator, so it is told where all is looked at.
        obsolete=() if indicators else found.held.obsolete,
        by_id=found.figures,
        figures=figures,
        rests_on=rests_on,
        lang=lang,
    )


@dataclass(frozen=True, slots=True)
class _Report:
    examined: "Examination | None"
    standing: tuple["Finding", ...]
    waived: tuple[tuple["Finding", "Waiver"], ...]
    outdated: tuple["Waiver", ...]
    obsolete: tuple["Waiver", ...]
    by_id: "Mapping[int, RecordedFigure]"
    figures: int
    rests_on: "Independence"
    lang: str

    @property
    def counts(self) -> dict[str, int]:
        counts = {severity.value: sum(one.severity is severity for one in self.standing) for severity in Severity}
        return {**counts, "waived": len(self.waived)}

    def explained(self) -> list[tuple["Finding", "Waiver | None"]]:
        """All findings with their likely causes, those that stand first."""
        found = [*self.standing, *(finding for finding, _ in self.waived)]
        if self.examined:
            from tracker.consistency.causes import explained

            found = explained(found, self.examined)
        waivers = [*([None] * len(self.standing)), *(waiver for _, waiver in self.waived)]
        return list(zip(found, waivers, strict=True))


def _is_wanted(finding: "Finding", indicators: list[str] | None, least: Severity) -> bool:
    return (not indicators or finding.indicator in indicators) and (
        _GRAVEST_FIRST.index(finding.severity) <= _GRAVEST_FIRST.index(least)
    )


def _document(report: _Report) -> dict[str, object]:
    return {
        "findings": [_object(finding, waiver, report) for finding, waiver in report.explained()],
        "counts": report.counts,
        "obsolete_waivers": [
            {"finding": one.finding, "check": one.check, "figures": list(one.figures), **_decided(one)}
            for one in report.obsolete
        ],
        "figures": report.figures,
    }


def _object(finding: "Finding", waiver: "Waiver | None", report: _Report) -> dict[str, object]:
    from tracker.wording.causes import cause_text
    from tracker.wording.proofs import claim_text, message

    return {
        "id": finding.id,
        "check": finding.check,
        "severity": finding.severity.value,
        "indicator": finding.indicator,
        "place": finding.place,
        "sources": list(finding.sources),
        "figures": list(finding.figures),
        "misses_by": finding.misses_by,
        "message": message(finding, report.by_id, report.lang),
        "proof": [{"figure": step.figure, "claims": claim_text(step)} for step in finding.proof],
        "causes": [cause_text(cause.kind, report.lang, **dict(cause.facts)) for cause in finding.causes],
        "set_aside": list(finding.set_aside),
        "waived": waiver and _decided(waiver),
    }


def _decided(waiver: "Waiver") -> dict[str, str]:
    return {"because": waiver.because, "author": waiver.author, "recorded_at": waiver.recorded_at.isoformat()}


def _print(report: _Report, *, with_waived: bool) -> None:
    from tracker.wording.decisions import waiver_text
    from tracker.wording.proofs import explain_finding

    for finding, waiver in report.explained():
        if waiver is None or with_waived:
            headline, _, rest = explain_finding(finding, report.by_id, report.lang).partition("\n")
            note = f"  It is {waiver_text(waiver)}\n" if waiver else ""
            say(f"{paint(headline, finding.severity.value)}\n{rest}\n{note}")
    for waiver in report.outdated:
        remark(f"{waiver.finding} was {waiver_text(waiver)}; it is back, for a figure has changed since")
    for waiver in report.obsolete:
        remark(
            f"obsolete: {waiver.finding} is gone, but was {waiver_text(waiver)}; "
            f"to end that: tracker waive {waiver.finding} --withdraw --because WHY"
        )
    remark(f"{_looked_at(report)}: {_counted(report.counts) or 'nothing found'}")


def _looked_at(report: _Report) -> str:
    pages, sources = report.rests_on
    return f"{report.figures:,} figures, {pages:,} page{'s'[: pages != 1]}, {sources:,} source{'s'[: sources != 1]}"


def _counted(counts: dict[str, int]) -> str:
    several = {name: name if name == "waived" else f"{name}s" for name in counts}
    return ", ".join(
        f"{number:,} {name if number == 1 else several[name]}" for name, number in counts.items() if number
    )
