"""What is known of a store beside its figures."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from tracker.consistency.decided import Decided
from tracker.domain.decision import Break
from tracker.domain.source import Source


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the figures.

    Attributes:
        sources: what is known of the sources.
        breaks: the days on which sources changed what they count.
        decided: what people decided about batches.
        today: the day on which the figures are looked at.
    """

    sources: Collection[Source]
    breaks: Collection[Break]
    decided: Decided
    today: date
