"""Event reports that may be one batch, and nobody has decided.

Why: a batch of returned children is announced by several people, on following days, with another number or place, and
adding two announcements of one batch up would invent returns. Until a person decides, such reports count once. `tracker
same` says that they are one batch, `tracker distinct` that they are not.

What tells reports apart: more than three days between them, or a week where two sources give the same number;
different oblasts; other numbers that one source gives on several days. Nothing else does, not another source, another
spelling, or a number that may be a part of the other.

Conflicting:
    add returned 6 --basis event --source "Qatar mediation" --as-of 2023-12-05
    add returned 8 --basis event --source "Dmytro Lubinets" --as-of 2023-12-06

Consistent:
    add returned 6 --basis event --source "Dmytro Lubinets" --as-of 2023-12-05
    add returned 8 --basis event --source "Dmytro Lubinets" --as-of 2023-12-06
"""

from collections.abc import Iterator

from tracker.consistency.examination import Examination
from tracker.domain.finding import Finding, Severity
from tracker.domain.place import WHOLE
from tracker.wording.remarks import Remark, Said, detail


def find(examined: Examination) -> Iterator[Finding]:
    """One finding for each group of reports that a person should decide about."""
    for group in examined.batches.suspected:
        reports = [examined.book.by_id[key] for key in group.figures]
        places = {report.place for report in reports}
        yield Finding(
            check="same-batch",
            severity=Severity.NOTE,
            indicator=reports[0].indicator,
            place=places.pop() if len(places) == 1 else WHOLE,
            sources=tuple(sorted({report.source for report in reports})),
            figures=group.figures,
            detail=detail(Said(Remark.MAY_BE_ONE_BATCH), *group.reasons),
        )
