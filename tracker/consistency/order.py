"""The order of findings in a report; it loads no check."""

from collections.abc import Iterable

from tracker.domain.finding import Finding, Severity

ORDER = (
    "contradiction",
    "dispute",
    "broken-relation",
    "misquotation",
    "dates",
    "likely-slip",
    "stale-copy",
    "same-batch",
    "unexplained-rise",
    "silence",
    "thin-evidence",
)
"""The names of all checks."""


def in_order(found: Iterable[Finding]) -> list[Finding]:
    """Findings as a report gives them: the gravest first, else in the order of the checks, else as they come."""
    gravity = {severity: place for place, severity in enumerate(Severity)}
    place_of = {check: place for place, check in enumerate(ORDER)}
    return sorted(found, key=lambda finding: (gravity[finding.severity], place_of[finding.check]))
