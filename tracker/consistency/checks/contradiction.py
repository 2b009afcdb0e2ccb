"""Figures of one source, on one indicator and place, that cannot all be true.

Why: a running total never falls, and what happened in a span is the difference of two totals. Where the figures of a
single source break that, one of them was mistyped, misdated or counts something else.

Conflicting:
    add returned 1,233 --source "Ministry of Reintegration" --as-of 2025-02-01
    add returned 388 --source "Ministry of Reintegration" --as-of 2025-03-04

Consistent:
    add returned "at least 388" --source "Ministry of Reintegration" --as-of 2025-02-01
    add returned 1,233 --source "Ministry of Reintegration" --as-of 2025-03-04
"""

from collections.abc import Iterator

from tracker.consistency.examination import Examination, Reach
from tracker.domain.finding import Finding, Severity


def find(examined: Examination) -> Iterator[Finding]:
    """One finding for each figure set aside that its own source's figures rule out."""
    for clash in examined.clashes:
        if clash.reach is Reach.SERIES:
            yield clash.finding("contradiction", Severity.ERROR)
