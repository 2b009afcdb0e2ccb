"""The state of each indicator on one day, a row each: bounds, last figure, last change, findings."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.bounds import DayBounds
from tracker.domain.figure import RecordedFigure
from tracker.domain.finding import Severity
from tracker.reporting.panel import Panel


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A day on which the provable minimum rose, with the joint bounds before and from that day on.

    Where nothing bounds the count from below, a day on which its upper bound changed.

    Attributes:
        on: the day.
        before: None where nothing bounded the count before.
        after: the bounds from `on`.
    """

    on: date
    before: DayBounds | None
    after: DayBounds


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewRow:
    """One indicator at one place, on one day.

    Attributes:
        indicator: what is counted.
        place: where.
        low: at least so many at the end of the day; None where open.
        high: at most so many at the end of the day; None where open.
        last: the figure that speaks of the latest day up to then, a total before a batch of the same day.
        change: the last change up to that day; None where nothing was ever bounded.
        figures: how many figures speak of the days up to then.
        findings: how many findings of each severity.
    """

    indicator: str
    place: str
    low: int | None
    high: int | None
    last: RecordedFigure | None
    change: Change | None
    figures: int
    findings: dict[Severity, int]


def overview(panels: Sequence[Panel], on: date) -> list[OverviewRow]:
    """The rows for `panels`, in their order, as at the end of the day `on`."""
    return [_row(panel, on) for panel in panels]


def _row(panel: Panel, on: date) -> OverviewRow:
    now = panel.bounds_on(on)
    figures = [figure for figure in panel.figures if figure.as_of.first <= on]
    severities = Counter(finding.severity for finding in panel.findings)
    return OverviewRow(
        indicator=panel.indicator,
        place=panel.place,
        low=now.low if now else None,
        high=now.high if now else None,
        last=max(figures, key=_recency, default=None),
        change=_last_change(panel.bounds, on),
        figures=len(figures),
        findings={severity: severities[severity] for severity in Severity},
    )


def _recency(figure: RecordedFigure) -> tuple[date, bool, date, int]:
    return figure.as_of.last, figure.basis == "total", figure.known_by, figure.id


def _last_change(bounds: Sequence[DayBounds], on: date) -> Change | None:
    change = None
    before: DayBounds | None = None
    for row in bounds:
        if row.on > on:
            break
        if _is_news(row, before):
            change = Change(on=row.on, before=before, after=row)
        before = row
    return change


def _is_news(row: DayBounds, before: DayBounds | None) -> bool:
    # From day to day an upper bound only loosens, as it comes from later figures; a rise of the lower one is the news.
    if row.low is not None:
        return before is None or row.low != before.low
    return row.high is not None and (before is None or row.high != before.high)
