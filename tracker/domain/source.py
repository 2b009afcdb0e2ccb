"""Who counted or claimed a figure, and where it was read."""

from dataclasses import dataclass
from enum import StrEnum

UNATTRIBUTED = "unattributed"  # what a page says without naming a source; two such pages are not one source


class Coverage(StrEnum):
    """How much of an indicator a source counts."""

    ALL = "all"
    OWN = "own"  # only its own part: one programme, one mission, one region


@dataclass(frozen=True, slots=True)
class Source:
    """A body, person or outlet that figures are credited to or read in.

    Attributes:
        name: as people write it; unique.
        coverage: `own` where it counts only its own part; then, against other sources, its figures bound the
            whole from below only.
        grade: the Admiralty grade of its reliability, A (completely reliable) to E (unreliable); F is unrated, which
            does not mean bad.
        confidential: whether nothing of it may be shown to the public.
    """

    name: str
    coverage: Coverage = Coverage.ALL
    grade: str = "F"
    confidential: bool = False


KNOWN_SOURCES = (
    Source("Save Ukraine", Coverage.OWN),
    Source("Qatar mediation", Coverage.OWN),
    Source("Maria Lvova-Belova", Coverage.OWN),
    Source("Melania Trump", Coverage.OWN),
)
