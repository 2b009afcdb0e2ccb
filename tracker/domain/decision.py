"""What people decide about figures and findings, each with a reason; the store keeps every decision ever made."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class DecisionKind(StrEnum):
    """What a person decided about reports of batches."""

    SAME = "same"  # they all report one batch
    DISTINCT = "distinct"  # no two of them report one batch


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether event reports are of one batch.

    Attributes:
        kind: one batch, or as many batches as reports.
        figures: the numbers of the reports, at least two.
        because: why.
        recorded_at: when it was decided, UTC.
    """

    kind: DecisionKind
    figures: frozenset[int]
    because: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Break:
    """A day on which a source changed what it counts under an indicator.

    Attributes:
        indicator: what is counted, by name.
        source: who counts it.
        on: the first day on which the source counts as it did afterwards.
        because: what changed, and how that is known.
    """

    indicator: str
    source: str
    on: date
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A decision to let a finding stand.

    Attributes:
        finding: the finding's short name, which tells its check and its figures.
        check: the name of the check.
        figures: the numbers of the figures that the finding concerns, in order.
        fingerprint: what these figures said when it was waived; see `tracker.consistency.waivers`.
        because: why.
        author: who decided.
        recorded_at: when it was decided, UTC.
    """

    finding: str
    check: str
    figures: tuple[int, ...]
    fingerprint: str
    because: str
    author: str
    recorded_at: datetime
