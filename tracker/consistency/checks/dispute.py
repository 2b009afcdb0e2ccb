"""Figures of different sources, on one indicator and place, that cannot all be true.

Why: sources count differently, on different days and by different definitions, and a copy may be old. That they differ
is ordinary; that they cannot all be true of one count says that they do not count the same, or that one of the
figures was mistyped or misdated. It does not say whose.

Conflicting:
    add returned 1,233 --source "Dmytro Lubinets" --as-of 2025-02-01
    add returned 388 --source "Ministry of Reintegration" --as-of 2025-03-04

Consistent:
    add returned 388 --source "Ministry of Reintegration" --as-of 2025-02-01
    add returned 1,233 --source "Dmytro Lubinets" --as-of 2025-03-04
"""

from collections.abc import Iterator

from tracker.consistency.examination import Examination, Reach
from tracker.domain.finding import Finding, Severity


def find(examined: Examination) -> Iterator[Finding]:
    """One finding for each figure set aside that other sources' figures on the same count rule out."""
    for clash in examined.clashes:
        if clash.reach is Reach.CELL:
            yield clash.finding("dispute", Severity.WARNING)
