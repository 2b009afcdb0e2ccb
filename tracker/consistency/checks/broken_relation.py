"""A part that cannot lie within its whole, by place or by a declared relation between indicators.

Why: what is counted in one oblast is counted in all of Ukraine, and every child of `returned-deported` is a child of
`returned` and of `abducted`. A part that exceeds its whole was mistyped, misdated, or counts something else.

Conflicting:
    add returned 412 --source "Oleksandr Prokudin" --place "Kherson Oblast" --as-of 2024-04-01
    add returned "fewer than 400" --source "Children of War" --as-of 2024-04-04

Consistent:
    add returned 112 --source "Oleksandr Prokudin" --place "Kherson Oblast" --as-of 2024-04-01
    add returned "fewer than 400" --source "Children of War" --as-of 2024-04-04
"""

from collections.abc import Iterator

from tracker.consistency.examination import Examination, Reach
from tracker.domain.finding import Finding, Severity


def find(examined: Examination) -> Iterator[Finding]:
    """One finding for each figure set aside that only figures on other counts rule out; an error within one source."""
    for clash in examined.clashes:
        if clash.reach is Reach.RELATION:
            severity = Severity.ERROR if len(clash.sources) == 1 else Severity.WARNING
            yield clash.finding("broken-relation", severity)
