"""One file per check; this list is their order in reports."""

from collections.abc import Iterator

from tracker.consistency.check import Check
from tracker.consistency.checks import (
    broken_relation,
    contradiction,
    dates,
    dispute,
    likely_slip,
    misquotation,
    same_batch,
    silence,
    stale_copy,
    thin_evidence,
    unexplained_rise,
)
from tracker.consistency.examination import Examination
from tracker.domain.finding import Finding

CHECKS = (
    Check(contradiction.find),
    Check(dispute.find),
    Check(misquotation.find),
    Check(broken_relation.find),
    Check(dates.find),
    Check(likely_slip.find),
    Check(stale_copy.find),
    Check(same_batch.find),
    Check(unexplained_rise.find),
    Check(silence.find),
    Check(thin_evidence.find),
)


def findings(examined: Examination) -> Iterator[Finding]:
    """All findings of all checks, in the order of the checks."""
    for check in CHECKS:
        yield from check.find(examined)
