"""One digit added, dropped or swapped explains a conflict.

Why: 4,237 typed as 4,327 looks like a fall of the total a week later, and nobody would think of the digits first. A
slip is reported where it brings the number so near to the other figures of its conflict that at most a tenth of the
gap is left, and everything else can then be true. It may be ours or the page's: compare the two.

Conflicting:
    add killed 4,231 --source "Prosecutor General" --as-of 2024-03-01
    add killed 4,327 --source "Prosecutor General" --as-of 2024-03-08
    add killed 4,240 --source "Prosecutor General" --as-of 2024-03-15

Consistent:
    add killed 4,231 --source "Prosecutor General" --as-of 2024-03-01
    add killed 4,281 --source "Prosecutor General" --as-of 2024-03-08
    add killed 4,240 --source "Prosecutor General" --as-of 2024-03-15
"""

from collections.abc import Iterator

from tracker.consistency.examination import Examination
from tracker.consistency.likely_slips import likely_slip
from tracker.domain.finding import Finding, Severity
from tracker.wording.remarks import Said, detail


def find(examined: Examination) -> Iterator[Finding]:
    """One finding for each conflict that a slip explains."""
    for judgement in examined.judgements:
        for clash in judgement.clashes:
            slip = likely_slip(judgement, clash)
            if slip is not None:
                figure = examined.book.by_id[slip.figure]
                yield Finding(
                    check="likely-slip",
                    severity=Severity.WARNING,
                    indicator=figure.indicator,
                    place=figure.place,
                    sources=clash.sources,
                    figures=tuple(sorted(copies.best.id for copies in (clash.aside, *clash.others))),
                    detail=detail(Said(slip.kind, figure=slip.figure, fact=slip.meant)),
                )
