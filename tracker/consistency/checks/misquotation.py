"""A publisher credits a source with a figure that the source's own, first-hand figures rule out.

Why: "at least 20,000, according to Children of War", where the portal itself shows 19,546, is a misquotation: the
number was rounded upwards, taken from somebody else, or credited to the wrong source. A figure that the source did
give before is none, however old it has become: that is a stale copy. Only what the source had published by that day
counts: what it says later cannot have been known.

Conflicting:
    add abducted 19,546 --source "Children of War" --as-of 2025-03-04
    add abducted "at least 20,000" --source "Children of War" --publisher "The Kyiv Independent" --as-of 2025-03-04

Consistent:
    add abducted 19,546 --source "Children of War" --as-of 2025-03-04
    add abducted "over 19,500" --source "Children of War" --publisher "The Kyiv Independent" --as-of 2025-03-04
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.consistency.choosing.aside import set_aside
from tracker.consistency.engine.conflicts import Ground
from tracker.consistency.engine.proof import Conflict
from tracker.consistency.examination import Examination
from tracker.consistency.joint import Joint, joint
from tracker.consistency.series import agree, bearing, by_series
from tracker.domain.figure import RecordedFigure
from tracker.domain.finding import Finding, Severity
from tracker.wording.remarks import Remark, Said, detail


def find(examined: Examination) -> Iterator[Finding]:
    """One finding for each figure that only others credit to a source, with all their pages."""
    for series, in_series in by_series(examined.book).items():
        for figures in bearing(in_series, series.indicator):
            yield from _misquoted(figures, examined)


def _misquoted(figures: Sequence[RecordedFigure], examined: Examination) -> Iterator[Finding]:
    own = [figure for figure in figures if figure.first_hand]
    if not own or len(own) == len(figures):
        return
    statements = joint(examined.book, figures, examined.batches.spans)
    for key, conflict in _ruled_out(statements):
        pages = [page for page in statements.copies[key].figures if not _said_before(page, own)]
        if pages:
            yield _finding(pages, statements, key, conflict)


def _ruled_out(statements: Joint) -> Iterator[tuple[int, Conflict]]:
    """The claims nobody read first-hand that conflict with those that somebody did, and could have by then."""
    own = {key for key, copies in enumerate(statements.copies) if any(figure.first_hand for figure in copies.figures)}
    # A source may contradict itself; what it then said less credibly rules nothing out.
    agreeing = own - set(set_aside(statements.system.only(own), statements.weights).aside)
    ground = Ground(statements.system, agreeing)
    for key in range(len(statements.copies)):
        if key in own:
            continue
        conflict = ground.conflict_with(key)
        if conflict is not None and not _known(statements, key).issuperset(set(conflict.figures) - {key}):
            by_then = agreeing & _known(statements, key)
            conflict = Ground(statements.system.only({*by_then, key}), by_then).conflict_with(key)
        if conflict is not None:
            yield key, conflict


def _known(statements: Joint, quoted: int) -> set[int]:
    """The claims that somebody had read first-hand by the day on which the quoted one was last printed."""
    day = max(figure.known_by for figure in statements.copies[quoted].figures)
    return {
        key
        for key, copies in enumerate(statements.copies)
        if any(figure.first_hand and figure.known_by <= day for figure in copies.figures)
    }


def _said_before(quoted: RecordedFigure, own: Sequence[RecordedFigure]) -> bool:
    """Whether the source had given a figure by then that the quoted one agrees with."""
    return any(said.basis is quoted.basis and said.known_by <= quoted.known_by and agree(said, quoted) for said in own)


def _finding(pages: Sequence[RecordedFigure], statements: Joint, key: int, conflict: Conflict) -> Finding:
    best, stands = statements.copies[key].best.id, pages[0]
    rest = {statements.copies[other].best.id for other in conflict.figures if other != key}
    return Finding(
        check="misquotation",
        severity=Severity.WARNING,
        indicator=stands.indicator,
        place=stands.place,
        sources=(stands.source,),
        figures=tuple(sorted(rest.union(page.id for page in pages))),
        misses_by=conflict.misses_by,
        proof=tuple(
            replace(step, figure=stands.id) if step.figure == best else step for step in statements.steps(conflict)
        ),
        detail=detail(*(Said(Remark.NOT_ITS_OWN, figure=page.id) for page in pages)),
    )
