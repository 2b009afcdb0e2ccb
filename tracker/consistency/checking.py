"""All checks; reports give the gravest findings first, and those of one severity in this order."""

from collections.abc import Iterable

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
from tracker.consistency.order import in_order
from tracker.domain.finding import Finding

CONFLICTS = (
    Check(contradiction.find),
    Check(dispute.find),
    Check(broken_relation.find),
)
CHECKS = (
    *CONFLICTS,
    Check(misquotation.find),
    Check(dates.find),
    Check(likely_slip.find),
    Check(stale_copy.find),
    Check(same_batch.find),
    Check(unexplained_rise.find),
    Check(silence.find),
    Check(thin_evidence.find),
)


def findings(examined: Examination, checks: Iterable[Check] = CHECKS) -> list[Finding]:
    """All findings of the checks, the gravest first, else in the order of the checks."""
    return in_order(finding for check in checks for finding in check.find(examined))
