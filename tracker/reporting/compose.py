"""Which figures a chart draws, and how: from panels to a drawing."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.bounds import DayBounds
from tracker.domain.errors import NothingFound
from tracker.domain.figure import Basis, RecordedFigure
from tracker.domain.finding import Finding, Severity
from tracker.reporting.crowd import DENSE, envelope
from tracker.reporting.drawing import Conflict, Drawing, Mark, PanelDrawing, shape_of
from tracker.reporting.panel import Panel

NAMED_SOURCES = 4
"""How many sources have a colour of their own; more could not be told apart by every reader."""

_GRAVEST_FIRST = {severity: rank for rank, severity in enumerate((Severity.ERROR, Severity.WARNING, Severity.NOTE))}


def compose(panels: Sequence[Panel], *, since: date | None = None, until: date | None = None) -> Drawing:
    """Decide what is drawn of `panels` between two days, both included; None leaves that side to the figures.

    Raises:
        NothingFound: when no figure with a number speaks of these days.
    """
    inside = [_within(panel.figures, since, until) for panel in panels]
    kept = [(panel, figures) for panel, figures in zip(panels, inside, strict=True) if any(map(_has_number, figures))]
    if not kept:
        raise NothingFound(_nothing(panels, since, until))
    drawn = [[figure for figure in figures if _is_drawn(figure, panel)] for panel, figures in kept]
    everything = tuple(figure for figures in drawn for figure in figures) or tuple(kept[0][1])
    start = since or min(_first(figure) for figure in everything)
    end = until or max(figure.as_of.last for figure in everything)
    conflicts = _conflicts([panel for panel, _ in kept], {figure.id for figure in everything})
    named = _named(drawn)
    choice = _Choice(start=start, end=end, rings=_rings(conflicts), named=named)
    return Drawing(
        start=start,
        end=end,
        panels=tuple(
            choice.panel(panel, shown, len(figures) - len(shown))
            for (panel, figures), shown in zip(kept, drawn, strict=True)
        ),
        conflicts=conflicts,
        named=named,
        figures=everything,
    )


def _within(figures: Iterable[RecordedFigure], since: date | None, until: date | None) -> list[RecordedFigure]:
    first, last = since or date.min, until or date.max
    return [figure for figure in figures if figure.as_of.last >= first and _first(figure) <= last]


def _first(figure: RecordedFigure) -> date:
    return figure.since.first if figure.since else figure.as_of.first


def _has_number(figure: RecordedFigure) -> bool:
    return figure.bounds.low is not None or figure.bounds.high is not None


def _is_drawn(figure: RecordedFigure, panel: Panel) -> bool:
    return _has_number(figure) and (figure.place == panel.place or figure.basis is Basis.EVENT)


def _nothing(panels: Sequence[Panel], since: date | None, until: date | None) -> str:
    names = ", ".join(panel.indicator for panel in panels) or "no indicator"
    days = " ".join(
        f"{word} {day.isoformat()}" for word, day in (("since", since), ("until", until)) if day is not None
    )
    return (
        f"nothing to draw: no figure with a number on {names}{days and ' ' + days}; `tracker list` shows what there is"
    )


def _conflicts(panels: Sequence[Panel], drawn: set[int]) -> tuple[Conflict, ...]:
    proven = {
        finding.id: finding
        for panel in panels
        for finding in panel.findings
        if finding.proof and drawn.intersection(finding.figures)
    }
    wanted = {number for finding in proven.values() for number in finding.figures}
    known = {figure.id: figure for panel in panels for figure in panel.figures if figure.id in wanted}
    ordered = sorted(
        proven.values(), key=lambda finding: (_GRAVEST_FIRST[finding.severity], -(finding.misses_by or 0), finding.id)
    )
    return tuple(
        Conflict(number=number, finding=finding, figures=_in_words(finding, known))
        for number, finding in enumerate(ordered, 1)
    )


def _in_words(finding: Finding, known: Mapping[int, RecordedFigure]) -> tuple[RecordedFigure, ...]:
    ordered = sorted(finding.figures, key=lambda number: (number not in finding.set_aside, number))
    return tuple(known[number] for number in ordered if number in known)


def _rings(conflicts: Iterable[Conflict]) -> dict[int, tuple[int, ...]]:
    rings: dict[int, tuple[int, ...]] = {}
    for conflict in conflicts:
        for figure in conflict.finding.figures:
            rings[figure] = (*rings.get(figure, ()), conflict.number)
    return rings


def _named(drawn: Iterable[Sequence[RecordedFigure]]) -> tuple[str, ...]:
    # The largest share in any panel counts, so that a panel with few figures has named sources too.
    shares: dict[str, float] = {}
    for figures in drawn:
        totals = [figure.source for figure in figures if figure.basis is Basis.TOTAL]
        for source, number in Counter(totals).items():
            shares[source] = max(shares.get(source, 0.0), number / len(totals))
    return tuple(sorted(shares, key=lambda source: (-shares[source], source))[:NAMED_SOURCES])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """What was decided for all panels together."""

    start: date
    end: date
    rings: dict[int, tuple[int, ...]]
    named: tuple[str, ...]

    def panel(self, panel: Panel, figures: Sequence[RecordedFigure], undrawn: int) -> PanelDrawing:
        aside = frozenset(panel.set_aside)
        by_basis: dict[Basis, list[RecordedFigure]] = {basis: [] for basis in Basis}
        for figure in figures:
            by_basis[figure.basis].append(figure)
        notable = {*aside, *self.rings}
        totals, crowd = _thinned(by_basis[Basis.TOTAL], notable, self.named)
        batches, crowd_of_batches = _thinned(by_basis[Basis.EVENT], notable, self.named)
        return PanelDrawing(
            indicator=panel.indicator,
            definition=panel.definition,
            place=panel.place,
            totals=self._marks(totals, panel, aside),
            batches=self._marks(batches, panel, aside),
            periods=self._marks(by_basis[Basis.PERIOD], panel, aside),
            band=_band(panel.bounds, self.start, self.end),
            breaks=tuple((source, day) for source, day in panel.breaks if self.start <= day <= self.end),
            undrawn=undrawn,
            crowd=envelope(crowd, self.start, self.end) if crowd else (),
            crowded=len(crowd),
            crowd_of_batches=envelope(crowd_of_batches, self.start, self.end) if crowd_of_batches else (),
            crowded_batches=len(crowd_of_batches),
        )

    def _marks(self, figures: Iterable[RecordedFigure], panel: Panel, aside: frozenset[int]) -> tuple[Mark, ...]:
        marks = [
            Mark(
                figure=figure.id,
                shape=shape_of(figure.bounds.low, figure.bounds.high),
                first=_first(figure),
                last=figure.as_of.last,
                low=figure.bounds.low,
                high=figure.bounds.high,
                source=figure.source,
                value=figure.value,
                aside=figure.id in aside,
                part=figure.place != panel.place,
                rings=self.rings.get(figure.id, ()),
            )
            for figure in figures
        ]
        return tuple(sorted(marks, key=lambda mark: (mark.last, mark.first, mark.figure)))


def _thinned(
    figures: Sequence[RecordedFigure], notable: set[int], named: tuple[str, ...]
) -> tuple[Sequence[RecordedFigure], Sequence[RecordedFigure]]:
    """The figures that get marks of their own, and the crowd that does not: none while there is room for all.

    Out of a crowd those set aside or in a conflict still get marks, and so do the first and the last of all and the
    last of each named source, which the words of the chart speak of.
    """
    if len(figures) <= DENSE:
        return figures, ()
    ordered = sorted(figures, key=lambda figure: (figure.as_of.last, figure.as_of.first, figure.id))
    latest = {figure.source: figure.id for figure in ordered}
    wanted = notable | {latest[source] for source in named if source in latest} | {ordered[0].id, ordered[-1].id}
    return [figure for figure in ordered if figure.id in wanted], [
        figure for figure in ordered if figure.id not in wanted
    ]


def _band(bounds: Sequence[DayBounds], start: date, end: date) -> tuple[DayBounds, ...]:
    before = [row for row in bounds if row.on <= start]
    return (*before[-1:], *(row for row in bounds if start < row.on <= end))
