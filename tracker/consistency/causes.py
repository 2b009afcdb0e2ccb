"""Likely legitimate causes of a conflict, ranked by what the figures themselves show.

Each cause is looked for by a function of its own, which weighs its evidence from 1 to 100; what has no evidence is not
told. Figures differ for legitimate reasons far more often than not, so the causes never say whose figure is wrong. Of
equally likely ones the earlier in this list comes first:

    slip                 one slip of a finger closes the gap
    rounding             a round number, and the gap is less than what its zeros leave open
    another hedge        two figures print one number, and only their hedges exclude each other
    stale copy           a total too low for its day that had been printed, by its source or others, before
    another day          on some other day within a year the number would fit
    same batch           the proof adds reports of batches up, and two of them give near numbers
    late registration    the proof holds totals against batches, or a total fell by little
    another series       other figures of the source run along with the one set aside, or its total jumps by a fifth
    own part             another source's total is lower by a fifth or more
    another definition   the number stands under another indicator too, or sources differ by a fifth or more
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from tracker.consistency.examination import Clash, Examination, Judgement, Reach
from tracker.consistency.joint import Copies
from tracker.consistency.likely_slips import likely_slip
from tracker.consistency.series import agree, exact
from tracker.consistency.slips import printed_number
from tracker.domain.cause import Cause, RankedCause
from tracker.domain.figure import Basis, RecordedFigure
from tracker.domain.finding import Finding, Severity

_CHECKS = {Reach.SERIES: "contradiction", Reach.CELL: "dispute", Reach.RELATION: "broken-relation"}
_FIFTH = 5
_LITTLE = 50  # a fall by less than a fiftieth is a correction of the register
_TELLING = 10  # smaller numbers stand under several indicators by chance
_MONTH, _YEAR = 31, 366

Weighed = Iterator[tuple[int, RankedCause]]


def causes(clash: Clash, examined: Examination) -> tuple[RankedCause, ...]:
    """The likely causes of a conflict, most likely first, each kind once.

    Args:
        clash: one of `examined.clashes`.
        examined: the examination that it is of.
    """
    judgement = next(one for one in examined.judgements if any(clash is other for other in one.clashes))
    case = _Case(clash, judgement, examined)
    best: dict[Cause, tuple[int, RankedCause]] = {}
    for look in _LOOKS:
        for weight, cause in look(case):
            if cause.kind not in best or weight > best[cause.kind][0]:
                best[cause.kind] = (weight, cause)
    return tuple(cause for _, cause in sorted(best.values(), key=lambda weighed: -weighed[0]))


def explained(findings: Iterable[Finding], examined: Examination) -> list[Finding]:
    """The findings, each conflict among them with its likely causes.

    Causes cost a look at the whole book for each conflict, so only what is shown should be explained.
    """
    clashes = {(_CHECKS[clash.reach], clash.set_aside): clash for clash in examined.clashes}
    shown = []
    for finding in findings:
        clash = clashes.get((finding.check, finding.set_aside))
        shown.append(replace(finding, causes=causes(clash, examined)) if clash else finding)
    return shown


@dataclass(frozen=True, slots=True)
class _Case:
    """A conflict with what it is judged from."""

    clash: Clash
    judgement: Judgement
    examined: Examination

    @property
    def figures(self) -> tuple[RecordedFigure, ...]:
        """One page for each claim of the conflict, the one set aside first."""
        return tuple(copies.best for copies in (self.clash.aside, *self.clash.others))

    @property
    def aside(self) -> RecordedFigure:
        return self.clash.aside.best

    @property
    def finding(self) -> str:
        """The short name of the finding that reports it."""
        return self.clash.finding(_CHECKS[self.clash.reach], Severity.WARNING).id

    @property
    def too_low(self) -> tuple[RecordedFigure, ...]:
        """The figures of the conflict that say how many at most."""
        return tuple(self.examined.book.by_id[step.figure] for step in self.clash.steps if step.high is not None)

    @property
    def jumps(self) -> bool:
        """Whether the figures miss each other by a fifth or more of what they say."""
        return self.clash.misses_by * _FIFTH >= max(_number(figure) for figure in self.figures)

    def claims_like(self, figure: RecordedFigure) -> Iterator[Copies]:
        """The totals of the figure's indicator and place, all pages of each."""
        for copies in self.judgement.joint.copies:
            best = copies.best
            if best.basis is Basis.TOTAL and (best.indicator, best.place) == (figure.indicator, figure.place):
                yield copies


def _number(figure: RecordedFigure) -> int:
    """The number that the figure tells, or the end of its bounds that it has."""
    number = printed_number(figure)
    return number if number is not None else figure.bounds.high or figure.bounds.low or 0


def _cause(kind: Cause, **facts: int | str | tuple[int, ...]) -> RankedCause:
    return RankedCause(kind, tuple(facts.items()))


def _slip(case: _Case) -> Weighed:
    slip = likely_slip(case.judgement, case.clash)
    if slip is not None:
        yield 90, _cause(Cause.SLIP, figure=slip.figure, intended=slip.meant)


def _rounding(case: _Case) -> Weighed:
    """A bare round number: the true one lies within the place of its last digit that is not 0."""
    for figure in case.figures:
        number = figure.bounds.low
        if not exact(figure) or not number or number % 10:
            continue
        unit = 10
        while number % (unit * 10) == 0:
            unit *= 10
        others = [_number(other) for other in case.figures if other is not figure and exact(other)]
        meant = min(others, key=lambda other: abs(other - number), default=number)
        if case.clash.misses_by < unit and 0 < abs(meant - number) < unit:
            yield (
                85 if abs(meant - number) * 2 <= unit else 65,
                _cause(Cause.ROUNDING, figure=figure.id, rounded=meant, finding=case.finding),
            )


def _another_hedge(case: _Case) -> Weighed:
    """More than 19,500 on one page and almost 19,500 on another."""
    for one, other in combinations(case.figures, 2):
        shared = printed_number(one)
        if one.basis is not other.basis or agree(one, other):
            continue
        if shared is not None and shared == printed_number(other) and shared >= _TELLING:
            figures = tuple(sorted((one.id, other.id)))
            yield 88, _cause(Cause.ANOTHER_HEDGE, figures=figures, shared=shared, finding=case.finding)


def _stale_copy(case: _Case) -> Weighed:
    """A total that is too low for its day and had been printed before."""
    for figure in case.too_low:
        if figure.basis is not Basis.TOTAL:
            continue
        before = [
            page
            for copies in case.claims_like(figure)
            if copies.best.bounds == figure.bounds
            for page in copies.figures
            if page.known_by < figure.known_by and page.as_of.last < figure.as_of.last
        ]
        if any(page.source == figure.source for page in before):
            yield 80, _cause(Cause.STALE_COPY, figure=figure.id)
        elif before:
            yield 70, _cause(Cause.STALE_COPY, figure=figure.id)


def _another_day(case: _Case) -> Weighed:
    """A total that would fit among the figures kept, had it been of another day: one they speak of, or one between."""
    figure, number = case.aside, printed_number(case.aside)
    if figure.basis is not Basis.TOTAL or number is None:
        return
    key = case.judgement.joint.copies.index(case.clash.aside)
    course = case.judgement.solution.courses.get(case.judgement.joint.own[key])
    if course is None:
        return
    first, last = figure.as_of.first.toordinal(), figure.as_of.last.toordinal()
    rows = list(zip(course.days, course.least, course.greatest, strict=True))
    spans = [(day, day, least, greatest) for day, least, greatest in rows]
    spans += [(before + 1, after - 1, least, greatest) for (before, least, _), (after, _, greatest) in pairwise(rows)]
    fitting = [
        max(first - until, since - last, 0)
        for since, until, least, greatest in spans
        if since <= until and 0 < least <= number and greatest is not None and number <= greatest
    ]
    nearest = min(fitting, default=_YEAR + 1)
    if nearest <= _YEAR:
        yield 60 if nearest <= _MONTH else 45, _cause(Cause.ANOTHER_DAY, figure=figure.id)


def _same_batch(case: _Case) -> Weighed:
    reports = [figure for figure in case.figures if figure.basis is Basis.EVENT]
    alike = [
        (one.id, other.id)
        for one, other in combinations(reports, 2)
        if abs(_number(one) - _number(other)) * 4 <= max(_number(one), _number(other))
    ]
    if alike:
        yield 65, _cause(Cause.SAME_BATCH, figures=tuple(sorted(alike[0])))
    elif len(reports) > 1:
        yield 35, _cause(Cause.SAME_BATCH, figures=tuple(sorted(report.id for report in reports)))


def _late_registration(case: _Case) -> Weighed:
    cause = _cause(Cause.LATE_REGISTRATION, finding=case.finding)
    bases = {figure.basis for figure in case.figures}
    if len(bases) > 1:
        yield 55, cause
    elif case.clash.misses_by * _LITTLE <= max(_number(figure) for figure in case.figures):
        yield 50, cause


def _another_series(case: _Case) -> Weighed:
    """A source whose totals run in two lines: others of them are near the one set aside, and far from the rest."""
    figure = case.aside
    if case.clash.reach is not Reach.SERIES or figure.basis is not Basis.TOTAL or not case.jumps:
        return
    number = _number(figure)
    run = [
        copies
        for copies in case.claims_like(figure)
        if copies is not case.clash.aside
        and copies.best.source == figure.source
        and abs(_number(copies.best) - number) * 10 <= number
    ]
    weight = 75 if run else 55
    yield weight, _cause(Cause.ANOTHER_SERIES, source=figure.source, indicator=figure.indicator)


def _own_part(case: _Case) -> Weighed:
    """A source whose total is far below what others say."""
    if case.clash.reach is Reach.SERIES or not case.jumps:
        return
    for figure in case.too_low:
        if figure.basis is Basis.TOTAL and not case.examined.book.counts_own_part(figure.source):
            yield 50, _cause(Cause.OWN_PART, source=figure.source)


def _another_definition(case: _Case) -> Weighed:
    elsewhere = {
        (figure.bounds, figure.indicator)
        for figure in case.examined.book.figures
        if figure.basis is Basis.TOTAL and exact(figure) and _number(figure) >= _TELLING
    }
    for figure in case.figures:
        cause = _cause(Cause.ANOTHER_DEFINITION, figure=figure.id, indicator=figure.indicator)
        if any(bounds == figure.bounds and indicator != figure.indicator for bounds, indicator in elsewhere):
            yield 78, cause
        elif figure is case.aside:
            yield 58 if case.jumps and case.clash.reach is not Reach.SERIES else 20, cause


_LOOKS: tuple[Callable[[_Case], Weighed], ...] = (
    _slip,
    _rounding,
    _another_hedge,
    _stale_copy,
    _another_day,
    _same_batch,
    _late_registration,
    _another_series,
    _own_part,
    _another_definition,
)
